// The made-up desk's Smart Promotion.
import type { ExclusionLine, Offer, SmartPromotionPage, Terms } from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";

export const storeWide: Terms = {
  mode: "store_wide",
  service_package: "Growth package",
  fee_rate: "3.5",
  exempted_rate: "3",
  campaign_surcharge: "1",
};

export const storeWideOffer: Offer = {
  terms: storeWide,
  applicable_rate: "3",
  is_complete: true,
  monthly_fee: "1446.00 USD",
  monthly_gmv: "48200.00 USD",
};

const coFundedOffer: Offer = {
  terms: {
    mode: "co_funded",
    service_package: "",
    fee_rate: "0",
    exempted_rate: null,
    campaign_surcharge: "1",
  },
  applicable_rate: "0",
  is_complete: false,
  monthly_fee: null,
  monthly_gmv: "48200.00 USD",
};

export const scoreWarning = finding({
  rule: "SP-10",
  title: "The score is low for Smart Promotion",
  grade: "warn",
  field: "shop.sps",
  product_id: null,
  sku_id: null,
  what: "The Shop Performance Score is 3.2.",
  why: "The platform may not offer the programme below 3.5.",
  action: "See in Seller Center whether it is offered.",
  limit: "3.5",
  value: "3.2",
  gap: "0.3",
  repair: [],
});

export const leavingWarning = finding({
  rule: "SP-06",
  title: "Leaving while campaigns run",
  grade: "warn",
  field: "enrolment",
  product_id: null,
  sku_id: null,
  what: "1 running campaign and 1 campaign to come are concerned.",
  why: "The shop gets no more campaign marketing resources.",
  action: "Leave only if that is acceptable.",
  limit: null,
  value: null,
  gap: null,
  repair: [],
});

export function programme(changes: Partial<SmartPromotionPage> = {}): SmartPromotionPage {
  return {
    enrolment: { kind: "never" },
    offers: [storeWideOffer, coFundedOffer],
    findings: [],
    points_per_unit: 100,
    exclusions_requested: 2,
    exclusions_in_force: 1,
    past: [],
    ...changes,
  };
}

export const enrolled = programme({
  enrolment: { kind: "enrolled", terms: storeWide, since: "2026-11-21T17:00:00Z" },
  past: [
    { terms: storeWide, since: "2026-11-21T17:00:00Z", until: null },
    { terms: storeWide, since: "2026-04-02T16:00:00Z", until: "2026-08-30T16:00:00Z" },
  ],
});

export const leaving = {
  findings: [leavingWarning],
  running: [
    {
      campaign_id: "c-2",
      name: "Weekly deals, week 47",
      running: { start: "2026-11-16T08:00:00Z", end: "2026-11-23T08:00:00Z" },
      products: 36,
    },
  ],
  upcoming: [
    {
      campaign_id: "c-1",
      name: "Black Friday Mega Sale 2026 黑五大促",
      running: { start: "2026-11-27T08:00:00Z", end: "2026-12-01T08:00:00Z" },
      products: 168,
    },
  ],
  token: "leaving-1",
};

export const exclusions: ExclusionLine[] = [
  {
    title: "小熊陶瓷马克杯 350ml 带盖带勺 办公室情侣礼物 🐻",
    exclusion: {
      product_id: "1729384756102938472",
      requested_at: "2026-11-20T17:00:00Z",
      confirmed_at: null,
    },
  },
  {
    title: "Linen apron, adjustable",
    exclusion: {
      product_id: "1729384756102938473",
      requested_at: "2026-11-18T17:00:00Z",
      confirmed_at: "2026-11-19T09:00:00Z",
    },
  },
];

export const smartPromotionRoom: FakeAnswers = {
  smart_promotion: enrolled,
  smart_promotion_offer_save: programme(),
  smart_promotion_sign_up: ({ mode }) => ({ mode, findings: [] }),
  smart_promotion_confirm_and_next: {
    offer: storeWideOffer,
    findings: [scoreWarning],
    token: "terms-1",
  },
  smart_promotion_confirm: enrolled,
  smart_promotion_leaving: leaving,
  smart_promotion_leave: programme(),
  exclusion_page: { total: exclusions.length, rows: exclusions },
  exclusion_change: ({ product_ids }) => ({ changed: product_ids.length }),
  exclusion_export: ({ path }) => ({ path, rows: 1, dropped: 0, notes: [] }),
};
