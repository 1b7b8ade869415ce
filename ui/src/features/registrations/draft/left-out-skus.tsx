// The SKUs that were left out of the draft: they can be taken in again, with what was entered.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LeftOutSku, useDesk, useDeskAction } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { countText } from "../../../kit/format";
import { usePagedSearch } from "../../../kit/paged-search";
import { useShopTerms } from "../../../kit/shop-terms";
import { useToast } from "../../../kit/toast";
import { MoneyText } from "../../../kit/values";
import { TitleAndId } from "../parts";

export function LeftOutSkus({ draftId }: { draftId: string }) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const toast = useToast();
  const { window, paging } = usePagedSearch();
  const [selected, setSelected] = useState<string[]>([]);
  const skus = useDesk("draft_left_out", { draft_id: draftId, window }, { keepPrevious: true });
  const takeIn = useDeskAction("draft_skus", {
    onDone: ({ changed }) => {
      toast.done(t("leftOut.done", { count: changed }), { undo: true });
      setSelected([]);
    },
    onRefused: (error) => toast.problem(error),
  });
  const columns: DataColumn<LeftOutSku>[] = [
    {
      key: "product",
      title: t("columns.product"),
      render: ({ title, product_id }) => <TitleAndId title={title} id={product_id} />,
    },
    {
      key: "sku",
      title: t("columns.sku"),
      render: ({ variation, sku_id }) => (
        <TitleAndId title={variation || t("onlyVariation")} id={sku_id} />
      ),
    },
    {
      key: "entered",
      title: t("leftOut.entered"),
      width: 130,
      align: "right",
      render: ({ campaign_price }) => <MoneyText value={campaign_price} />,
    },
  ];
  if (!skus.data?.total) return null;
  return (
    <Stack gap={12}>
      <div>
        <h2 className="pd-reg-heading">{t("leftOut.title")}</h2>
        <p className="pd-draft-quiet">{t("leftOut.text")}</p>
      </div>
      <div>
        <Button
          disabled={selected.length === 0}
          loading={takeIn.isPending}
          onClick={() => takeIn.run({ draft_id: draftId, sku_ids: selected, include: true })}
          data-testid="take-in"
        >
          {t("leftOut.back", {
            count: selected.length,
            shown: countText(selected.length, language),
          })}
        </Button>
      </div>
      <Card flush>
        <DataTable<LeftOutSku>
          label={t("leftOut.title")}
          columns={columns}
          rows={skus.data.rows}
          rowKey={({ sku_id }) => sku_id}
          loading={skus.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          empty={{ title: t("leftOut.title") }}
          paging={paging(skus.data.total)}
          testId="left-out-table"
        />
      </Card>
    </Stack>
  );
}
