// A SKU's prices over time, with the stretch that counts for its lowest price.
import { useTranslation } from "react-i18next";
import { type PriceRecord, type SkuDetail, useDesk } from "../../bridge";
import { LineWithWindow, priceLine } from "../../kit/chart";
import { type DataColumn, DataTable } from "../../kit/data-table";
import { InstantText, MoneyText } from "../../kit/values";

export function PriceHistory({ detail }: { detail: SkuDetail }) {
  const { t } = useTranslation("products");
  const { sku, history, look_back, lowest } = detail;
  const now = useDesk("desk_state", {}).data?.now;
  const end = look_back?.end ?? now;
  const name = sku.variation || sku.id;
  const columns: DataColumn<PriceRecord>[] = [
    { key: "kind", title: t("kind"), render: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: "price",
      title: t("price"),
      align: "right",
      render: ({ price }) => <MoneyText value={price} />,
    },
    { key: "from", title: t("from"), render: ({ from }) => <InstantText value={from} /> },
    {
      key: "until",
      title: t("until"),
      render: ({ until }) => (until === null ? t("stillInForce") : <InstantText value={until} />),
    },
  ];
  return (
    <section aria-label={t("historyOf", { sku: name })} data-testid="price-history">
      <h2 className="pd-product-heading">{t("historyOf", { sku: name })}</h2>
      {end && (
        <LineWithWindow
          label={t("historyOf", { sku: name })}
          points={priceLine(history, end)}
          window={look_back && { ...look_back, label: t("lookBack") }}
          level={lowest === null ? null : { value: lowest, label: t("columns.lowest") }}
        />
      )}
      {history.length > 0 && (
        <details className="pd-product-records">
          <summary>{t("records", { count: history.length })}</summary>
          <DataTable<PriceRecord>
            label={t("records", { count: history.length })}
            columns={columns}
            rows={[...history].reverse()}
            rowKey={({ kind, from }) => `${kind} ${from}`}
            empty={{ title: t("noRecords") }}
          />
        </details>
      )}
    </section>
  );
}
