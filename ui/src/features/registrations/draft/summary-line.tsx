// How far the draft has come, in a line.
import { useTranslation } from "react-i18next";
import type { DraftSummary } from "../../../bridge";
import { CountText } from "../../../kit/values";

export function SummaryLine({ summary }: { summary: DraftSummary }) {
  const { t } = useTranslation("drafts");
  const { products, skus, skus_in_order, skus_without_price, counts } = summary;
  const figures = [
    { key: "products", value: products },
    { key: "skus", value: skus },
    { key: "in_order", value: skus_in_order, tone: "good" },
    { key: "without_price", value: skus_without_price, tone: "warn" },
    { key: "block", value: counts.block, tone: "block" },
    { key: "warn", value: counts.warn, tone: "warn" },
  ] as const;
  return (
    <dl className="pd-draft-summary" data-testid="draft-summary" aria-label={t("summary.label")}>
      {figures.map(({ key, value, ...rest }) => (
        <div
          key={key}
          data-tone={"tone" in rest && value > 0 ? rest.tone : undefined}
          data-testid={`summary-${key}`}
        >
          <dt>{t(`summary.${key}`)}</dt>
          <dd>
            <CountText value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
