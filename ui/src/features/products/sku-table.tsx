// The SKUs of a product: prices, margin, and the cost to be typed in place.
import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type SkuDetail, useDeskAction } from "../../bridge";
import { type DataColumn, DataTable } from "../../kit/data-table";
import { MoneyField } from "../../kit/number-fields";
import { StatusTag } from "../../kit/status-tag";
import { useToast } from "../../kit/toast";
import { CountText, MoneyText, PercentText } from "../../kit/values";
import { SkuEditor } from "./sku-editor";

export function SkuTable({
  skus,
  picked,
  onPick,
}: {
  skus: readonly SkuDetail[];
  picked: string | undefined;
  onPick: (skuId: string) => void;
}) {
  const { t } = useTranslation("products");
  const [edited, setEdited] = useState<SkuDetail>();
  return (
    <>
      <DataTable<SkuDetail>
        label={t("skus")}
        columns={useSkuColumns(picked, setEdited)}
        rows={skus}
        rowKey={({ sku }) => sku.id}
        empty={{ title: t("noSkus") }}
        onOpen={({ sku }) => onPick(sku.id)}
        rowTone={({ sku }) => (sku.removed ? "muted" : undefined)}
        testId="sku-table"
      />
      {edited && <SkuEditor detail={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}

function useSkuColumns(
  picked: string | undefined,
  onEdit: (detail: SkuDetail) => void,
): DataColumn<SkuDetail>[] {
  const { t } = useTranslation("products");
  return [
    {
      key: "sku",
      title: t("columns.sku"),
      render: ({ sku }) => (
        <div className="pd-two pd-name pd-product-name" data-picked={sku.id === picked}>
          <span title={sku.variation}>{sku.variation || t("onlyOne")}</span>
          <small>
            {sku.id}
            {sku.seller_sku && ` · ${sku.seller_sku}`}
          </small>
          {sku.removed && <StatusTag>{t("removed")}</StatusTag>}
        </div>
      ),
    },
    {
      key: "retail",
      title: t("columns.retail"),
      align: "right",
      render: ({ sku }) => <MoneyText value={sku.retail_price} />,
    },
    {
      key: "discount",
      title: t("columns.discount"),
      align: "right",
      render: ({ sku }) => <MoneyText value={sku.discount_price} />,
    },
    {
      key: "lowest",
      title: t("columns.lowest"),
      align: "right",
      render: ({ lowest }) => <MoneyText value={lowest} />,
    },
    {
      key: "stock",
      title: t("columns.stock"),
      align: "right",
      render: ({ sku }) => <CountText value={sku.stock} />,
    },
    {
      key: "cost",
      title: t("columns.cost"),
      render: (detail) => <CostCell key={detail.sku.unit_cost} detail={detail} />,
    },
    {
      key: "margin",
      title: t("columns.margin"),
      align: "right",
      render: ({ margin_at_retail, margin_percent }) => (
        <div className="pd-product-margin">
          <MoneyText value={margin_at_retail} />
          {margin_percent !== null && (
            <small>
              <PercentText value={margin_percent} />
            </small>
          )}
        </div>
      ),
    },
    {
      key: "edit",
      title: <span className="pd-visually-hidden">{t("edit")}</span>,
      render: (detail) => (
        <Button
          type="text"
          icon={<EditOutlined />}
          aria-label={t("editSku", { sku: detail.sku.variation || detail.sku.id })}
          onClick={() => onEdit(detail)}
          data-testid={`edit-sku-${detail.sku.id}`}
        />
      ),
    },
  ];
}

/** Typed in place; kept when the field is left or Enter is pressed. */
function CostCell({ detail }: { detail: SkuDetail }) {
  const { t } = useTranslation("products");
  const { sku } = detail;
  const toast = useToast();
  const [cost, setCost] = useState(sku.unit_cost);
  const edit = useDeskAction("sku_edit", {
    onDone: () => toast.done(t("costSaved"), { undo: true }),
    onRefused: (error) => {
      setCost(sku.unit_cost);
      toast.problem(error);
    },
  });
  const save = () => {
    if (cost === null) return setCost(sku.unit_cost);
    if (cost === sku.unit_cost || edit.isPending) return;
    edit.run({
      sku_id: sku.id,
      unit_cost: cost,
      retail_price: null,
      stock: null,
      acknowledged: [],
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <MoneyField
        label={t("costOf", { sku: sku.variation || sku.id })}
        value={cost}
        onChange={setCost}
        onBlur={save}
        width={110}
        testId={`cost-${sku.id}`}
      />
    </form>
  );
}
