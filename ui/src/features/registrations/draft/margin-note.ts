// Why the plan's margin is unknown, or whom it leaves out.
import { useTranslation } from "react-i18next";
import type { PlanView } from "../../../bridge";
import { countText } from "../../../kit/format";
import { useShopTerms } from "../../../kit/shop-terms";

/** A sentence; undefined where the margin covers the whole plan. */
export function useMarginNote(plan: PlanView | undefined): string | undefined {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  if (!plan) return undefined;
  const { margin, skus_without_cost: count } = plan;
  const counted = { count, shown: countText(count, language) };
  if (count === 0) return margin === null ? t("plan.nothingCounted") : undefined;
  return margin === null ? t("plan.noCosts", counted) : t("plan.someCosts", counted);
}
