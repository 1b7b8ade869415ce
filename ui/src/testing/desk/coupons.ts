// The made-up desk's seller coupons: five types, a list, a calendar, a customer.
import type {
  CouponCandidate,
  CouponDetail,
  CouponDraft,
  CouponField,
  CouponFinding,
  CouponForm,
  CouponKind,
  CouponLine,
  CouponOutlookShown,
  CouponShape,
  ImportPreview,
} from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";
import { productCategories } from "./products";

const fieldNames: Record<CouponField, string> = {
  name: "Name",
  claim_code: "Claim code",
  period: "Claim period",
  validity: "Validity",
  audience: "Audience",
  customer: "Customer",
  amount: "Fixed amount",
  rate: "Percentage",
  maximum_discount: "Maximum discount",
  minimum_spend: "Minimum spend",
  quantity: "Claimable quantity",
  claims_per_customer: "Claims per customer",
  scope: "Applies to",
};

const discount = ["amount", "rate", "maximum_discount", "minimum_spend", "quantity"] as const;

/** The fields of each type, as the platform has them. */
export const fieldsOf: Record<CouponKind, readonly CouponField[]> = {
  standard: ["name", "period", "validity", "audience", ...discount, "claims_per_customer", "scope"],
  follower: ["name", "period", "validity", ...discount, "scope"],
  review: ["name", "period", "validity", ...discount, "scope"],
  chat: ["name", "period", "validity", "customer", ...discount, "scope"],
  promo_code: ["name", "claim_code", "period", ...discount, "claims_per_customer", "scope"],
};

const kindNames: Record<CouponKind, string> = {
  standard: "Standard coupon",
  follower: "Follower coupon",
  review: "Review coupon",
  chat: "Chat coupon",
  promo_code: "Promo code",
};

const changeable: readonly CouponField[] = ["name", "period", "quantity"];

export function couponShape(kind: CouponKind, frozen = false): CouponShape {
  const isCode = kind === "promo_code";
  return {
    kind,
    name: kindNames[kind],
    about: `What a ${kindNames[kind].toLowerCase()} is for.`,
    fields: fieldsOf[kind].map((field) => ({
      field,
      name: fieldNames[field],
      freezes: !changeable.includes(field),
      frozen: frozen && !changeable.includes(field),
    })),
    takes_validity_dates: kind === "standard" || kind === "chat",
    products_at_most: kind === "review" ? 2000 : isCode ? 1000 : null,
    prefix: isCode ? { text: "NORT", certain: true } : null,
    claim_code_at_least: isCode ? 2 : null,
    claim_code_at_most: isCode ? 8 : null,
  };
}

export function couponDraft(kind: CouponKind, changes: Partial<CouponDraft> = {}): CouponDraft {
  return {
    id: "k-new",
    kind,
    name: "",
    period: null,
    validity: null,
    audience: "all",
    customer: "",
    amount: null,
    rate: null,
    maximum_discount: null,
    minimum_spend: null,
    quantity: null,
    claims_per_customer: { kind: "at_most", times: 1 },
    scope: { kind: "whole_shop" },
    claim_code: "",
    ...changes,
  };
}

/** Everything but the code filled in. */
export function wholeDraft(kind: CouponKind, changes: Partial<CouponDraft> = {}): CouponDraft {
  return couponDraft(kind, {
    id: "k-draft",
    name: "Spring",
    period: { start: "2026-12-01T08:00:00Z", end: "2027-01-15T08:00:00Z" },
    validity: { kind: "days_after_claim", days: 14 },
    amount: "5.00 USD",
    minimum_spend: "20.00 USD",
    quantity: "100",
    ...changes,
  });
}

export function couponForm(draft: CouponDraft, changes: Partial<CouponForm> = {}): CouponForm {
  return { draft, edits: false, shape: couponShape(draft.kind), ...changes };
}

