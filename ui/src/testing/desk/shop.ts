// The made-up desk's shop room.

import type { Shop, ShopChoices } from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { deskState, shop } from "../../bridge/samples";

export const template: Shop = shop({
  name: "",
  sps: null,
  violations: 0,
  average_order_value: null,
  monthly_gmv: null,
  fee_terms: {
    referral_rate: "6",
    affiliate_rate: "0",
    shipping_cost: "0 USD",
    shipping_charge: "0 USD",
    wanted_margin: "0",
  },
});

export const shopChoices: ShopChoices = {
  markets: [
    {
      market: "US",
      name: "United States",
      currency: "USD",
      minor_digits: 2,
      time_zone: "America/Los_Angeles",
    },
    {
      market: "GB",
      name: "United Kingdom",
      currency: "GBP",
      minor_digits: 2,
      time_zone: "Europe/London",
    },
    { market: "DE", name: "Germany", currency: "EUR", minor_digits: 2, time_zone: "Europe/Berlin" },
    { market: "JP", name: "Japan", currency: "JPY", minor_digits: 0, time_zone: "Asia/Tokyo" },
    {
      market: "ID",
      name: "Indonesia",
      currency: "IDR",
      minor_digits: 0,
      time_zone: "Asia/Jakarta",
    },
  ],
  time_zones: [
    "America/Los_Angeles",
    "America/New_York",
    "Asia/Jakarta",
    "Asia/Tokyo",
    "Europe/Berlin",
    "Europe/London",
    "UTC",
  ],
  template,
};

const backup = (made_at: string, reason: string, bytes: number) => ({
  path: `/home/mei/.local/share/app.promodesk.desktop/backups/shop-${made_at.slice(0, 10)}-${reason}.db`,
  made_at,
  reason,
  bytes,
  verified: true,
});

export const shopRoom: FakeAnswers = {
  shop_choices: shopChoices,
  shop_save: ({ shop: saved }) => deskState({ shop: saved }),
  sample_open: () => deskState({ is_sample: true, has_own_shop: false }),
  sample_leave: () => deskState(),
  backup_list: {
    backups: [
      backup("2026-11-21T16:02:11Z", "start", 48_234_496),
      backup("2026-11-20T08:11:40Z", "asked", 47_900_000),
      backup("2026-11-02T09:00:00Z", "migration", 31_457_280),
    ],
  },
  backup_now: () => backup("2026-11-21T17:00:00Z", "asked", 48_300_000),
  backup_restore: () => deskState(),
};
