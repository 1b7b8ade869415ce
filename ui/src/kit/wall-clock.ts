// Between instants and what a clock in the shop's time zone shows. The zone's rules are those of Intl.

/** What the clock on the wall shows; month from 1. */
export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/**
 * An instant for a wall-clock time. When clocks go forward some times do not exist (`gap`: the
 * instant is that of the clock before the change, so it shows later); when they go back some exist
 * twice (`twice`: the instant is the first).
 */
export interface Reading {
  instant: string;
  kind: "exact" | "gap" | "twice";
}

const hour = 3_600_000;
const day = 24 * hour;

export function wallClockAt(instant: Date, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
    second: read("second"),
  };
}

/** The wall clock read as if it hung in Greenwich. */
function asUtc(wall: WallClock): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** How far the zone's clock is ahead of UTC at a time, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const whole = Math.floor(time / 1000) * 1000;
  return asUtc(wallClockAt(new Date(whole), timeZone)) - whole;
}

/** `2026-03-08T10:30:00Z`, without fractions. */
function iso(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

export function instantFor(wall: WallClock, timeZone: string): Reading {
  const guess = asUtc(wall);
  const before = offsetAt(guess - day, timeZone);
  const after = offsetAt(guess + day, timeZone);
  const fitting = [...new Set([guess - before, guess - after])]
    .filter((time) => asUtc(wallClockAt(new Date(time), timeZone)) === guess)
    .sort((one, other) => one - other);
  const [first, second] = fitting;
  if (first === undefined) return { instant: iso(guess - before), kind: "gap" };
  return { instant: iso(first), kind: second === undefined ? "exact" : "twice" };
}
