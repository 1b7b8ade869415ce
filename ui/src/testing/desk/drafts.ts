// The made-up desk's draft: a few hundred SKUs of the catalogue on their way into Black Friday.
import type {
  Campaign,
  Candidate,
  DraftHead,
  DraftLine,
  DraftSummary,
  GridRow,
  PlanView,
  RowFinding,
  RuleCount,
  Submitted,
} from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";
import { productDetail, titleOf } from "./products";

export function draftCampaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    id: "c-1",
    name: "Black Friday Mega Sale 2026 黑五大促",
    kind: "major",
    sub_campaigns: ["Early Bird", "Cyber Monday"],
    registration: { start: "2026-11-01T08:00:00Z", end: "2026-11-24T08:00:00Z" },
    re_registration_deadline: null,
    running: { start: "2026-11-27T08:00:00Z", end: "2026-12-01T08:00:00Z" },
    criteria: {
      minimum_sps: "3.5",
      free_shipping_threshold_at_most: "20.00 USD",
      violations_below: 5,
      coupons: "all",
      smart_promotion: { kind: "by_policy" },
    },
    pricing: { look_back: null, against_retail: null },
    tiers: [
      {
        tier: "featured",
        minimum_discount: "25",
        maximum_price: "50.00 USD",
        minimum_stock: 50,
      },
      { tier: "regular", minimum_discount: "5", maximum_price: null, minimum_stock: 5 },
    ],
    extra_discount_minimum: "5",
    coupons: [
      {
        id: "coupon-1",
        name: "Mega Sale 20% off",
        discount: { kind: "percentage", rate: "20", maximum: "10.00 USD" },
        target: "all_customers",
        seller_ratio: "50",
        seller_maximum: "5.00 USD",
        minimum_purchase: "30.00 USD",
        quantity: 20000,
      },
      {
        id: "coupon-2",
        name: "新客立减",
        discount: { kind: "fixed", amount: "3.00 USD" },
        target: "selected_customers",
        seller_ratio: "0",
        seller_maximum: null,
        minimum_purchase: "0.01 USD",
        quantity: null,
      },
    ],
    subsidy: "none",
    approval: "reviewed",
    fee_policy: {
      service_fee_rate: "4",
      effective: null,
      refunds_returned_orders: true,
      smart_promotion_surcharge: null,
      charges_surcharge_too: false,
    },
    note: "",
    ...changes,
  };
}

const couponFinding = finding({
  rule: "CE-03",
  title: "A campaign coupon is not registered",
  field: "coupons",
  product_id: null,
  sku_id: null,
  what: "The coupon 新客立减 is not registered.",
  why: "This campaign asks for all of its coupons.",
  action: "Register it.",
  limit: null,
  value: null,
  gap: null,
  repair: [{ kind: "register_coupon", coupon_id: "coupon-2" }],
});

export const lowStockWarning = finding({
  rule: "RG-13",
  title: "Little campaign stock",
  grade: "warn",
  field: "campaign_stock",
  what: "5 units are set aside of 140 in stock.",
  why: "A campaign that sells out on its first day is shown less.",
  action: "Set more aside.",
  repair: [],
});

const ruleCounts: RuleCount[] = [
  {
    rule: "RG-02",
    title: "Campaign price above the 30-day low",
    grade: "block",
    findings: 42,
    repairable: 42,
  },
  { rule: "RG-01", title: "Campaign price missing", grade: "block", findings: 20, repairable: 0 },
  {
    rule: "RG-13",
    title: "Little campaign stock",
    grade: "warn",
    findings: 17,
    repairable: 0,
  },
  {
    rule: "CE-03",
    title: "A campaign coupon is not registered",
    grade: "block",
    findings: 1,
    repairable: 1,
  },
];

export function draftSummary(changes: Partial<DraftSummary> = {}): DraftSummary {
  return {
    products: 120,
    skus: 360,
    skus_in_order: 281,
    skus_without_price: 20,
    counts: { block: 63, warn: 17, info: 0, by_rule: ruleCounts, by_field: [] },
    overall: [couponFinding],
    ...changes,
  };
}

export const cleanSummary = draftSummary({
  skus_in_order: 360,
  skus_without_price: 0,
  overall: [],
  counts: {
    block: 0,
    warn: 17,
    info: 0,
    by_rule: ruleCounts.filter(({ grade }) => grade === "warn"),
    by_field: [],
  },
});

export const draftLine: DraftLine = {
  id: "d-1",
  campaign_id: "c-1",
  campaign_name: "Black Friday Mega Sale 2026 黑五大促",
  step: "products",
  products: 120,
  skus: 360,
  changed_at: "2026-11-21T16:40:00Z",
};

export function draftHead(changes: Partial<DraftHead> = {}): DraftHead {
  return {
    line: draftLine,
    campaign: draftCampaign(),
    coupons: ["coupon-1"],
    summary: draftSummary(),
    ...changes,
  };
}

