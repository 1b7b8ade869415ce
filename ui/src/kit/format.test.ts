import { describe, expect, it } from "vitest";
import { countText, currencySymbol, daysText, instantText, percentText, zoneText } from "./format";

describe("percentages", () => {
  it("are shown with the digits they have", () => {
    expect(percentText("3.5", "en")).toBe("3.5%");
    expect(percentText("12.345", "en")).toBe("12.345%");
    expect(percentText("0", "zh-CN")).toBe("0%");
  });

  it("are left alone when they are no decimals", () => {
    expect(["", "1e3", "NaN", "3,5"].map((text) => percentText(text, "en"))).toEqual([
      "",
      "1e3",
      "NaN",
      "3,5",
    ]);
  });
});

describe("instants", () => {
  it("stand on the shop's clock, whatever the computer's is", () => {
    const at = "2026-11-27T08:00:00Z";
    expect(instantText(at, "America/Los_Angeles", "en")).toBe("Nov 27, 2026, 00:00");
    expect(instantText(at, "Asia/Shanghai", "en")).toBe("Nov 27, 2026, 16:00");
    expect(instantText(at, "Asia/Shanghai", "zh-CN", "date")).toBe("2026年11月27日");
  });

  it("are drawn together as days where the language does", () => {
    const days = (start: string, end: string, language: string) =>
      daysText(start, end, "America/Los_Angeles", language).replaceAll(/\s/g, " ");
    expect(days("2026-11-18T08:00:00Z", "2026-11-23T08:00:00Z", "en")).toBe("Nov 18 – 23, 2026");
    expect(days("2026-12-20T08:00:00Z", "2027-01-05T08:00:00Z", "en")).toBe(
      "Dec 20, 2026 – Jan 5, 2027",
    );
    expect(days("2026-11-18T08:00:00Z", "2026-12-02T08:00:00Z", "zh-CN")).toBe(
      "2026年11月18日 – 12月2日",
    );
  });

  it("are shown as they are when they cannot be read or run backwards", () => {
    expect(daysText("soon", "2026-11-23T08:00:00Z", "UTC", "en")).toBe("soon – Nov 23, 2026");
    expect(daysText("2026-11-23T08:00:00Z", "2026-11-18T08:00:00Z", "UTC", "en")).toBe(
      "Nov 23, 2026 – Nov 18, 2026",
    );
    expect(instantText("soon", "UTC", "en")).toBe("soon");
  });
});

describe("counts, currencies and zones", () => {
  it("follow the language", () => {
    expect(countText(100_000, "en")).toBe("100,000");
    expect(currencySymbol("USD", "en")).toBe("$");
    expect(currencySymbol("VND", "en")).toBe("₫");
    expect(zoneText("America/Los_Angeles", "en", new Date("2026-11-27T08:00:00Z"))).toBe(
      "Los Angeles, GMT-8",
    );
  });
});
