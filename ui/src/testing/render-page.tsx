// A page in a test: with the looks, the kept answers, the shop's terms and an address, as in the window.
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, useLocation } from "react-router";
import { AppearanceProvider } from "../app/appearance/appearance";
import { newQueryClient, useUiLanguage } from "../bridge";
import { ShopTermsProvider } from "../kit/shop-terms";

function Terms({ children }: { children: ReactNode }) {
  return (
    <ShopTermsProvider currency="USD" timeZone="America/Los_Angeles" language={useUiLanguage()}>
      {children}
    </ShopTermsProvider>
  );
}

/** Shows where the page led to, as `data-testid="address"`. */
function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
}

export function renderPage(page: ReactNode, address = "/") {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <QueryClientProvider client={newQueryClient()}>
        <AppearanceProvider>
          <Terms>
            {page}
            <Address />
          </Terms>
        </AppearanceProvider>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}
