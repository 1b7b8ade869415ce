// Price records as one line: at every moment the lowest price that was in force.
import type { PriceRecord } from "../../bridge";
import { amountOf } from "../format";
import type { LinePoint } from "./line-with-window";

/** How high a price is drawn; the amounts themselves stay text. */
const height = (price: string) => Number(amountOf(price)?.digits ?? Number.NaN);
const moment = (instant: string) => Date.parse(instant);

/** `end` is where the line stops while a price still holds. */
export function priceLine(records: readonly PriceRecord[], end: string): LinePoint[] {
  const edges = new Map(
    records
      .flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
      .concat(end)
      .filter((at) => moment(at) <= moment(end))
      .map((at) => [moment(at), at]),
  );
  const points: LinePoint[] = [];
  for (const [time, at] of [...edges].sort(([one], [other]) => one - other)) {
    const lowest =
      lowestAt(records, time) ?? (time === moment(end) ? points.at(-1)?.value : undefined);
    const last = points.at(-1);
    if (lowest !== undefined && (lowest !== last?.value || time === moment(end))) {
      points.push({ at, value: lowest });
    }
  }
  return points;
}

function lowestAt(records: readonly PriceRecord[], time: number): string | undefined {
  return records
    .filter(({ from, until }) => moment(from) <= time && (until === null || time < moment(until)))
    .map(({ price }) => price)
    .sort((one, other) => height(one) - height(other))[0];
}
