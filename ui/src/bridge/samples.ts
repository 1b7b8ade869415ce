// Whole answers of the desk for tests and pictures, to be changed where a test cares.
import type { DeskState, FindingView, HistoryLine, Shop } from "./types";

export function shop(changes: Partial<Shop> = {}): Shop {
  return {
    name: "Northwind Home Goods",
    market: "US",
    currency: "USD",
    time_zone: "America/Los_Angeles",
    sps: "4.2",
    violations: 1,
    free_shipping_threshold: "20.00 USD",
    average_order_value: "31.50 USD",
    monthly_gmv: "48200.00 USD",
    fee_terms: {
      referral_rate: "6",
      affiliate_rate: "10",
      shipping_cost: "4.20 USD",
      shipping_charge: "0.00 USD",
      wanted_margin: "20",
    },
    ...changes,
  };
}

export function deskState(changes: Partial<DeskState> = {}): DeskState {
  const open = changes.shop === undefined ? shop() : changes.shop;
  return {
    state: open ? { kind: "ready" } : { kind: "no_shop" },
    shop: open,
    is_sample: false,
    has_own_shop: open !== null,
    now: "2026-11-21T17:00:00Z",
    version: "0.1.0",
    clock_went_back: false,
    notices: [],
    ...changes,
  };
}

export function historyLine(changes: Partial<HistoryLine> = {}): HistoryLine {
  return {
    sequence: 7,
    command: "import_apply",
    summary: "Import of 240 products",
    at: "2026-11-21T16:30:00Z",
    rows: 240,
    state: "done",
    ...changes,
  };
}

export function finding(changes: Partial<FindingView> = {}): FindingView {
  return {
    rule: "RG-02",
    title: "Campaign price above the 30-day low",
    grade: "block",
    field: "items[0].campaign_price",
    product_id: "1729384756",
    sku_id: "17293847561",
    what: "The campaign price 21.50 is above the lowest price of the last 30 days, 19.99.",
    why: "A campaign price has to be at most the lowest price the SKU had in the look-back window.",
    action: "Set the campaign price to 19.99 or less.",
    limit: "19.99",
    value: "21.50",
    gap: "1.51",
    sources: [
      {
        title: "How to register for Integrated Campaigns",
        says: "The campaign price must not exceed the lowest price in the past 30 days.",
        seen: "2026-03-02",
        trust: "platform",
      },
    ],
    repair: [{ kind: "set_campaign_price", sku_id: "17293847561", to: "19.99 USD" }],
    ...changes,
  };
}
