// The shop while it is being typed: what has to be there may still be empty.
import type { DeskError, FeeTerms, MarketChoice, Shop } from "../../bridge";
import { amountOf } from "../format";

export type ShopDraft = Omit<Shop, "fee_terms" | "violations"> & {
  violations: number | null;
  fee_terms: { [K in keyof FeeTerms]: FeeTerms[K] | null };
};

/** The pages of the form. */
export const shopGroups = ["market", "score", "fees"] as const;
export type ShopGroup = (typeof shopGroups)[number];

/** Which page a field of the shop is on; the desk names fields like `fee_terms.wanted_margin`. */
export function groupOf(field: string): ShopGroup {
  if (/^(name|market|currency|time_zone)\b/.test(field)) return "market";
  return field.startsWith("fee_terms") ? "fees" : "score";
}

/** What is wrong with one field. */
export interface ShopProblem {
  field: string;
  what: string;
  action: string;
}

export function shopProblem(error: DeskError): ShopProblem | undefined {
  return error.error.kind === "invalid"
    ? { field: error.error.field, what: error.error.message, action: error.error.remedy }
    : undefined;
}

const feeFields = [
  "referral_rate",
  "affiliate_rate",
  "shipping_cost",
  "shipping_charge",
  "wanted_margin",
] as const satisfies readonly (keyof FeeTerms)[];

/** The first field that has to be filled and is not. */
export function emptyField(draft: ShopDraft): string | undefined {
  if (draft.name.trim() === "") return "name";
  if (draft.violations === null) return "violations";
  const fee = feeFields.find((field) => draft.fee_terms[field] === null);
  return fee === undefined ? undefined : `fee_terms.${fee}`;
}

/** The shop to save, once nothing is empty that has to be there. */
export function shopOf(draft: ShopDraft): Shop | undefined {
  const { violations } = draft;
  const { referral_rate, affiliate_rate, shipping_cost, shipping_charge, wanted_margin } =
    draft.fee_terms;
  if (
    violations === null ||
    referral_rate === null ||
    affiliate_rate === null ||
    shipping_cost === null ||
    shipping_charge === null ||
    wanted_margin === null
  ) {
    return undefined;
  }
  return {
    ...draft,
    violations,
    fee_terms: { referral_rate, affiliate_rate, shipping_cost, shipping_charge, wanted_margin },
  };
}

/** Another market: amounts of the former currency mean nothing there, so only zeros stay. */
export function inMarket(draft: ShopDraft, choice: MarketChoice): ShopDraft {
  const { market, currency, time_zone } = choice;
  if (market === draft.market) return draft;
  const moved = (money: string | null) => {
    const amount = money === null ? undefined : amountOf(money);
    if (!amount) return null;
    if (amount.currency === currency) return money;
    return /^[0.]+$/.test(amount.digits) ? `0 ${currency}` : null;
  };
  return {
    ...draft,
    market,
    currency,
    time_zone,
    free_shipping_threshold: moved(draft.free_shipping_threshold),
    average_order_value: moved(draft.average_order_value),
    monthly_gmv: moved(draft.monthly_gmv),
    fee_terms: {
      ...draft.fee_terms,
      shipping_cost: moved(draft.fee_terms.shipping_cost),
      shipping_charge: moved(draft.fee_terms.shipping_charge),
    },
  };
}
