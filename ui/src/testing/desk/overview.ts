// The made-up desk's first page, calendar, history and rule book.
import type { Calendar, CampaignLine, Overview, RulePage } from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { historyLine } from "../../bridge/samples";

const none = { pending: 0, registered: 0, rejected: 0, sku_error: 0, withdrawn: 0 };

function campaign(changes: Partial<CampaignLine>): CampaignLine {
  return {
    id: "c-1",
    name: "Black Friday Mega Sale 2026 黑五大促",
    kind: "major",
    registration: { start: "2026-11-01T08:00:00Z", end: "2026-11-22T07:59:00Z" },
    running: { start: "2026-11-27T08:00:00Z", end: "2026-12-01T08:00:00Z" },
    phase: "open",
    eligibility: "eligible_with_warnings",
    ineligible_because: null,
    draft_id: "d-1",
    products: { ...none, pending: 48, registered: 120 },
    ...changes,
  };
}

export const overview: Overview = {
  products: 12_480,
  skus: 38_912,
  skus_without_cost: 1_204,
  campaigns: [
    campaign({}),
    campaign({
      id: "c-2",
      name: "Weekly deals, week 47",
      kind: "weekly",
      phase: "running",
      eligibility: "eligible",
      running: { start: "2026-11-16T08:00:00Z", end: "2026-11-23T08:00:00Z" },
      products: { ...none, registered: 36 },
    }),
    campaign({
      id: "c-3",
      name: "Integrated holiday season: 12.12, Christmas, New Year",
      kind: "integrated",
      phase: "upcoming",
      eligibility: "ineligible",
      ineligible_because: "Smart Promotion is required (SP-01).",
      registration: { start: "2026-11-28T08:00:00Z", end: "2026-12-08T08:00:00Z" },
      running: { start: "2026-12-12T08:00:00Z", end: "2027-01-03T08:00:00Z" },
      products: none,
    }),
  ],
  drafts: [
    {
      id: "d-1",
      campaign_id: "c-1",
      campaign_name: "Black Friday Mega Sale 2026 黑五大促",
      step: "prices",
      products: 52,
      skus: 148,
      changed_at: "2026-11-21T11:20:00Z",
    },
  ],
  sku_errors: [
    {
      campaign_id: "c-1",
      campaign_name: "Black Friday Mega Sale 2026 黑五大促",
      product_id: "1729384756102938472",
      title: "小熊陶瓷马克杯 350ml 带盖带勺 办公室情侣礼物 🐻",
      reason: "The retail price changed from 27.99 to 24.99.",
      days_left: 2,
      action: "Withdraw it and register it again with a campaign price below 24.99.",
      withdrawal: null,
    },
    {
      campaign_id: "c-2",
      campaign_name: "Weekly deals, week 47",
      product_id: "1729384756102938473",
      title: '<script>alert("title")</script> Hoodie & "quotes"',
      reason: "A SKU was removed.",
      days_left: -1,
      action: "It cannot be registered again in this campaign.",
      withdrawal: null,
    },
  ],
  due: [
    {
      kind: "registration_closes",
      text: "Registration of Black Friday Mega Sale closes",
      at: "2026-11-22T07:59:00Z",
      campaign: { kind: "platform", campaign_id: "c-1" },
    },
    {
      kind: "price_edit_due",
      text: "Decision on 3 price edits",
      at: "2026-11-24T08:00:00Z",
      campaign: { kind: "platform", campaign_id: "c-2" },
    },
    {
      kind: "campaign_starts",
      text: "Black Friday Mega Sale starts",
      at: "2026-11-27T08:00:00Z",
      campaign: { kind: "platform", campaign_id: "c-1" },
    },
  ],
  smart_promotion_monthly_fee: "1446.00 USD",
  first_steps: [
    { key: "import_catalogue", done: true },
    { key: "import_costs", done: false },
    { key: "join_smart_promotion", done: false },
    { key: "record_campaign", done: true },
    { key: "register", done: false },
  ],
};

const rules = [
  {
    id: "RG-02",
    name: "campaign_price_above_30_day_low",
    title: "Campaign price above the 30-day low",
    grade: "block" as const,
  },
  {
    id: "RG-19",
    name: "registered_sku_changed",
    title: "Retail price of a registered SKU changed",
    grade: "warn" as const,
  },
  {
    id: "RG-14",
    name: "approval",
    title: "Reviewed or registered at once",
    grade: "info" as const,
  },
];