export function couponFinding(changes: Partial<CouponFinding> = {}): CouponFinding {
  return {
    ...finding({ product_id: null, sku_id: null, limit: null, value: null, gap: null, repair: [] }),
    rule: "CP-01",
    title: "Type and name",
    field: "name",
    what: "The coupon has no name.",
    why: "Every coupon has a name of its own.",
    action: "Give it a name.",
    changes: [],
    ...changes,
  };
}

export const lowAmountWarning = couponFinding({
  rule: "CP-07",
  title: "Discount against minimum spend",
  grade: "warn",
  field: "minimum_spend",
  what: "The coupon takes off nearly all of the smallest order.",
  why: "Such coupons are mostly slips.",
  action: "Raise the minimum spend to 25.00.",
  changes: [{ field: "minimum_spend", to: "25.00 USD" }],
});

/** What a made-up book says: what is missing blocks. */
export function findingsOf(draft: CouponDraft): CouponFinding[] {
  const missing = (field: CouponField, what: string) =>
    couponFinding({ field, what, action: "Fill it in." });
  return [
    ...(draft.name === "" ? [couponFinding()] : []),
    ...(draft.period === null ? [missing("period", "The coupon has no claim period.")] : []),
    ...(draft.amount === null && draft.rate === null
      ? [missing("amount", "The coupon takes nothing off.")]
      : []),
    ...(draft.quantity === null ? [missing("quantity", "The coupon has no quantity.")] : []),
    ...(draft.kind === "promo_code" && draft.claim_code === ""
      ? [missing("claim_code", "The promo code has no claim code.")]
      : []),
    ...(draft.kind === "chat" && draft.customer === ""
      ? [missing("customer", "The chat coupon has no customer.")]
      : []),
  ];
}

export function outlook(changes: Partial<CouponOutlookShown> = {}): CouponOutlookShown {
  return {
    spend: { estimated: "500.00 USD", worst: "500.00 USD" },
    spend_words: ["100 coupons at $5.00."],
    smallest_order: { order_value: "20.00 USD", taken_off: "5.00 USD", pays: "15.00 USD" },
    buyer_pays: null,
    plain_words: ["A $20.00 order pays $15.00."],
    below_cost: {
      products: 0,
      skus: 0,
      at_campaign_price: 0,
      cost_unknown: 0,
      words: ["Every product stays above what it costs you."],
    },
    confirm: null,
    freezes: ["Fixed amount", "Minimum spend"],
    addon: null,
    notes: [],
    ...changes,
  };
}

export const belowCostOutlook = outlook({
  plain_words: ["A $10.01 order pays $0.01."],
  below_cost: {
    products: 37,
    skus: 52,
    at_campaign_price: 12,
    cost_unknown: 3,
    words: ["On 37 of your products this coupon goes below cost."],
  },
  confirm: { type_this: "10.00", words: "The coupon sells 37 products below cost." },
  addon: {
    liability: {
      live: 1,
      at_most: "240.00 USD",
      without_limit: 0,
      a_further_one: "300.00 USD",
    },
    words: ["A standard coupon can make the platform create another one."],
  },
});

export function couponLine(changes: Partial<CouponLine> = {}): CouponLine {
  return {
    id: "k-1",
    name: "Winter welcome 冬季欢迎券",
    kind: "standard",
    state: "ongoing",
    period: { start: "2026-11-10T08:00:00Z", end: "2027-01-10T08:00:00Z" },
    discount: { kind: "fixed", amount: "5.00 USD" },
    minimum_spend: "20.00 USD",
    quantity: 500,
    audience: "new",
    customer: null,
    full_claim_code: null,
    products: null,
    estimated_spend: "2500.00 USD",
    origin: { kind: "planned" },
    flag: null,
    liability: { left: 380, at_most: "1900.00 USD" },
    results: {
      claimed: 120,
      used: 40,
      sales: "1640.00 USD",
      spend: "200.00 USD",
      as_of: "2026-11-20T08:00:00Z",
    },
    ...changes,
  };
}

