import { describe, expect, it } from "vitest";
import { dayStart, monthAt, monthsOn, placeIn } from "./months";

describe("months", () => {
  it("belong to the shop's clock, whatever the clock in Greenwich shows", () => {
    expect(monthAt("2026-12-01T07:59:59Z", "America/Los_Angeles")).toEqual({
      year: 2026,
      month: 11,
    });
    expect(monthsOn({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
    expect(monthsOn({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
    expect(dayStart({ year: 2026, month: 7 }, 1, "America/Los_Angeles")).toBe(
      "2026-07-01T07:00:00Z",
    );
  });

  it("place what lies inside, cut what reaches out, and leave out the rest", () => {
    const whole = { start: "2026-01-01T00:00:00Z", end: "2026-01-11T00:00:00Z" };
    expect(placeIn(whole, { start: "2026-01-02T00:00:00Z", end: "2026-01-04T00:00:00Z" })).toEqual({
      left: 10,
      width: 20,
    });
    expect(placeIn(whole, { start: "2025-12-01T00:00:00Z", end: "2026-01-06T00:00:00Z" })).toEqual({
      left: 0,
      width: 50,
    });
    expect(
      placeIn(whole, { start: "2026-02-01T00:00:00Z", end: "2026-02-02T00:00:00Z" }),
    ).toBeUndefined();
  });
});
