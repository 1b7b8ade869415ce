// The made-up desk's affiliate campaigns: one open, one that the shop is not selected for, products in every state.
import type {
  JoinDraft,
  JoinedLine,
  JoinedStateKind,
  JoinForm,
  OwnCampaignDraft,
  OwnCampaignForm,
  PartnerCampaignLine,
  PartnerCandidate,
  PartnerFinding,
  ProductAtRate,
} from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";
import { productCategories } from "./products";

const nobody = {
  total: 0,
  pending: 0,
  approved: 0,
  rejected: 0,
  pending_closed: 0,
  closed: 0,
  samples_set: 0,
  samples_approved: 0,
};

export function partnerLine(changes: Partial<PartnerCampaignLine> = {}): PartnerCampaignLine {
  return {
    campaign: {
      id: "a-1",
      name: "Glow creators",
      details: "Short videos and LIVE",
      registration: { start: "2026-11-01T08:00:00Z", end: "2026-11-24T08:00:00Z" },
      running: { start: "2026-12-01T08:00:00Z", end: "2027-01-01T08:00:00Z" },
      minimum_rate: "15",
      partner: "Bright Agency",
      partner_contact: "hello@bright.example",
      scope: { kind: "all_sellers" },
      note: "",
    },
    stage: "open",
    can_join: true,
    obstacles: [],
    next_deadline: "2026-11-24T08:00:00Z",
    time_left: "2 days 15 h",
    products: nobody,
    has_draft: false,
    ...changes,
  };
}

const closed = partnerLine({
  campaign: {
    ...partnerLine().campaign,
    id: "a-2",
    name: "Luxe picks",
    scope: { kind: "selected_sellers", this_shop: false },
  },
  can_join: false,
  obstacles: [
    finding({
      rule: "AF-04",
      field: "scope",
      what: "The campaign is for selected sellers, and your shop is not among them.",
    }),
  ],
});

export const joinDraft: JoinDraft = {
  campaign_id: "a-1",
  products: ["1001"],
  rate: "20",
  samples: "3",
  own_terms: {},
  contact: { email: "mia@sunny.example", messenger: "", phone: "" },
};

export const joinForm: JoinForm = {
  draft: joinDraft,
  line: partnerLine(),
  rate_at_least: "15",
  rate_at_most: "80",
};

export function partnerFinding(changes: Partial<PartnerFinding> = {}): PartnerFinding {
  return {
    ...finding({
      rule: "AF-05",
      title: "Commission rate out of range",
      field: "rate",
      product_id: null,
      sku_id: null,
      what: "The total commission rate is 14 %; the partner asks for 15 %.",
    }),
    changes: [{ field: "rate", to: "15" }],
    ...changes,
  };
}

export const samplesWarning = partnerFinding({
  rule: "AF-06",
  title: "Samples approved automatically",
  grade: "warn",
  field: "samples",
  what: "3 samples will be approved without asking you; they cost up to $15.00.",
  changes: [],
});

const promised = {
  samples: 3,
  known_products: 1,
  unknown_products: 0,
  at_least: "15.00 USD",
  at_most: "15.00 USD",
};

export const candidate: PartnerCandidate = {
  product_id: "1002",
  title: "Desk lamp",
  category: "Lamps",
  retail_from: "20.00 USD",
  retail_to: "22.00 USD",
  chosen: false,
  state: null,
  obstacle: null,
};

const next: Record<JoinedStateKind, JoinedStateKind[]> = {
  pending: ["approved", "rejected"],
  approved: ["pending_closed"],
  rejected: [],
  pending_closed: ["closed", "approved"],
  closed: [],
};

export function joinedLine(product_id: string, kind: JoinedStateKind): JoinedLine {
  return {
    product: {
      campaign_id: "a-1",
      product_id,
      rate: "20",
      samples: { set: 5, approved: 2 },
      state: kind === "rejected" ? { kind, reason: "low stock" } : { kind },
      submitted_at: "2026-11-10T17:00:00Z",
      decided_at: kind === "pending" ? null : "2026-11-12T17:00:00Z",
    },
    title: `Product ${product_id}`,
    campaign: "Glow creators",
    state: kind,
    samples_left: 3,
    may: {
      become_next: next[kind],
      change_rate: kind === "pending",
      note_samples: kind !== "pending" && kind !== "rejected",
      register_again: kind === "rejected",
    },
  };
}