const above: RowFinding = {
  rule: "RG-02",
  grade: "block",
  field: "campaign_price",
  what: "21.50 is above the lowest price of the last 30 days, 19.99.",
};
const missing: RowFinding = {
  rule: "RG-01",
  grade: "block",
  field: "campaign_price",
  what: "The campaign price is missing.",
};
const little: RowFinding = {
  rule: "RG-13",
  grade: "warn",
  field: "campaign_stock",
  what: "5 units are set aside of 140 in stock.",
};

const priced = new Map<string, string>();

export function gridRow(index: number): GridRow {
  const product = Math.floor(index / 3);
  const sku_id = `172938475610${String(55000 + index)}`;
  const kind = index % 9;
  const typed = priced.get(sku_id);
  const price = typed ?? (kind === 4 ? null : kind === 2 ? "21.50 USD" : "18.99 USD");
  return {
    sku_id,
    product_id: `17293847561029${38471 + product}`,
    title: titleOf(product),
    variation: ["Black, Standard", "白色, 大号", "Sky blue 🌤, XXL"][index % 3] ?? "",
    seller_sku: `NW-${1000 + index}`,
    tier: product % 4 === 0 ? "featured" : "regular",
    retail_price: "24.99 USD",
    discount_price: null,
    lowest_price: "19.99 USD",
    corridor: {
      floor: "0.01 USD",
      floor_rule: "RG-03",
      ceiling: "19.99 USD",
      ceiling_rule: "RG-02",
      margin_floor: kind === 6 ? null : kind === 8 ? "21.35 USD" : "14.20 USD",
      counting_floor: kind === 6 ? "0.01 USD" : kind === 8 ? "21.35 USD" : "14.20 USD",
      counting_floor_by:
        kind === 6 ? "rules_cost_unknown" : kind === 8 ? "margin_above_ceiling" : "margin",
      is_empty: kind === 7,
    },
    recommended_price: kind === 3 ? "17.99 USD" : null,
    campaign_price: price,
    campaign_stock: kind === 5 ? "5" : "60",
    extra_discount: product % 2 === 0 ? "5" : null,
    available_stock: 140,
    unit_cost: kind === 6 ? null : "7.25 USD",
    fees: price === null ? null : "3.42 USD",
    margin: price === null || kind === 6 ? null : kind === 1 ? "-0.45 USD" : "8.32 USD",
    margin_percent: price === null || kind === 6 ? null : kind === 1 ? "-2.4" : "43.81",
    margin_at_retail: "12.10 USD",
    findings:
      typed !== undefined
        ? []
        : kind === 2
          ? [above]
          : kind === 4
            ? [missing]
            : kind === 5
              ? [little]
              : [],
  };
}

function candidate(index: number): Candidate {
  return {
    product_id: `17293847561029${38471 + index}`,
    title: titleOf(index),
    category: "Kitchen & Dining (601277)",
    skus: 3,
    retail_from: "18.99 USD",
    retail_to: index % 2 ? "24.99 USD" : "18.99 USD",
    recommended: index % 3 === 0,
    in_draft: false,
    obstacle: null,
  };
}

export const plan: PlanView = {
  units: 7200,
  sales: "136728.00 USD",
  lines: [
    ["sales", "Sales at campaign prices", "136728.00 USD"],
    ["extra_discount", "Extra discounts", "-3418.20 USD"],
    ["coupon_seller_share", "Your share of coupons", "-9100.00 USD"],
    ["campaign_service_fee", "Campaign service fee", "-5332.39 USD"],
    ["referral_fee", "Referral fee", "-7998.59 USD"],
    ["shipping_cost", "Shipping", "-30240.00 USD"],
    ["payout", "Payout", "80638.82 USD"],
    ["unit_cost", "Cost of goods", "-52200.00 USD"],
    ["margin", "Left over", "28438.82 USD"],
  ].map(([key = "", name = "", amount = ""]) => ({ key, name, amount, base: null, rate: null })),
  payout: "80638.82 USD",
  margin: "28438.82 USD",
  margin_percent: "20.8",
  margin_at_retail: "58100.00 USD",
  margin_change: "-29661.18 USD",
  skus_without_cost: 40,
  skus_below_cost: 3,
  worst_order: {
    sku_id: "17293847561055001",
    title: titleOf(2),
    customer_pays: "10.01 USD",
    payout: "0.01 USD",
    margin: "-7.24 USD",
  },
  in_plain_words: [
    "The worst single order: the customer pays $10.01, you are paid $0.01.",
    "3 SKUs are sold below cost on an ordinary order.",
    "The same units would leave $58,100.00 at retail prices; the campaign leaves $28,438.82.",
  ],
};

export const submitted: Submitted = {
  campaign_id: "c-1",
  sub_campaigns: ["Early Bird", "Cyber Monday"],
  submitted_at: "2026-11-21T17:00:00Z",
  products: 120,
  skus: 360,
  units: 7200,
  registered_at_once: false,
  proposals: [],
};

const changed = { changed: 2, summary: draftSummary() };
const samples = [0, 1, 2].map((index) => ({
  sku_id: gridRow(index).sku_id,
  title: titleOf(0),
  before: "21.50 USD",
  after: "19.99 USD",
}));

