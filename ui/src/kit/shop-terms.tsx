// What the kit has to know to show amounts and times: the shop's currency and time zone, the page's language.
import { createContext, type ReactNode, use, useMemo } from "react";

export interface ShopTerms {
  /** ISO 4217 */
  currency: string;
  /** IANA name, such as America/New_York */
  timeZone: string;
  /** BCP 47 */
  language: string;
}

const ShopTermsContext = createContext<ShopTerms>({
  currency: "USD",
  timeZone: "UTC",
  language: "en",
});

export function ShopTermsProvider({
  currency,
  timeZone,
  language,
  children,
}: ShopTerms & { children: ReactNode }) {
  const terms = useMemo(() => ({ currency, timeZone, language }), [currency, timeZone, language]);
  return <ShopTermsContext value={terms}>{children}</ShopTermsContext>;
}

export function useShopTerms(): ShopTerms {
  return use(ShopTermsContext);
}
