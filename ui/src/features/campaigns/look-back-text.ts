// A look-back in a line: "30 days, from midnight, each SKU by itself, …".
import { useTranslation } from "react-i18next";
import type { LookBack } from "../../bridge";

export function useLookBackText(): (lookBack: LookBack) => string {
  const { t } = useTranslation("campaign-form");
  return ({ days, starts, level, first_record }) =>
    [
      t("lookBack.count", { count: days }),
      t(`lookBack.choices.${starts}`),
      t(`lookBack.choices.${level}`),
      t(`lookBack.choices.${first_record}`),
    ].join(" · ");
}
