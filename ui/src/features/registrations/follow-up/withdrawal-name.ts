// What a withdrawal is called where its decision is recorded.
import { useTranslation } from "react-i18next";
import type { WithdrawalView } from "../../../bridge";
import { countText } from "../../../kit/format";
import { useShopTerms } from "../../../kit/shop-terms";

/** By what is withdrawn, and by how much of it: one decision holds for all products of a request. */
export function useWithdrawalName() {
  const { t } = useTranslation("registrations");
  const { language } = useShopTerms();
  /** `title` names the product of a request that covers only this one. */
  return ({ scope, products }: WithdrawalView, title: string): string => {
    const what = t(`withdraw.titles.${scope}`);
    return products > 1
      ? t("withdraw.covering", { what, count: products, shown: countText(products, language) })
      : t("withdraw.ofOne", { what, title });
  };
}
