// The made-up desk's campaigns and the shop's eligibility.
import type { Campaign, CampaignDefaults, Eligibility, PrefillGlanced } from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";
import { overview } from "./overview";

export function campaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    id: "c-1",
    name: "Black Friday Mega Sale 2026 黑五大促",
    kind: "major",
    sub_campaigns: [],
    registration: { start: "2026-11-01T08:00:00Z", end: "2026-11-22T07:59:00Z" },
    re_registration_deadline: null,
    running: { start: "2026-11-27T08:00:00Z", end: "2026-12-01T08:00:00Z" },
    criteria: {
      minimum_sps: null,
      free_shipping_threshold_at_most: "25.00 USD",
      violations_below: null,
      coupons: "all",
      smart_promotion: { kind: "by_policy" },
    },
    pricing: { look_back: null, against_retail: null },
    tiers: [
      {
        tier: "featured",
        minimum_discount: "15",
        maximum_price: "120.00 USD",
        minimum_stock: 50,
      },
    ],
    extra_discount_minimum: "5",
    coupons: [
      {
        id: "k-1",
        name: "Black Friday 15 % off",
        discount: { kind: "percentage", rate: "15", maximum: "10.00 USD" },
        target: "all_customers",
        seller_ratio: "50",
        seller_maximum: null,
        minimum_purchase: "30.00 USD",
        quantity: 500,
      },
    ],
    subsidy: "none",
    approval: "reviewed",
    fee_policy: {
      service_fee_rate: null,
      effective: null,
      refunds_returned_orders: true,
      smart_promotion_surcharge: null,
      charges_surcharge_too: false,
    },
    note: "",
    ...changes,
  };
}

export const campaignTemplate = campaign({
  id: "",
  name: "",
  registration: { start: "2026-11-21T08:00:00Z", end: "2026-12-05T08:00:00Z" },
  running: { start: "2026-12-12T08:00:00Z", end: "2026-12-19T08:00:00Z" },
  criteria: { ...campaign().criteria, free_shipping_threshold_at_most: null },
  tiers: [],
  extra_discount_minimum: null,
  coupons: [],
});

export const campaignDefaults: CampaignDefaults = {
  minimum_sps: "3.5",
  free_shipping_threshold_at_most: "30 USD",
  violations_below: 3,
  look_back: {
    days: 30,
    starts: "start_of_day",
    level: "sku",
    first_record: "in_force_at_start",
  },
  service_fee_rate: "2",
  smart_promotion_surcharge: "1",
};

export const smartPromotionNeeded = finding({
  rule: "SP-01",
  title: "The shop is not in Smart Promotion",
  field: "smart_promotion",
  product_id: null,
  sku_id: null,
  what: "The shop is not enrolled in Smart Promotion.",
  why: "Campaigns from April 2026 on are open to enrolled shops only.",
  action: "Join Smart Promotion in either mode.",
  limit: null,
  value: null,
  gap: null,
  repair: [],
});

export const ineligible: Eligibility = {
  state: "ineligible",
  checked_at: "2026-11-21T17:00:00Z",
  criteria: [
    {
      rule: "SP-01",
      title: "Join the Smart Promotion programme",
      required: "Either mode",
      actual: "Not enrolled",
      tick: "not_met",
      findings: [smartPromotionNeeded],
      way: "smart_promotion",
    },
    {
      rule: "CE-01",
      title: "Shop Performance Score",
      required: "At least 3.5",
      actual: "4.2",
      tick: "met",
      findings: [],
      way: null,
    },
    {
      rule: "CE-02",
      title: "Free shipping",
      required: "From at most $25.00",
      actual: "From $20.00",
      tick: "met",
      findings: [],
      way: null,
    },
    {
      rule: "CE-03",
      title: "Coupons of the campaign",
      required: "All registered",
      actual: null,
      tick: "warned",
      findings: [
        finding({
          rule: "CE-03",
          title: "A campaign coupon is not registered",
          grade: "warn",
          field: "coupons",
          product_id: null,
          sku_id: null,
          what: "Black Friday 15 % off is not registered yet.",
          why: "All coupons of the campaign have to be registered.",
          action: "Register it together with the products.",
          limit: null,
          value: null,
          gap: null,
          repair: [],
        }),
      ],
      way: "coupons",
    },
    {
      rule: "CE-06",
      title: "Violations in 30 days",
      required: "Fewer than 3",
      actual: "1",
      tick: "met",
      findings: [],
      way: null,
    },
  ],
};

export const prefillGlanced: PrefillGlanced = {
  name: "Processing_result_Campaign_prefill_template_20261120.xlsx",
  note: "Fill in the campaign price and stock. Do not change the columns.",
  products: 412,
  skus: 1260,
  known_skus: 1254,
  refused: 2,
  notes: [
    "SKUs that the catalogue does not hold: 6. Their rows are refused until the catalogue is imported again.",
    "Rows that cannot be read: 2. The import's preview says why, row by row.",
  ],
};

export const campaignRoom: FakeAnswers = {
  prefill_glance: prefillGlanced,
  campaign_list: { campaigns: overview.campaigns },
  campaign_get: ({ campaign_id }) => {
    const line = overview.campaigns.find(({ id }) => id === campaign_id);
    return campaign(
      line && {
        id: line.id,
        name: line.name,
        kind: line.kind,
        registration: line.registration,
        running: line.running,
      },
    );
  },
  campaign_template: ({ kind }) => ({ ...campaignTemplate, kind }),
  campaign_defaults: campaignDefaults,
  campaign_check: ({ campaign: { name, registration, running } }) => ({
    problems: [
      ...(name.trim() === ""
        ? [
            {
              field: "name",
              what: "The campaign's name has 0 characters.",
              action: "Enter 1 to 200 characters.",
            },
          ]
        : []),
      ...(registration.end < registration.start
        ? [
            {
              field: "registration.end",
              what: "Registration ends on 2026-05-01 00:00, not after its start on 2026-05-02 00:00.",
              action: "Choose an end after the start.",
            },
          ]
        : []),
      ...(running.end < running.start
        ? [
            {
              field: "running.end",
              what: "The campaign ends before it begins.",
              action: "Choose an end after the start.",
            },
          ]
        : []),
    ],
  }),
  campaign_save: ({ campaign: saved }) => ({ ...saved, id: saved.id || "c-9" }),
  campaign_delete: {},
  campaign_eligibility: ({ campaign_id }) =>
    campaign_id === "c-2"
      ? {
          ...ineligible,
          state: "eligible",
          criteria: ineligible.criteria.filter(({ tick }) => tick === "met"),
        }
      : ineligible,
};
