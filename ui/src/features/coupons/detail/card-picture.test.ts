import { describe, expect, it } from "vitest";
import type { CouponCard } from "../../../bridge";
import { layOutCard, type Measure } from "./card-picture";

/** Latin letters half as wide as high, all others as wide as high. */
const measure: Measure = (text, { size }) =>
  [...text].reduce((wide, letter) => wide + (letter < "\u2e80" ? size / 2 : size), 0);

const card = (changes: Partial<CouponCard> = {}): CouponCard => ({
  shop: "Northwind",
  full_claim_code: "NORTSAVE20",
  headline: "$5.00 off",
  lines: ["On orders from $30.00", "From 2026-12-01 to 2026-12-20"],
  text: "",
  caution: "",
  ...changes,
});

const texts = (changes: Partial<CouponCard>, language = "en") =>
  layOutCard(card(changes), language, measure).lines.map(({ text }) => text);

describe("the card of a promo code", () => {
  it("has shop, discount, code and conditions from top to bottom, the code in its box", () => {
    const { lines, box, height } = layOutCard(card(), "en", measure);
    expect(lines.map(({ text }) => text)).toEqual([
      "Northwind",
      "$5.00 off",
      "NORTSAVE20",
      "On orders from $30.00",
      "From 2026-12-01 to 2026-12-20",
    ]);
    const ys = lines.map(({ y }) => y);
    expect([...ys].sort((one, other) => one - other)).toEqual(ys);
    expect(ys[2]).toBeGreaterThan(box.y);
    expect(ys[2]).toBeLessThan(box.y + box.height);
    expect(ys[3]).toBeGreaterThan(box.y + box.height);
    expect(height).toBeGreaterThan(ys[4] ?? 0);
  });

  it("goes on below where a line is too long, between words", () => {
    const long = "20% off everything in the whole shop, at most $1,000.00";
    // 888 pixels hold 21 letters of 42.
    expect(texts({ headline: long, lines: [] })).toEqual([
      "Northwind",
      "20% off everything in",
      "the whole shop, at",
      "most $1,000.00",
      "NORTSAVE20",
    ]);
  });

  it("breaks Chinese without letting a full stop begin a line, and a word that fits nowhere", () => {
    const lines = texts(
      { shop: "阳光角落家居用品与文具旗舰店在这里欢迎您。谢谢", lines: [] },
      "zh-CN",
    );
    expect(lines.slice(0, -2).join("")).toBe("阳光角落家居用品与文具旗舰店在这里欢迎您。谢谢");
    expect(lines.slice(0, -2).length).toBe(2);
    expect(lines[1]).not.toMatch(/^。/);
    expect(texts({ shop: "x".repeat(50), lines: [] }).slice(0, 2)).toEqual([
      "x".repeat(42),
      "x".repeat(8),
    ]);
  });

  it("lets no bracket open at the end of a line", () => {
    const lines = ["Valid 2026-12-04 18:00 to 2026-12-07 00:00 (America/Los_Angeles)"];
    // 888 pixels hold 46 letters of 38.
    expect(texts({ lines }).slice(-2)).toEqual([
      "Valid 2026-12-04 18:00 to 2026-12-07 00:00",
      "(America/Los_Angeles)",
    ]);
  });

  it("makes a long code smaller and never breaks it", () => {
    const full_claim_code = "W".repeat(40);
    const line = layOutCard(card({ full_claim_code }), "en", measure).lines[2];
    expect(line?.text).toBe(full_claim_code);
    expect(line?.size).toBeCloseTo(40);
  });
});