function slice<T>(
  total: number,
  { offset, limit }: { offset: number; limit: number },
  at: (i: number) => T,
) {
  const length = Math.max(0, Math.min(limit, total - offset));
  return { total, rows: Array.from({ length }, (_, index) => at(offset + index)) };
}

export const draftRoom: FakeAnswers = {
  draft_list: {
    drafts: [
      draftLine,
      {
        ...draftLine,
        id: "d-2",
        campaign_id: "c-2",
        campaign_name: "Weekly deals, week 48",
        step: "prices",
        products: 8,
        skus: 21,
      },
    ],
  },
  draft_open: ({ campaign_id }) => draftHead({ line: { ...draftLine, campaign_id } }),
  draft_get: draftHead(),
  draft_set_step: {},
  draft_delete: {},
  draft_candidates: ({ filter, window }) =>
    slice(
      filter.search === "nothing" ? 0 : filter.only_recommended ? 340 : 100_000,
      window,
      candidate,
    ),
  draft_products: ({ choice }) => ({
    ...changed,
    unknown: choice.kind === "pasted" && choice.text.includes("333") ? ["333"] : [],
    unknown_count: choice.kind === "pasted" && choice.text.includes("333") ? 1 : 0,
  }),
  draft_skus: changed,
  draft_left_out: ({ window }) =>
    slice(2, window, (index) => ({
      sku_id: `17293900000000990${index}`,
      product_id: "1729380000000000099",
      title: "Bamboo Lunch Box",
      variation: index === 0 ? "Sage" : "Cream",
      campaign_price: index === 0 ? "12.34 USD" : null,
    })),
  draft_tier: changed,
  draft_coupons: changed,
  draft_extra_discount: changed,
  draft_rows: ({ filter, window }) =>
    slice(
      filter.rule || filter.grade ? 42 : filter.search === "nothing" ? 0 : 360,
      window,
      (index) => gridRow(filter.rule === "RG-02" ? index * 9 + 2 : index),
    ),
  draft_row: ({ sku_id }) => {
    const [sku] = productDetail().skus;
    return {
      row: { ...gridRow(2), sku_id },
      findings: [finding({ sku_id })],
      fees: [
        {
          key: "campaign_price",
          name: "Campaign price",
          base: null,
          rate: null,
          amount: "21.50 USD",
        },
        {
          key: "campaign_service_fee",
          name: "Campaign service fee",
          base: "21.50 USD",
          rate: "4",
          amount: "-0.86 USD",
        },
        {
          key: "referral_fee",
          name: "Referral fee",
          base: "21.50 USD",
          rate: "6",
          amount: "-1.29 USD",
        },
        { key: "shipping_cost", name: "Shipping", base: null, rate: null, amount: "-4.20 USD" },
        { key: "payout", name: "Payout", base: null, rate: null, amount: "15.15 USD" },
        { key: "unit_cost", name: "Cost of goods", base: null, rate: null, amount: "-7.25 USD" },
        { key: "margin", name: "Left over", base: null, rate: null, amount: "7.90 USD" },
      ],
      platform_reasons: ["The campaign price should be lower than the lowest price in 30 days."],
      history: sku?.history ?? [],
      look_back: sku?.look_back ?? null,
    };
  },
  draft_edit_cells: ({ cells }) => {
    const unread = cells.filter(({ text }) => text !== "" && !/^\d+(\.\d+)?$/.test(text));
    for (const { sku_id, column, text } of cells) {
      if (column === "campaign_price" && /^\d+(\.\d+)?$/.test(text))
        priced.set(sku_id, `${text} USD`);
    }
    return {
      rows: Array.from({ length: 360 }, (_, index) => gridRow(index)).filter((row) =>
        cells.some(({ sku_id }) => sku_id === row.sku_id),
      ),
      unread: unread.map((cell) => ({
        ...cell,
        reason: `"${cell.text}" is no price. Write it like 19.99.`,
      })),
      summary: draftSummary(),
    };
  },
  draft_fill: ({ preview }) => ({
    set: 338,
    fitted: 0,
    thin: 7,
    left: [
      { reason: "10% off is still above the lowest price of 30 days.", rows: 20 },
      { reason: "No price is allowed here.", rows: 2 },
    ],
    samples,
    summary: preview ? null : draftSummary(),
  }),
  draft_repair: ({ preview }) => ({
    edits: 42,
    cleared: 44,
    left: [{ reason: "The campaign price is missing: no price to repair from.", rows: 20 }],
    samples,
    summary: preview ? null : draftSummary(),
  }),
  draft_apply_edits: { rows: [], unread: [], summary: draftSummary() },
  draft_check: draftSummary(),
  draft_findings: ({ filter, window }) =>
    filter.field !== null ? { total: 0, rows: [] } : slice(17, window, () => lowStockWarning),
  draft_plan: plan,
  draft_submit: submitted,
  campaign_get: draftCampaign(),
};
