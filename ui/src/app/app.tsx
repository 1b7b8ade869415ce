// Everything the pages stand on: looks, the kept answers of the desk, addresses.
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { RouterProvider } from "react-router";
import { newQueryClient } from "../bridge";
import { AppearanceProvider } from "./appearance/appearance";
import { LastResort } from "./last-resort";
import { newRouter } from "./routes";
import { WindowClosing } from "./window-closing";

export interface PromodeskAppProps {
  client?: QueryClient;
  /** Shown in place of the pages, for looking at parts. */
  instead?: ReactNode;
}

export function PromodeskApp({ client, instead }: PromodeskAppProps) {
  const [queries] = useState(() => client ?? newQueryClient());
  const [router] = useState(() => newRouter(instead));
  return (
    <ErrorBoundary FallbackComponent={LastResort}>
      <QueryClientProvider client={queries}>
        <AppearanceProvider>
          <WindowClosing />
          <RouterProvider router={router} />
        </AppearanceProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
