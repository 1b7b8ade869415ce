import { describe, expect, it } from "vitest";
import { instantFor, wallClockAt } from "./wall-clock";

const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-T:]/).map(Number);
  return { year, month, day, hour, minute, second: 0 };
};

describe("the shop's wall clock", () => {
  it("reads an instant in the zone", () => {
    expect(wallClockAt(new Date("2026-11-27T08:00:00Z"), "America/Los_Angeles")).toEqual(
      wall("2026-11-27T00:00"),
    );
  });

  it("finds the instant of a time that exists once", () => {
    expect(instantFor(wall("2026-11-27T00:00"), "America/Los_Angeles")).toEqual({
      instant: "2026-11-27T08:00:00Z",
      kind: "exact",
    });
    expect(instantFor(wall("2026-07-01T12:30"), "Asia/Kolkata")).toEqual({
      instant: "2026-07-01T07:00:00Z",
      kind: "exact",
    });
  });

  it("goes on to the time that exists when clocks are put forward", () => {
    expect(instantFor(wall("2026-03-08T02:30"), "America/Los_Angeles")).toEqual({
      instant: "2026-03-08T10:30:00Z",
      kind: "gap",
    });
    expect(wallClockAt(new Date("2026-03-08T10:30:00Z"), "America/Los_Angeles").hour).toBe(3);
  });

  it("takes the first of two when clocks are put back", () => {
    expect(instantFor(wall("2026-11-01T01:30"), "America/Los_Angeles")).toEqual({
      instant: "2026-11-01T08:30:00Z",
      kind: "twice",
    });
  });

  it("is exact on both sides of a change", () => {
    const zone = "Europe/Berlin";
    expect(instantFor(wall("2026-03-29T01:59"), zone).instant).toBe("2026-03-29T00:59:00Z");
    expect(instantFor(wall("2026-03-29T03:00"), zone).instant).toBe("2026-03-29T01:00:00Z");
    expect(instantFor(wall("2026-10-25T01:59"), zone)).toEqual({
      instant: "2026-10-24T23:59:00Z",
      kind: "exact",
    });
    expect(instantFor(wall("2026-10-25T03:00"), zone)).toEqual({
      instant: "2026-10-25T02:00:00Z",
      kind: "exact",
    });
  });

  it("survives leap days and year ends", () => {
    expect(instantFor(wall("2028-02-29T23:59"), "America/New_York").instant).toBe(
      "2028-03-01T04:59:00Z",
    );
    expect(instantFor(wall("2026-12-31T23:30"), "Asia/Tokyo").instant).toBe("2026-12-31T14:30:00Z");
  });
});
