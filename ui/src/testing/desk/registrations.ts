// The made-up desk's campaigns with registered products in every state.
import type {
  CampaignLine,
  RegisteredProduct,
  RegistrationDetail,
  SkuErrorLine,
  StateKind,
} from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";
import { titleOf } from "./products";

const none = { pending: 0, registered: 0, rejected: 0, sku_error: 0, withdrawn: 0 };

export function campaignLine(changes: Partial<CampaignLine> = {}): CampaignLine {
  return {
    id: "c-1",
    name: "Black Friday Mega Sale 2026 黑五大促",
    kind: "major",
    registration: { start: "2026-11-01T08:00:00Z", end: "2026-11-24T08:00:00Z" },
    running: { start: "2026-11-27T08:00:00Z", end: "2026-12-01T08:00:00Z" },
    phase: "open",
    eligibility: "eligible",
    ineligible_because: null,
    draft_id: "d-1",
    products: { pending: 80, registered: 31, rejected: 6, sku_error: 2, withdrawn: 1 },
    ...changes,
  };
}

const states: readonly StateKind[] = [
  "pending",
  "registered",
  "rejected",
  "sku_error",
  "withdrawn",
];
const reasons: Partial<Record<StateKind, string>> = {
  rejected: "The main picture shows a price.",
  sku_error: "The retail price changed from 27.99 to 24.99.",
};

export function registeredProduct(index: number): RegisteredProduct {
  const kind = states[index % states.length] ?? "pending";
  return {
    product_id: `17293847561029${38471 + index}`,
    title: titleOf(index),
    tier: index % 4 === 0 ? "featured" : "regular",
    state: { kind, reason: reasons[kind] ?? "" } as RegisteredProduct["state"],
    submitted_at: "2026-11-20T16:12:00Z",
    skus: 3,
    price_from: "16.99 USD",
    price_to: index % 2 ? "18.99 USD" : "16.99 USD",
    open_requests: index % 5 === 1 ? 1 : 0,
    days_to_register_again: kind === "sku_error" ? 2 : null,
    can_register_again: kind === "withdrawn" || kind === "rejected",
  };
}

export function skuErrorLine(changes: Partial<SkuErrorLine> = {}): SkuErrorLine {
  return {
    campaign_id: "c-1",
    campaign_name: "Black Friday Mega Sale 2026 黑五大促",
    product_id: "1729384756102938474",
    title: titleOf(3),
    reason: "The retail price changed from 27.99 to 24.99.",
    days_left: 2,
    action: "Withdraw it; once that is approved, register it again.",
    withdrawal: null,
    ...changes,
  };
}

export function registrationDetail(changes: Partial<RegistrationDetail> = {}): RegistrationDetail {
  return {
    product: registeredProduct(1),
    skus: [0, 1, 2].map((index) => ({
      sku_id: `172938475610${55000 + index}`,
      variation: ["Black, Standard", "白色, 大号", ""][index] ?? "",
      campaign_price: "18.99 USD",
      campaign_stock: 60,
      extra_discount: "5",
      retail_price: "24.99 USD",
      recommendation: null,
    })),
    price_edits: [
      {
        id: "edit-1",
        sku_id: "17293847561055000",
        from: "18.99 USD",
        to: "17.99 USD",
        request: {
          requested_at: "2026-11-20T17:00:00Z",
          decided_at: null,
          decision: { kind: "open" },
        },
        due: "2026-11-23T08:00:00Z",
      },
    ],
    withdrawals: [
      {
        id: "out-1",
        scope: "extra_discount",
        products: 1,
        request: {
          requested_at: "2026-11-19T17:00:00Z",
          decided_at: "2026-11-20T09:00:00Z",
          decision: { kind: "refused", reason: "The campaign starts within a day." },
        },
      },
    ],
    platform_reasons: [
      {
        sku_id: "17293847561055001",
        reason: "The campaign price should be lower than the lowest price in 30 days.",
        imported_at: "2026-11-20T18:00:00Z",
      },
    ],
    cannot_edit: [],
    ...changes,
  };
}

export const registrationRoom: FakeAnswers = {
  campaign_list: {
    campaigns: [
      campaignLine(),
      campaignLine({
        id: "c-2",
        name: "Weekly deals, week 48",
        kind: "weekly",
        draft_id: null,
        products: none,
        eligibility: "ineligible",
        ineligible_because: "The shop is not enrolled in Smart Promotion.",
      }),
      campaignLine({
        id: "c-3",
        name: "Halloween flash sale",
        kind: "flash_sale",
        phase: "over",
        draft_id: null,
        products: { ...none, registered: 214, withdrawn: 3 },
      }),
    ],
  },
  sku_errors: { errors: [skuErrorLine()] },
  registration_page: ({ state, window: { offset, limit } }) => {
    const total = state === null ? 120 : 24;
    const step = states.length;
    const first = state === null ? 0 : states.indexOf(state);
    return {
      total,
      rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) =>
        registeredProduct(state === null ? offset + index : first + (offset + index) * step),
      ),
    };
  },
  registration_get: registrationDetail(),
  registration_decide: { changed: 2 },
  price_edit_check: ({ prices }) => ({
    findings: prices.some(({ price }) => price.startsWith("2"))
      ? [finding({ rule: "RG-16", what: "A price can only be lowered once it is registered." })]
      : [],
  }),
  price_edit_request: { requests: registrationDetail().price_edits },
  price_edit_decide: { changed: 1 },
  withdrawal_show: ({ scope, product_ids }) => ({
    products: scope === "campaign" ? 120 : product_ids.length,
    can_register_again_until: "2026-11-24T08:00:00Z",
    consequences: [
      "The products leave the campaign once the platform approves.",
      "Fees of orders already placed stay.",
    ],
  }),
  withdrawal_request: ({ scope }) => ({
    id: "out-2",
    scope,
    products: 1,
    request: {
      requested_at: "2026-11-21T17:00:00Z",
      decided_at: null,
      decision: { kind: "open" },
    },
  }),
  withdrawal_decide: { changed: 1 },
  recommendation_page: {
    total: 2,
    rows: [0, 1].map((index) => ({
      sku_id: `172938475610${55000 + index}`,
      product_id: "1729384756102938471",
      title: titleOf(index),
      price: "18.99 USD",
      recommendation: { price: "17.49 USD", choice: index === 0 ? "open" : "dismissed" },
    })),
  },
  recommendation_choose: { changed: 1 },
  export_registrations: ({ path, format }) => ({
    path,
    rows: 342,
    dropped: format.kind === "prefill" ? 18 : 0,
    notes: format.kind === "prefill" ? ["The source workbook stays as it was."] : [],
  }),
};
