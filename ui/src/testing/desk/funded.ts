// The made-up desk's TikTok-funded promotions.
import type {
  FindingView,
  FundedPage,
  FundedStandings,
  FundedSwitchShown,
  FundedSwitchView,
} from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";

function line(changes: Partial<FundedSwitchView>): FundedSwitchView {
  return {
    funded_type: "product_coupons",
    name: "Product coupons",
    about: "Coupons of TikTok's: an order that reaches the minimum spend costs less.",
    label: "A coupon tag with the amount and the minimum spend.",
    combines: "Combines with your promotions.",
    position: "on",
    since: null,
    prices_may_differ_until: null,
    ...changes,
  };
}

export const fundedPage: FundedPage = {
  offered: true,
  note: "Move the same switch in Seller Center.",
  switches: [
    line({}),
    line({
      funded_type: "product_incentives",
      name: "Product incentives",
      position: "off",
      since: "2026-11-18T22:00:00Z",
      prices_may_differ_until: "2026-11-25T22:00:00Z",
    }),
    line({ funded_type: "buy_more_save_more", name: "Buy More, Save More" }),
    line({ funded_type: "shipping_fee_discounts", name: "Shipping fee discounts" }),
  ],
  timeline: [
    {
      funded_type: "product_incentives",
      name: "Product incentives",
      to: "off",
      at: "2026-11-18T22:00:00Z",
      acknowledged: [],
    },
  ],
};

const plain = { product_id: null, sku_id: null, limit: null, value: null, gap: null, repair: [] };

export const goesFinding: FindingView = finding({
  ...plain,
  rule: "PF-05",
  title: "What leaving a type takes away",
  grade: "info",
  field: "to",
  what: "All discounts of the type end at once.",
  why: "TikTok pays these discounts.",
  action: "Confirm if you do without these discounts.",
});

export const mismatchWarning: FindingView = finding({
  ...plain,
  rule: "PF-06",
  title: "Switched again within days",
  grade: "warn",
  field: "to",
  what: "Product incentives was switched less than 7 days ago.",
  why: "Discounts do not vanish everywhere at once.",
  action: "Wait, or confirm that you switch it now.",
});

export const notConfirmed: FindingView = finding({
  ...plain,
  rule: "PF-02",
  title: "Switched without confirmation",
  grade: "block",
  field: "confirmation",
  what: "What the switch does has changed since it was shown.",
  why: "A switch concerns all products of the shop.",
  action: "Look at what the switch does, then confirm it.",
});

export const leavingShown: FundedSwitchShown = {
  funded_type: "product_coupons",
  to: "off",
  findings: [goesFinding],
  changes: [
    "TikTok's discounts of the type Product coupons end at once.",
    "This holds for all products and all brands of the shop.",
  ],
  stays: ["Your own promotions and prices stay exactly as they are."],
  campaigns: [
    {
      campaign_id: "c-1",
      name: "Black Friday Mega Sale 2026 黑五大促",
      running: { start: "2026-11-27T08:00:00Z", end: "2026-12-01T08:00:00Z" },
      registered: 1,
      planned: 24,
    },
  ],
  rows: 25,
  token: "switch-1",
};

export const standings: FundedStandings = {
  period: { start: "2026-11-18T08:00:00Z", end: "2026-11-19T08:00:00Z" },
  assumed_from: null,
  types: fundedPage.switches.map(({ funded_type, name }) => ({
    funded_type,
    name,
    throughout: funded_type === "product_incentives" ? null : "on",
    stretches: [],
    in_words: `${name}: on all the time.`,
  })),
};

export const fundedRoom: FakeAnswers = {
  funded_promotions: fundedPage,
  funded_switching: ({ funded_type, to }) => ({ ...leavingShown, funded_type, to }),
  funded_switch: fundedPage,
  funded_rows: {
    total: 25,
    rows: [
      {
        campaign_id: "c-1",
        campaign: "Black Friday Mega Sale 2026 黑五大促",
        planned: true,
        product_id: "1729384756102938472",
        title: "Linen apron, adjustable",
        sku_id: "1729384756102938999",
        variation: "Sage",
        price: "14.00 USD",
      },
    ],
  },
  funded_on: standings,
  funded_during: standings,
  funded_exclusion: {
    possible: false,
    answer: "No. Single products or brands cannot be left out.",
    findings: [],
    ways: [
      {
        title: "Put a Flash Deal of your own on the product",
        about: "While it runs, only your price is shown.",
        rule: "PF-07",
      },
    ],
  },
  funded_shipping: {
    split: { tiktok: "4.00 USD", seller: "3.00 USD", buyer: "0.00 USD" },
    switched_off: false,
    steps: ["TikTok's part comes off first: $4.00 of $7.00; $3.00 is left."],
  },
  funded_price: {
    seen: {
      price: "15.00 USD",
      base: "15.00 USD",
      base_of: "flash_deal",
      incentive: "0.00 USD",
      reason: "flash_deal_wins",
    },
    steps: ["The Flash Deal wins: TikTok's incentive takes nothing off."],
  },
  funded_coupon_return: {
    coupon: { kind: "used_up" },
    usable: false,
    steps: ["The coupon is used up."],
  },
  funded_order: {
    parts: fundedPage.switches.map(({ funded_type, name }) => ({
      name,
      part: { funded_type, amount: "0.00 USD", reason: { kind: "not_offered" } },
      in_words: "Nothing of the type is offered.",
    })),
    tiktok: "14.00 USD",
    seller: "3.00 USD",
    buyer_goods: "40.00 USD",
    buyer_shipping: "0.00 USD",
    buyer: "40.00 USD",
  },
};
