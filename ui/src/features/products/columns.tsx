// The columns of the catalogue's list.
import { useTranslation } from "react-i18next";
import type { ProductLine } from "../../bridge";
import type { DataColumn } from "../../kit/data-table";
import { StatusTag } from "../../kit/status-tag";
import { CountText, PriceRange } from "../../kit/values";

export function useProductColumns(): DataColumn<ProductLine>[] {
  const { t } = useTranslation("products");
  return [
    {
      key: "title",
      title: t("columns.product"),
      render: ({ product }) => (
        <div className="pd-two pd-name pd-product-name">
          <span title={product.title}>{product.title}</span>
          <small>
            {product.id}
            {product.brand && ` · ${product.brand}`}
          </small>
        </div>
      ),
    },
    {
      key: "status",
      title: t("columns.status"),
      width: 96,
      render: ({ product }) => (
        <StatusTag tone={product.status === "active" ? "good" : "neutral"}>
          {t(`statuses.${product.status}`)}
        </StatusTag>
      ),
    },
    {
      key: "skus",
      title: t("columns.skus"),
      width: 60,
      align: "right",
      render: ({ skus }) => <CountText value={skus} />,
    },
    {
      key: "price",
      title: t("columns.retail"),
      width: 150,
      align: "right",
      render: (line) => <PriceRange from={line.retail_from} to={line.retail_to} />,
    },
    {
      key: "stock",
      title: t("columns.stock"),
      width: 78,
      align: "right",
      render: ({ stock }) => <CountText value={stock} />,
    },
    {
      key: "cost",
      title: t("columns.costs"),
      width: 116,
      render: ({ skus_without_cost }) =>
        skus_without_cost === 0 ? (
          <span className="pd-product-quiet">{t("costsKnown")}</span>
        ) : (
          <StatusTag tone="warn">{t("costsMissing", { count: skus_without_cost })}</StatusTag>
        ),
    },
    {
      key: "campaigns",
      title: t("columns.campaigns"),
      width: 84,
      align: "right",
      render: ({ campaigns }) => <CountText value={campaigns} />,
    },
  ];
}