export const promoLine = couponLine({
  id: "k-2",
  name: "Creator code",
  kind: "promo_code",
  state: "upcoming",
  period: { start: "2026-12-01T08:00:00Z", end: "2026-12-20T08:00:00Z" },
  discount: { kind: "percentage", rate: "20", maximum: "10.00 USD" },
  full_claim_code: "NORTSAVE20",
  audience: null,
  liability: { left: 200, at_most: "2000.00 USD" },
  results: null,
});

export const addonLine = couponLine({
  id: "k-3",
  name: "Flash sale addon 1121",
  origin: { kind: "addon", came_with: "flash_sale" },
  flag: "The platform created this addon coupon; it is not of your plan.",
  liability: { left: null, at_most: null },
  results: null,
});

export const couponLines: CouponLine[] = [
  addonLine,
  couponLine(),
  promoLine,
  couponLine({
    id: "k-4",
    name: "",
    kind: "review",
    state: "draft",
    period: null,
    discount: null,
    minimum_spend: null,
    quantity: null,
    origin: null,
    liability: null,
    results: null,
  }),
];

export function couponDetail(
  line: CouponLine = couponLine(),
  changes: Partial<CouponDetail> = {},
): CouponDetail {
  return {
    coupon: {
      id: line.id,
      terms: {
        kind: line.kind,
        name: line.name,
        period: line.period ?? { start: "", end: "" },
        validity: null,
        audience: line.audience,
        customer: line.customer,
        discount: line.discount ?? { kind: "fixed", amount: "5.00 USD" },
        minimum_spend: line.minimum_spend,
        quantity: line.quantity,
        claims_per_customer: null,
        scope: { kind: "whole_shop" },
        claim_code: line.full_claim_code?.slice(4) ?? null,
      },
      origin: line.origin ?? { kind: "planned" },
      recorded_at: "2026-11-08T17:00:00Z",
      deactivated_at: line.state === "deactivated" ? "2026-11-21T17:00:00Z" : null,
      sent_at: null,
      results: line.results,
    },
    line,
    terms: [
      { field: "name", name: "Name", value: line.name },
      { field: "quantity", name: "Claimable quantity", value: String(line.quantity) },
    ],
    may: { edit: ["name", "period", "quantity"], deactivate: true, send: line.kind === "chat" },
    estimated_spend: "2500.00 USD",
    history: [
      {
        at: "2026-11-15T17:00:00Z",
        what: "Edited",
        changes: [{ name: "Claimable quantity", before: "300", after: "500" }],
        acknowledged: [],
      },
      { at: "2026-11-08T17:00:00Z", what: "Created", changes: [], acknowledged: ["CP-07"] },
    ],
    ...changes,
  };
}

export function candidate(index: number, changes: Partial<CouponCandidate> = {}): CouponCandidate {
  return {
    product_id: `17293847561029${index}`,
    title: `Linen apron ${index}`,
    category: "Kitchen",
    retail_from: "19.90 USD",
    retail_to: "24.90 USD",
    named: false,
    obstacle: null,
    ...changes,
  };
}

const lineOf = (id: string) => couponLines.find((line) => line.id === id) ?? couponLine();
const namedIds = (scope: CouponDraft["scope"]) => (scope.kind === "products" ? scope.ids : []);

/** An order file whose first column is taken for this. */
function orderFile(first: string | null): ImportPreview {
  const column = (index: number, heading: string, field: string | null) => ({
    index,
    heading,
    field,
    from: "guessed" as const,
    samples: ["1", "2"],
  });
  return {
    import_id: "i-orders",
    target: { kind: "orders" },
    files: [
      {
        name: "orders.csv",
        format: "table",
        rows: 1250,
        encoding: { recognised: "utf8", chosen: null, open: false },
        columns: [
          column(0, "Nr", first),
          column(1, "Who", "customer"),
          column(2, "When", "placed_at"),
        ],
        decimal_mark: null,
        day_order: null,
        lists_every_sku: null,
      },
    ],
    counts: { new: 0, changed: 0, unchanged: 0, removed: 0, refused: 0 },
    blocked_by: first === null ? "orders.csv: no column is mapped to Order ID." : null,
    notes: [],
    findings: [],
  };
}

