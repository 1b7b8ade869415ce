// The catalogue's health and what Smart Promotion costs a month.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Overview } from "../../bridge";
import { Card, CardGrid, Figure } from "../../kit/card";
import { pathTo } from "../../kit/places";
import { CountText, MoneyText } from "../../kit/values";

export function Figures({ overview }: { overview: Overview }) {
  const { t } = useTranslation("overview");
  const { products, skus, skus_without_cost, smart_promotion_monthly_fee } = overview;
  return (
    <Card>
      <CardGrid min={150}>
        <Figure
          label={<Link to={pathTo("products")}>{t("products")}</Link>}
          value={<CountText value={products} />}
          testId="figure-products"
        />
        <Figure label={t("skus")} value={<CountText value={skus} />} testId="figure-skus" />
        <Figure
          label={<Link to={`${pathTo("products")}?only=without_cost`}>{t("withoutCost")}</Link>}
          value={<CountText value={skus_without_cost} />}
          note={skus_without_cost > 0 ? t("withoutCostNote") : t("allCosts")}
          {...(skus_without_cost > 0 ? { tone: "warn" as const } : {})}
          testId="figure-without-cost"
        />
        <Figure
          label={<Link to={pathTo("smart-promotion")}>{t("smartPromotion")}</Link>}
          value={<MoneyText value={smart_promotion_monthly_fee} />}
          note={t(smart_promotion_monthly_fee === null ? "notEnrolled" : "monthlyFee")}
          testId="figure-smart-promotion"
        />
      </CardGrid>
    </Card>
  );
}
