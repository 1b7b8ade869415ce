// A campaign while it is being typed: what has to be there may still be empty.
import type {
  Campaign,
  CampaignCoupon,
  CouponDiscount,
  DeskError,
  FeePolicy,
  FieldProblem,
  LookBack,
  SmartPromotionRequired,
} from "../../bridge";
import { belongsTo } from "../../kit/findings/findings-context";
import type { DraftPeriod } from "../../kit/period-field";

type Emptyable<T> = { [K in keyof T]: T[K] | null };

export type CouponDraft = Omit<CampaignCoupon, "discount" | "seller_ratio" | "minimum_purchase"> & {
  discount:
    | { kind: "fixed"; amount: string | null }
    | { kind: "percentage"; rate: string | null; maximum: string | null };
  seller_ratio: string | null;
  minimum_purchase: string | null;
};

export type LookBackDraft = Omit<LookBack, "days"> & Emptyable<Pick<LookBack, "days">>;

export type CampaignDraft = Omit<
  Campaign,
  "registration" | "running" | "coupons" | "pricing" | "fee_policy"
> & {
  registration: DraftPeriod;
  running: DraftPeriod;
  coupons: CouponDraft[];
  pricing: Omit<Campaign["pricing"], "look_back"> & { look_back: LookBackDraft | null };
  fee_policy: Omit<FeePolicy, "effective"> & { effective: DraftPeriod | null };
};

/** What is still empty and has to be filled, by the names the desk gives its fields. */
export function emptyFields(draft: CampaignDraft): string[] {
  const required: [string, unknown][] = [
    ["registration.start", draft.registration.start],
    ["registration.end", draft.registration.end],
    ["running.start", draft.running.start],
    ["running.end", draft.running.end],
  ];
  const { look_back } = draft.pricing;
  if (look_back) required.push(["pricing.look_back.days", look_back.days]);
  const { effective } = draft.fee_policy;
  if (effective) {
    required.push(["fee_policy.effective.start", effective.start]);
    required.push(["fee_policy.effective.end", effective.end]);
  }
  draft.coupons.forEach((coupon, index) => {
    const at = `coupons[${index}]`;
    const { discount } = coupon;
    if (discount.kind === "fixed") required.push([`${at}.discount.amount`, discount.amount]);
    else required.push([`${at}.discount.rate`, discount.rate]);
    required.push([`${at}.seller_ratio`, coupon.seller_ratio]);
    required.push([`${at}.minimum_purchase`, coupon.minimum_purchase]);
  });
  return required.filter(([, value]) => value === null).map(([field]) => field);
}

/** The campaign to check and save, once nothing is empty that has to be there. */
export function campaignOf(draft: CampaignDraft): Campaign | undefined {
  return isWhole(draft) ? draft : undefined;
}

function isWhole(draft: CampaignDraft | Campaign): draft is Campaign {
  return emptyFields(draft).length === 0;
}

/** Another kind's usual terms, without losing what was typed. */
export function retemplated(
  draft: CampaignDraft,
  former: CampaignDraft,
  next: CampaignDraft,
): CampaignDraft {
  const untouched = Object.entries(next).filter(
    ([field]) => same(field, draft, former) || field === "kind",
  );
  return { ...draft, ...Object.fromEntries(untouched) };
}

function same(field: string, one: CampaignDraft, other: CampaignDraft): boolean {
  const key = field as keyof CampaignDraft;
  return JSON.stringify(one[key]) === JSON.stringify(other[key]);
}

/** The first problem at one of these fields or below. */
export function problemAt(
  problems: readonly FieldProblem[],
  ...fields: string[]
): FieldProblem | undefined {
  return problems.find((problem) => fields.some((field) => belongsTo(problem.field, field)));
}

/** A refusal of the save as a problem at its field. */
export function problemOf(error: DeskError): FieldProblem | undefined {
  return error.error.kind === "invalid"
    ? { field: error.error.field, what: error.error.message, action: error.error.remedy }
    : undefined;
}

export const smartPromotionChoices = [
  "by_policy",
  "either",
  "store_wide",
  "co_funded",
  "not",
] as const;
export type SmartPromotionChoice = (typeof smartPromotionChoices)[number];

/** What a campaign asks for as one choice of a list. */
export function choiceOf(required: SmartPromotionRequired): SmartPromotionChoice {
  if (required.kind !== "modes") return required.kind;
  const [only, more] = required.accepted;
  return only !== undefined && more === undefined ? only : "either";
}

export function requiredBy(choice: SmartPromotionChoice): SmartPromotionRequired {
  if (choice === "by_policy" || choice === "not") return { kind: choice };
  return {
    kind: "modes",
    accepted: choice === "either" ? ["store_wide", "co_funded"] : [choice],
  };
}

export function newCoupon(): CouponDraft {
  return {
    id: "",
    name: "",
    discount: { kind: "fixed", amount: null },
    target: "all_customers",
    seller_ratio: null,
    seller_maximum: null,
    minimum_purchase: null,
    quantity: null,
  };
}

export function emptyDiscount(kind: CouponDiscount["kind"]): CouponDraft["discount"] {
  return kind === "fixed" ? { kind, amount: null } : { kind, rate: null, maximum: null };
}
