// Naming products and taking them out: the desk answers with what the coupon applies to then.
import {
  type CouponProductsChanged,
  type CouponProductsChosen,
  type CouponScope,
  type DeskError,
  useDeskAction,
} from "../../../bridge";
import type { TypedDraft } from "../typed-draft";

export interface Naming {
  /** true when it was done. */
  name: (choice: CouponProductsChosen, include: boolean) => Promise<boolean>;
  busy: boolean;
  report: CouponProductsChanged | undefined;
  problem: DeskError | null;
}

export function useNaming(typed: TypedDraft, onScope: (scope: CouponScope) => void): Naming {
  const action = useDeskAction("coupon_products", { invalidates: [] });
  return {
    name: async (choice, include) => {
      try {
        const { scope } = await action.runAsync({
          coupon_kind: typed.kind,
          scope: typed.scope,
          choice,
          include,
        });
        onScope(scope);
        return true;
      } catch {
        // Shown as `problem`.
        return false;
      }
    },
    busy: action.isPending,
    report: action.data,
    problem: action.error,
  };
}
