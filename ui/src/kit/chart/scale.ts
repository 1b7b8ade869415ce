// From amounts to places on the screen. The only numbers made of money: never shown or sent, and compared
// only to know what lies inside a drawing.
import { amountOf } from "../format";

/** How long an amount is, for drawing; NaN for what is no amount. */
export function lengthOf(amount: string): number {
  return Number(amountOf(amount)?.digits ?? amount);
}

/** Places between the smallest and the largest amount, from 0 to 100. */
export function scaleFor(amounts: readonly (string | null | undefined)[]) {
  const lengths = amounts.flatMap((amount) => (amount ? [lengthOf(amount)] : []));
  return scaleBetween(Math.min(...lengths), Math.max(...lengths));
}

export function scaleBetween(low: number, high: number) {
  return (length: number): number =>
    high > low ? Math.min(100, Math.max(0, ((length - low) * 100) / (high - low))) : 50;
}