export const couponRoom: FakeAnswers = {
  coupon_template: ({ kind }) => couponForm(couponDraft(kind)),
  coupon_check: ({ draft }) => {
    const findings = findingsOf(draft);
    return {
      shape: couponShape(draft.kind),
      findings,
      passes: findings.every(({ grade }) => grade !== "block"),
      full_claim_code:
        draft.claim_code === "" ? null : `NORT${draft.claim_code.trim().toUpperCase()}`,
    };
  },
  coupon_repair: ({ draft, changes }) => {
    const change = changes.find(({ field }) => field === "minimum_spend");
    return couponForm(
      change?.field === "minimum_spend" ? { ...draft, minimum_spend: change.to } : draft,
    );
  },
  product_categories: productCategories,
  coupon_product_candidates: ({ scope, filter }) =>
    filter.only === "named"
      ? {
          total: namedIds(scope).length,
          rows: namedIds(scope).map((product_id, index) =>
            candidate(index, { product_id, named: true }),
          ),
        }
      : { total: 1200, rows: [candidate(1), candidate(2, { obstacle: "No stock" })] },
  coupon_products: ({ scope, choice, include }) => {
    const before = namedIds(scope);
    const chosen =
      choice.kind === "ids" ? choice.product_ids : ["172938475610291", "172938475610292"];
    const others = before.filter((id) => !chosen.includes(id));
    const ids = include ? [...others, ...chosen] : others;
    return {
      scope: choice.kind === "whole_shop" ? { kind: "whole_shop" } : { kind: "products", ids },
      changed: Math.abs(ids.length - before.length),
      unchanged: 0,
      unknown: choice.kind === "pasted" ? ["abc"] : [],
      unknown_count: choice.kind === "pasted" ? 1 : 0,
      beyond_limit: 0,
    };
  },
  coupon_outlook: outlook(),
  coupon_below_cost: {
    total: 52,
    rows: [
      {
        figures: {
          product_id: "172938475610291",
          sku_id: "172938475610299",
          campaign: "Black Friday Mega Sale 2026",
          price: "12.00 USD",
          units: 1,
          pays: "2.00 USD",
          cost: "6.40 USD",
          loss: "4.40 USD",
        },
        title: "Linen apron",
        variation: "Blue",
      },
    ],
  },
  coupon_save: ({ draft }) =>
    couponDetail(couponLine({ id: draft.id, name: draft.name, kind: draft.kind })),
  coupon_edit: ({ draft }) =>
    couponDetail(couponLine({ id: draft.id, name: draft.name, kind: draft.kind })),
  coupon_open: ({ coupon_id }) => couponForm(wholeDraft("standard", { id: coupon_id })),
  coupon_draft_save: ({ draft }) => couponForm(draft),
  coupon_draft_delete: {},
  coupon_code_suggest: { claim_code: "GLOW7", full_claim_code: "NORTGLOW7" },
  coupon_code_taken: ({ claim_code, taken }) => ({
    prefix: { text: "NORT", certain: true },
    entered_prefix: null,
    addon_coupons: "may_appear",
    taken_codes: taken ? [{ claim_code, noted_at: "2026-11-21T17:00:00Z" }] : [],
  }),
  coupon_settings: {
    prefix: { text: "NORT", certain: true },
    entered_prefix: null,
    addon_coupons: "may_appear",
    taken_codes: [{ claim_code: "SALE", noted_at: "2026-11-12T17:00:00Z" }],
  },
  coupon_settings_save: ({ entered_prefix, addon_coupons }) => ({
    prefix: { text: entered_prefix ?? "NORT", certain: true },
    entered_prefix,
    addon_coupons,
    taken_codes: [],
  }),
  coupon_page: ({ filter }) => {
    const rows = couponLines.filter(
      (line) =>
        (filter.state === null ? line.state !== "draft" : line.state === filter.state) &&
        (filter.kind === null || line.kind === filter.kind) &&
        (!filter.only_unplanned || line.flag !== null) &&
        line.name.toLowerCase().includes(filter.search.toLowerCase()),
    );
    return {
      total: rows.length,
      rows,
      counts: {
        draft: 1,
        upcoming: 1,
        ongoing: 2,
        ended: 0,
        deactivated: 0,
        unplanned: 1,
        addon: 1,
      },
    };
  },
  coupon_get: ({ coupon_id }) => couponDetail(lineOf(coupon_id)),
  coupon_deactivate: ({ coupon_id }) =>
    couponDetail({ ...lineOf(coupon_id), state: "deactivated" }),
  coupon_send: ({ coupon_id }) => couponDetail(lineOf(coupon_id)),
  coupon_duplicate: ({ coupon_id }) =>
    couponForm(wholeDraft(lineOf(coupon_id).kind, { id: "k-copy", name: lineOf(coupon_id).name })),
  coupon_addon_record: ({ draft, came_with }) =>
    couponDetail(couponLine({ id: "k-9", name: draft.name, origin: { kind: "addon", came_with } })),
  coupon_card: {
    shop: "Northwind Home Goods",
    full_claim_code: "NORTSAVE20",
    headline: "20 % off, at most $10.00",
    lines: ["From $20.00", "2026-12-01 to 2026-12-20"],
    text: "Northwind Home Goods\n20 % off, at most $10.00\nNORTSAVE20",
    caution: "The code works from 2026-12-01 on.",
  },
  coupon_card_save: ({ path }) => ({ path }),
  coupon_calendar: {
    coupons: [
      couponLine(),
      couponLine({
        id: "k-5",
        name: "Second welcome",
        state: "upcoming",
        period: { start: "2026-12-20T08:00:00Z", end: "2027-01-30T08:00:00Z" },
      }),
      promoLine,
    ],
    total: 3,
    overlaps: [
      {
        rule: "CP-12",
        first: "k-1",
        second: "k-5",
        period: { start: "2026-12-20T08:00:00Z", end: "2027-01-10T08:00:00Z" },
        words: "Two new-customer coupons could be claimed at once.",
      },
    ],
    new_customer_free_from: "2027-01-30T08:00:00Z",
    review_free_from: null,
  },
  coupon_customer_test: {
    at: "2026-11-21T17:00:00Z",
    coupons: [
      {
        coupon: couponLine(),
        gets: true,
        reasons: [
          couponFinding({
            rule: "CP-13",
            grade: "info",
            what: "The customer has no paid order: new.",
            action: "",
          }),
        ],
      },
      {
        coupon: addonLine,
        gets: false,
        reasons: [
          couponFinding({ rule: "CP-14", grade: "value", what: "The customer never followed." }),
        ],
      },
    ],
    gets: 1,
    used: { coupon_id: "k-1", takes_off: "5.00 USD" },
    notes: ["One seller coupon per order."],
  },
  coupon_review_words: ({ text }) => ({ words: text.split(" ").filter(Boolean).length }),
  coupon_customer_file: ({ customer }) => ({
    customers: ["mia", "lee"],
    customer_count: 2,
    record:
      customer === ""
        ? null
        : {
            name: customer,
            orders: [
              {
                id: "o-77",
                placed_at: "2026-10-01T08:00:00Z",
                paid_at: "2026-10-01T08:05:00Z",
                refunded: false,
                products: ["172938475610291"],
              },
            ],
            follows: [],
            reviews: [],
            claims: [],
          },
    problems: ["Row 4: the day 31.02.2026 does not exist."],
  }),
  import_open: ({ paths }) => orderFile(paths[0]?.includes("own") ? null : "order_id"),
  import_remap: ({ fields }) => orderFile(fields[0] ?? null),
  import_fields: {
    fields: [
      { field: "order_id", name: "Order ID", required: true },
      { field: "customer", name: "Customer", required: true },
      { field: "placed_at", name: "Placed", required: true },
    ],
  },
  import_close: {},
  coupon_export: ({ path }) => ({ path, rows: 3, dropped: 0, notes: [] }),
};
