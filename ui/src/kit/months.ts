// Months of the shop's clock as instants, and places of instants between them.
import { instantFor, wallClockAt } from "./wall-clock";

export interface Month {
  year: number;
  /** From 1 */
  month: number;
}

/** The month the clock in the shop shows at an instant. */
export function monthAt(instant: string, timeZone: string): Month {
  const { year, month } = wallClockAt(new Date(instant), timeZone);
  return { year, month };
}

export function monthsOn({ year, month }: Month, steps: number): Month {
  const count = year * 12 + (month - 1) + steps;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** The instant at which a day of the month begins in the shop. */
export function dayStart({ year, month }: Month, day: number, timeZone: string): string {
  return instantFor({ year, month, day, hour: 0, minute: 0, second: 0 }, timeZone).instant;
}

export interface Stretch {
  start: string;
  end: string;
}

/** Where a stretch lies in a longer one, in percent; undefined when it lies outside. */
export function placeIn(
  whole: Stretch,
  part: Stretch,
): { left: number; width: number } | undefined {
  const from = Date.parse(whole.start);
  const length = Date.parse(whole.end) - from;
  const share = (instant: string) =>
    Math.min(100, Math.max(0, ((Date.parse(instant) - from) * 100) / length));
  const left = share(part.start);
  const width = share(part.end) - left;
  return width > 0 ? { left, width } : undefined;
}