const ownDraft: OwnCampaignDraft = {
  id: "o-2",
  title: "",
  description: "",
  registration: null,
  running: null,
  openness: { kind: "all_partners" },
  products: [],
  rate: null,
  preferences: { followers_at_least: null, formats: [], wishes: "" },
};

export const ownForm: OwnCampaignForm = {
  draft: ownDraft,
  title_at_most: 50,
  description_at_most: 1000,
  days_at_least: 1,
  days_at_most: 360,
  rate_at_least: "1",
  rate_at_most: "80",
};

const productAtRate: ProductAtRate = {
  worst_at_retail: {
    sku_id: "2001",
    campaign: null,
    price: "20.00 USD",
    commission: "4.00 USD",
    left: "7.80 USD",
    break_even: { kind: "at", rate: "59.02", whole: "59" },
  },
  worst_in_campaign: null,
  no_loss_up_to: "59",
  losing_at_retail: 0,
  losing_in_campaign: 0,
  cost_unknown: 0,
  skus: 3,
};

export const affiliateRoom: FakeAnswers = {
  product_categories: productCategories,
  partner_campaign_page: {
    total: 2,
    rows: [partnerLine(), closed],
    all: 2,
    can_join: 1,
    joined: 0,
  },
  partner_join_open: joinForm,
  partner_join_check: {
    findings: [samplesWarning],
    counts: { block: 0, warn: 1, info: 0, by_rule: [], by_field: [] },
    passes: true,
    promised,
    consequences: [
      "1 products go to the partner for review; until it has decided they are pending.",
    ],
  },
  partner_join_save: joinForm,
  partner_candidates: { total: 100_000, rows: [candidate] },
  partner_products: {
    products: ["1001", "1002"],
    changed: 1,
    unchanged: 0,
    passed_over: 0,
    unknown: [],
    unknown_count: 0,
  },
  partner_join_outlook: {
    total: 1,
    rows: [
      {
        product_id: "1001",
        title: "Travel mug",
        rate: "20",
        samples: 3,
        sample_costs: { least: "5.00 USD", most: "5.00 USD", unknown: 0 },
        at_rate: productAtRate,
      },
    ],
    losing_at_retail: 0,
    losing_in_campaign: 0,
    cost_unknown: 0,
    no_loss_up_to: "59",
    promised,
    words: ["No product whose cost is known is sold at a loss up to 59 %."],
  },
  partner_product_page: ({ state }) => {
    const all = [
      joinedLine("1001", "pending"),
      joinedLine("1002", "approved"),
      joinedLine("1003", "rejected"),
    ];
    const rows = all.filter(({ product }) => state === null || product.state.kind === state);
    const counts = { ...nobody, total: 3, pending: 1, approved: 1, rejected: 1 };
    return { total: rows.length, rows, counts };
  },
  partner_product_get: {
    line: joinedLine("1002", "approved"),
    sample_cost: "5.00 USD",
    history: [
      { at: "2026-11-12T17:00:00Z", what: "Approved", acknowledged: [] },
      {
        at: "2026-11-10T17:00:00Z",
        what: "Submitted at 20 % with 5 samples",
        acknowledged: [],
      },
    ],
  },
  partner_join_product: {
    title: "Travel mug",
    at_rate: productAtRate,
    sales: [
      {
        sku_id: "2001",
        variation: "Blue",
        campaign: null,
        price: "20.00 USD",
        discounts: "0.00 USD",
        fees: [
          {
            key: "affiliate_commission",
            name: "Affiliate commission",
            base: "20.00 USD",
            rate: "20",
            amount: "4.00 USD",
          },
        ],
        shipping_cost: "2.00 USD",
        unit_cost: "5.00 USD",
        left: "7.80 USD",
        break_even: { kind: "at", rate: "59.02", whole: "59" },
      },
    ],
  },
  own_campaign_page: {
    total: 1,
    rows: [
      {
        id: "o-1",
        title: "Creators wanted",
        stage: "open",
        registration: { start: "2026-11-01T08:00:00Z", end: "2026-12-01T08:00:00Z" },
        running: { start: "2026-12-01T08:00:00Z", end: "2027-01-01T08:00:00Z" },
        rate: "14",
        products: 6,
        selected_partners: 2,
        joined: 1,
      },
    ],
    stages: [{ stage: "open", campaigns: 1 }],
  },
  own_campaign_template: ownForm,
  own_campaign_check: { findings: [], passes: true },
  own_campaign_draft_save: ownForm,
};
