// The form of a coupon: as the desk keeps it, or as it was just begun and handed over by the page before.
import { useState } from "react";
import { useLocation } from "react-router";
import { type CouponForm, type DeskError, useDesk } from "../../../bridge";

/** What a page hands over with the address: a template or a duplicate that is not kept yet. */
export interface Handed {
  form: CouponForm;
}

export interface OpenedForm {
  form: CouponForm | undefined;
  /** Whether the desk has it: a draft that was kept, or a saved coupon. */
  known: boolean;
  error: DeskError | null;
}

export function useForm(couponId: string): OpenedForm {
  const handed = useHanded(couponId);
  const opened = useDesk("coupon_open", { coupon_id: couponId }, { alwaysFresh: true });
  const [begun, setBegun] = useState<{ form: CouponForm; known: boolean }>();
  // An answer of an earlier visit may be about what stood here before the last change.
  if (begun === undefined && opened.isFetchedAfterMount) {
    if (opened.data) setBegun({ form: opened.data, known: true });
    else if (opened.error?.kind === "not_found" && handed) setBegun({ form: handed, known: false });
  }
  return {
    form: begun?.form,
    known: begun?.known ?? false,
    error: begun === undefined && !handed ? opened.error : null,
  };
}

function useHanded(couponId: string): CouponForm | undefined {
  const state: unknown = useLocation().state;
  const form = (state as Handed | null)?.form;
  return form?.draft.id === couponId ? form : undefined;
}
