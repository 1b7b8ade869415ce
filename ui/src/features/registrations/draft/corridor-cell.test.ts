import { createInstance } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { CorridorView } from "../../../bridge";
import { moneyText } from "../../../kit/format";
import en from "../../../locales/en";
import zh from "../../../locales/zh-CN";
import { gridRow } from "../../../testing/desk/drafts";
import { corridorBar, corridorHint, corridorText, corridorTone } from "./corridor-cell";

const corridor: CorridorView = {
  floor: "0.01 USD",
  floor_rule: "RG-03",
  ceiling: "19.99 USD",
  ceiling_rule: "RG-02",
  margin_floor: "14.20 USD",
  counting_floor: "14.20 USD",
  counting_floor_by: "margin",
  is_empty: false,
};
const tooDear: CorridorView = {
  ...corridor,
  margin_floor: "21.35 USD",
  counting_floor: "21.35 USD",
  counting_floor_by: "margin_above_ceiling",
};
const costUnknown: CorridorView = {
  ...corridor,
  margin_floor: null,
  counting_floor: "0.01 USD",
  counting_floor_by: "rules_cost_unknown",
};

const words = createInstance();
beforeAll(() =>
  words.init({
    lng: "en",
    resources: { en, "zh-CN": zh },
    interpolation: { escapeValue: false },
  }),
);
const money = (value: string | null) =>
  value === null ? "" : moneyText(value, { language: "en" });
const text = (of: CorridorView) => corridorText(of, money, words.getFixedT("en", "drafts"));
const hint = (of: CorridorView, language = "en") =>
  corridorHint(of, money, words.getFixedT(language, "drafts"));

describe("the corridor of a row", () => {
  it("begins where the wanted margin does, and says what the rules allow", () => {
    expect(text(corridor)).toBe("$14.20 – $19.99 · RG-02");
    expect(hint(corridor)).toBe(
      "Your wanted margin begins at $14.20.\nThe rules allow prices from $0.01 (RG-03).\nThe ceiling is $19.99 (RG-02).",
    );
    expect(hint(corridor, "zh-CN")).toBe(
      "价格不低于 $14.20 才能保住期望利润。\n规则允许的最低价为 $0.01（RG-03）。\n最高价为 $19.99（RG-02）。",
    );
    expect(corridorTone(corridor)).toBeUndefined();
  });

  it("begins at the legal floor where the cost is unknown, and says so", () => {
    expect(text(costUnknown)).toBe("$0.01 – $19.99 · RG-02");
    expect(hint(costUnknown)).toMatch(
      /^Where your margin begins is unknown, because the unit cost/,
    );
  });

  it("warns where the margin begins above the ceiling", () => {
    expect(text(tooDear)).toBe("$21.35 > $19.99 · RG-02");
    expect(hint(tooDear)).toMatch(/^Your wanted margin begins at \$21.35, above the ceiling/);
    expect(corridorTone(tooDear)).toBe("warn");
  });

  it("has no price where the rules leave none, and open ends where they set none", () => {
    expect(text({ ...corridor, is_empty: true })).toBe("No price is allowed");
    expect(corridorTone({ ...corridor, is_empty: true })).toBe("block");
    const legal = "The rules allow prices from $0.01 (RG-03).\nThe ceiling is $19.99 (RG-02).";
    expect(hint({ ...corridor, is_empty: true, counting_floor_by: "rules" })).toBe(legal);
    expect(hint({ ...tooDear, is_empty: true })).toBe(legal);
    const open = { ...costUnknown, floor: null, counting_floor: null, ceiling: null };
    expect(text({ ...open, floor_rule: null, ceiling_rule: null })).toBe("open – open");
    expect(hint(open)).toMatch(/The rules set no floor\.\nThere is no ceiling\.$/);
  });

  it("is drawn up to the retail price, in full where the margin is kept", () => {
    const row = gridRow(0);
    expect(corridorBar({ ...row, corridor })).toEqual({
      low: "0",
      high: "24.99 USD",
      from: "0.01 USD",
      to: "19.99 USD",
      paysFrom: "14.20 USD",
      mark: "18.99 USD",
    });
    expect(corridorBar({ ...row, corridor: tooDear })?.paysFrom).toBeNull();
    expect(corridorBar({ ...row, corridor: costUnknown })?.paysFrom).toBeNull();
    expect(corridorBar({ ...row, retail_price: null })).toBeUndefined();
  });

  it("draws no price that keeps the margin where all of them lie beyond the retail price", () => {
    const row = gridRow(0);
    const from = (counting_floor: string, ceiling: string | null) =>
      corridorBar({ ...row, corridor: { ...corridor, counting_floor, ceiling } })?.paysFrom;
    expect(row.retail_price).toBe("24.99 USD");
    expect(from("25.00 USD", null)).toBeNull();
    expect(from("100.00 USD", "120.00 USD")).toBeNull();
    expect(from("24.99 USD", null)).toBe("24.99 USD");
    expect(from("9.00 USD", null)).toBe("9.00 USD");
  });
});
