// The columns of the list of coupons.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CouponLine } from "../../bridge";
import { CopyButton } from "../../kit/copy-button";
import type { DataColumn } from "../../kit/data-table";
import { CountText, MoneyText, PeriodText } from "../../kit/values";
import { CouponStateTag, DiscountText, LiabilityText, pathOfLine } from "./parts";

export function useCouponColumns(): DataColumn<CouponLine>[] {
  const { t } = useTranslation("coupons");
  return [
    {
      key: "name",
      title: t("columns.name"),
      render: (line) => (
        <div className="pd-two pd-name">
          <Link to={pathOfLine(line)} title={line.name} data-testid={`coupon-${line.id}`}>
            {line.name || t("unnamed")}
          </Link>
          <small>
            {t(`kinds.${line.kind}`)}
            {line.customer !== null && <> · {line.customer}</>}
          </small>
          {line.full_claim_code !== null && (
            <span className="pd-coupon-code">
              <code>{line.full_claim_code}</code>
              <CopyButton text={line.full_claim_code} brief testId={`copy-${line.id}`} />
            </span>
          )}
          {line.flag !== null && (
            <small className="pd-coupon-flag" data-testid={`flag-${line.id}`}>
              {line.flag}
            </small>
          )}
        </div>
      ),
    },
    {
      key: "state",
      title: t("columns.statePeriod"),
      width: 190,
      render: ({ id, state, period }) => (
        <div className="pd-two">
          <CouponStateTag state={state} testId={`state-${id}`} />
          {period !== null && (
            <small>
              <PeriodText {...period} style="date" />
            </small>
          )}
        </div>
      ),
    },
    {
      key: "discount",
      title: t("columns.discount"),
      width: 177,
      render: ({ discount, minimum_spend }) => (
        <span className="pd-two">
          <DiscountText discount={discount} />
          {minimum_spend !== null && (
            <small>
              {t("from")} <MoneyText value={minimum_spend} />
            </small>
          )}
        </span>
      ),
    },
    {
      key: "quantity",
      title: t("columns.quantity"),
      width: 95,
      align: "right",
      render: ({ quantity, results }) => (
        <span className="pd-two">
          <CountText value={quantity} />
          {results !== null && results.claimed !== null && (
            <small>
              {t("claimed")} <CountText value={results.claimed} />
            </small>
          )}
          {results !== null && results.used !== null && (
            <small>
              {t("used")} <CountText value={results.used} />
            </small>
          )}
        </span>
      ),
    },
    {
      key: "spend",
      title: t("columns.spend"),
      width: 100,
      align: "right",
      render: ({ results, estimated_spend }) => (
        <span className="pd-two">
          <MoneyText value={results?.spend} />
          {estimated_spend !== null && (
            <small>
              {t("of")} <MoneyText value={estimated_spend} />
            </small>
          )}
        </span>
      ),
    },
    {
      key: "liability",
      title: t("columns.liability"),
      width: 115,
      align: "right",
      render: ({ liability }) => <LiabilityText liability={liability} />,
    },
  ];
}
