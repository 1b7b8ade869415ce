// The page with a made-up desk, for looking at it without the window: `?fake`, or `?fake=empty` for the first start.
import type { Commands } from "../bridge";
import { installFakeDesk } from "../bridge/fake";

export function fakeIfAsked(search: string): void {
  const asked = new URLSearchParams(search).get("fake");
  if (asked === null) return;
  const shop: Commands["desk_state"][1]["shop"] = {
    name: "Northwind Home Goods",
    market: "US",
    currency: "USD",
    time_zone: "America/Los_Angeles",
  };
  installFakeDesk({
    desk_state: { shop: asked === "empty" ? null : shop, sample: true },
    history_list: { entries: [], total: 3, undo: "Import 240 products" },
    history_undo: { title: "Import 240 products" },
    history_redo: { title: "Import 240 products" },
  });
}
