// The kinds of campaigns, in the order they are offered.
import type { CampaignKind } from "../../bridge";

export const kinds = [
  "major",
  "weekly",
  "shop_tab",
  "flash_sale",
  "integrated",
] as const satisfies readonly CampaignKind[];
