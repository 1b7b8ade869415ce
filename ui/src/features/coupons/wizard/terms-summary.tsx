// What was entered, a line a field, by the names the desk gives them.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CouponDraft, CouponField, CouponShape } from "../../../bridge";
import { KeyValues } from "../../../kit/key-values";
import { CountText, MoneyText, NoValue, PercentText, PeriodText } from "../../../kit/values";

export function TermsSummary({
  draft,
  shape,
  code,
}: {
  draft: CouponDraft;
  shape: CouponShape;
  code: string | null;
}) {
  const shown = useValues(draft, code);
  // Of amount and percentage the one that was chosen says all.
  const silent = (field: CouponField) =>
    (field === "amount" && draft.amount === null && draft.rate !== null) ||
    (field === "rate" && draft.rate === null) ||
    (field === "maximum_discount" && draft.maximum_discount === null);
  return (
    <KeyValues
      items={shape.fields
        .filter(({ field }) => !silent(field))
        .map(({ field, name }) => ({ key: field, label: name, value: shown(field) }))}
      testId="term"
    />
  );
}

function useValues(draft: CouponDraft, code: string | null): (field: CouponField) => ReactNode {
  const { t } = useTranslation("coupons");
  const { validity, claims_per_customer: claims, scope } = draft;
  const text = (value: string) => (value === "" ? <NoValue /> : value);
  const values: Record<CouponField, () => ReactNode> = {
    name: () => text(draft.name),
    claim_code: () => text(code ?? draft.claim_code),
    customer: () => text(draft.customer),
    period: () => <PeriodText start={draft.period?.start} end={draft.period?.end} />,
    validity: () =>
      validity === null ? (
        <NoValue />
      ) : validity.kind === "dates" ? (
        <PeriodText {...validity.period} />
      ) : (
        <>
          <CountText value={validity.days} /> {t("validity.daysAfter")}
        </>
      ),
    audience: () => t(`audiences.${draft.audience}`),
    amount: () => <MoneyText value={draft.amount} />,
    rate: () => <PercentText value={draft.rate} />,
    maximum_discount: () => <MoneyText value={draft.maximum_discount} />,
    minimum_spend: () =>
      draft.minimum_spend === null ? t("noMinimum") : <MoneyText value={draft.minimum_spend} />,
    quantity: () =>
      /^\d{1,9}$/.test(draft.quantity ?? "") ? (
        <CountText value={Number(draft.quantity)} />
      ) : (
        text(draft.quantity ?? "")
      ),
    claims_per_customer: () =>
      claims.kind === "unlimited" ? t("claims.unlimited") : <CountText value={claims.times} />,
    scope: () =>
      scope.kind === "products"
        ? t("products.named", { count: scope.ids.length })
        : t(scope.kind === "whole_shop" ? "products.wholeShop" : "products.unstated"),
  };
  return (field) => values[field]();
}