const rulePage: RulePage = {
  line: rules[0] ?? { id: "", name: "", title: "", grade: "block" },
  sections: [
    {
      heading: "What it checks",
      text: "The campaign price is at most the lowest price of the **look-back**, by default the 30 days\nbefore registration. <b>No markup</b> is drawn from `text`.\n\n- *each SKU* on its own\n- or all SKUs of a product together,\n  where the campaign says so",
    },
    {
      heading: "Why the platform asks for it",
      text: "A campaign promises customers the best price of the season.",
    },
    {
      heading: "How to repair it",
      text: "Set the price to the limit, or leave the SKU out.\n\n```\nrepair: set_campaign_price 19.99\n```",
    },
  ],
  sources: [
    {
      title: "How to register for Integrated Campaigns",
      says: "The campaign price must not exceed the lowest price in the past 30 days.",
      seen: "2026-03-02",
      trust: "platform",
    },
    {
      title: "House convention",
      says: "A day counts from its midnight in the shop's zone.",
      seen: "2026-11-02",
      trust: "house",
    },
  ],
  figures: [
    {
      key: "campaign.look_back_days",
      market: null,
      from: "2025-01-01",
      until: null,
      value: "30",
      in_force: true,
      source: {
        title: "How to register for Integrated Campaigns",
        says: "30 days",
        seen: "2026-03-02",
        trust: "platform",
      },
    },
    {
      key: "campaign.look_back_days",
      market: "US",
      from: null,
      until: "2025-01-01",
      value: "14",
      in_force: false,
      source: {
        title: "TikTok Shop Campaign x Smart Promotion",
        says: "14 days",
        seen: "2024-11-02",
        trust: "public",
      },
    },
  ],
  examples: [
    {
      kind: "found",
      title: "a cent too high",
      given: '[sku]\ncampaign_price = "20.00"\nlowest = "19.99"',
      answer: "RG-02 block campaign_price limit=19.99 value=20.00 gap=0.01",
    },
    {
      kind: "boundary",
      title: "exactly the lowest price",
      given: '[sku]\ncampaign_price = "19.99"',
      answer: "",
    },
  ],
};

const chineseRulePage: RulePage = {
  ...rulePage,
  line: { ...rulePage.line, title: "活动价高于近期最低价" },
  sections: [
    { heading: "检查内容", text: "SKU 的活动价不高于其回溯期内的最低价，默认回溯 30 天。" },
    { heading: "平台为何这样要求", text: "顾客期待活动价是当季最低价。" },
    { heading: "如何修复", text: "把价格降到上限，或不报名该 SKU。" },
  ],
  examples: rulePage.examples.map((example, index) => ({
    ...example,
    title: ["高出一分", "恰为最低价"][index] ?? "",
  })),
};

export const calendar: Calendar = {
  bars: overview.campaigns.flatMap(({ id, name, registration, running, products }) => [
    {
      campaign: { kind: "platform" as const, campaign_id: id },
      name,
      kind: "registration",
      period: registration,
      products: products.registered,
    },
    {
      campaign: { kind: "platform" as const, campaign_id: id },
      name,
      kind: "running",
      period: running,
      products: products.registered,
    },
  ]),
  conflicts: [{ first: "c-1", second: "c-2", skus: 14 }],
};

export const readingRoom: FakeAnswers = {
  overview,
  calendar,
  history_page: ({ window: { offset, limit } }) => ({
    total: 132,
    rows: Array.from({ length: Math.min(limit, 132 - offset) }, (_, index) =>
      historyLine({
        sequence: 132 - offset - index,
        summary: index % 3 === 1 ? "Prices of 148 SKUs filled, 20 % off" : "导入 240 个商品",
        state: index + offset === 0 ? "undone" : index === 4 ? "superseded" : "done",
      }),
    ),
  }),
  rule_index: {
    families: [
      { prefix: "RG", title: "Registration", rules },
      {
        prefix: "SP",
        title: "Smart Promotion",
        rules: [
          {
            id: "SP-01",
            name: "smart_promotion_required",
            title: "The campaign asks for Smart Promotion",
            grade: "block",
          },
        ],
      },
    ],
  },
  rule_page: ({ id }, language) =>
    language === "zh-CN"
      ? chineseRulePage
      : { ...rulePage, line: rules.find((rule) => rule.id === id) ?? rulePage.line },
};
