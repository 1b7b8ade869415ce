// A coupon while it is being typed: a period may have one end only, days may be empty.
import type { CouponDraft, Period, Validity } from "../../bridge";
import type { DraftPeriod } from "../../kit/period-field";

export interface TypedValidity {
  kind: Validity["kind"];
  days: number | null;
  period: DraftPeriod;
}

export type TypedDraft = Omit<CouponDraft, "period" | "validity"> & {
  period: DraftPeriod;
  validity: TypedValidity;
};

const noPeriod: DraftPeriod = { start: null, end: null };

export function typedDraft(draft: CouponDraft): TypedDraft {
  return { ...draft, period: draft.period ?? noPeriod, validity: typedValidity(draft.validity) };
}

/** What the desk can be asked about: what is not whole yet is left out, and missed there. */
export function draftOf(typed: TypedDraft): CouponDraft {
  return { ...typed, period: wholePeriod(typed.period), validity: wholeValidity(typed.validity) };
}

export function wholePeriod({ start, end }: DraftPeriod): Period | null {
  return start === null || end === null ? null : { start, end };
}

function typedValidity(validity: Validity | null): TypedValidity {
  const empty: TypedValidity = { kind: "days_after_claim", days: null, period: noPeriod };
  if (validity === null) return empty;
  return validity.kind === "dates"
    ? { ...empty, kind: "dates", period: validity.period }
    : { ...empty, days: validity.days };
}

function wholeValidity({ kind, days, period }: TypedValidity): Validity | null {
  // A count below nothing cannot even be asked about.
  if (kind === "days_after_claim") return days === null || days < 0 ? null : { kind, days };
  const whole = wholePeriod(period);
  return whole === null ? null : { kind, period: whole };
}

/** The name of a finding's field without what is below it: `scope` for `scope.ids[3]`. */
export function rootOf(field: string): string {
  return field.split(/[.[]/, 1)[0] ?? field;
}
