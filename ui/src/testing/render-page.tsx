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

/** Shows where the page led to, as `data-testid="address"`, and what it brings along. */
function Address() {
  const { pathname, search, state } = useLocation();
  return (
    <output data-testid="address" data-brings={JSON.stringify(state)}>
      {pathname + search}
    </output>
  );
}

/** `state` is what another page brings along to the address. */
export function renderPage(page: ReactNode, address = "/", state: unknown = null) {
  const [pathname = "/", search] = address.split("?");
  const entry = { pathname, state, ...(search === undefined ? {} : { search: `?${search}` }) };
  return render(
    <MemoryRouter initialEntries={[entry]}>
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
