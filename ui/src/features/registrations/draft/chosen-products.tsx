// What is in the draft: its SKUs with their product's tier; products can be taken out and moved between tiers.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type DraftHead,
  type GridRow,
  type Tier,
  type TierTerms,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { Card, Row, Stack } from "../../../kit/card";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { countText } from "../../../kit/format";
import { usePagedSearch } from "../../../kit/paged-search";
import { SearchField } from "../../../kit/search-field";
import { useShopTerms } from "../../../kit/shop-terms";
import { StatusTag } from "../../../kit/status-tag";
import { useToast } from "../../../kit/toast";
import { CountText, MoneyText, PercentText } from "../../../kit/values";
import { TitleAndId } from "../parts";
import { LeftOutSkus } from "./left-out-skus";
import { everyRow } from "./row-filter";

export function ChosenProducts({ head }: { head: DraftHead }) {
  const { t } = useTranslation("drafts");
  const { line, campaign } = head;
  const { search, window, find, paging } = usePagedSearch();
  const [selected, setSelected] = useState<string[]>([]);
  const rows = useDesk(
    "draft_rows",
    {
      draft_id: line.id,
      filter: { ...everyRow, search },
      window,
    },
    { keepPrevious: true },
  );
  // A selected key carries its product, which may be on a page no longer shown.
  const products = [...new Set(selected.map((key) => key.split(" ")[1] ?? ""))];
  return (
    <Stack gap={12}>
      {campaign.tiers.length > 0 && <TierRequirements tiers={campaign.tiers} />}
      <Row gap={12}>
        <SearchField
          value={search}
          onSearch={find}
          label={t("searchRows")}
          width={320}
          testId="chosen-search"
        />
        <ProductActions
          draftId={line.id}
          products={products}
          tiers={campaign.tiers.length > 0}
          onDone={() => setSelected([])}
        />
      </Row>
      <Card flush>
        <DataTable<GridRow>
          label={t("chosen")}
          columns={useChosenColumns(campaign.tiers.length > 0)}
          rows={rows.data?.rows}
          rowKey={({ sku_id, product_id }) => `${sku_id} ${product_id}`}
          loading={rows.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          empty={{ title: t("noneChosen"), text: t("noneChosenText") }}
          paging={paging(rows.data?.total)}
          testId="chosen-table"
        />
      </Card>
      <LeftOutSkus draftId={line.id} />
    </Stack>
  );
}

function ProductActions({
  draftId,
  products,
  tiers,
  onDone,
}: {
  draftId: string;
  products: readonly string[];
  tiers: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const toast = useToast();
  const none = products.length === 0;
  const count = { count: products.length, shown: countText(products.length, language) };
  const onRefused = (error: unknown) => toast.problem(error);
  const remove = useDeskAction("draft_products", {
    onDone: ({ changed }) => {
      toast.done(t("removed", { count: changed }), { undo: true });
      onDone();
    },
    onRefused,
  });
  const place = useDeskAction("draft_tier", {
    onDone: ({ changed }) => {
      toast.done(t("tierSet", { count: changed }), { undo: true });
      onDone();
    },
    onRefused,
  });
  const setTier = (tier: Tier) =>
    place.run({ draft_id: draftId, product_ids: [...products], tier });
  return (
    <>
      <Button
        disabled={none}
        loading={remove.isPending}
        onClick={() =>
          remove.run({
            draft_id: draftId,
            choice: { kind: "ids", product_ids: [...products] },
            include: false,
          })
        }
        data-testid="remove-selected"
      >
        {t("removeSelected", count)}
      </Button>
      {tiers && (
        <>
          <Button disabled={none} onClick={() => setTier("featured")} data-testid="tier-featured">
            {t("makeFeatured")}
          </Button>
          <Button disabled={none} onClick={() => setTier("regular")} data-testid="tier-regular">
            {t("makeRegular")}
          </Button>
        </>
      )}
    </>
  );
}

function TierRequirements({ tiers }: { tiers: readonly TierTerms[] }) {
  const { t } = useTranslation("drafts");
  return (
    <ul className="pd-draft-tiers">
      {tiers.map(({ tier, minimum_discount, maximum_price, minimum_stock }) => (
        <li key={tier}>
          <StatusTag tone={tier === "featured" ? "accent" : "neutral"}>
            {t(`tiers.${tier}`)}
          </StatusTag>
          {minimum_discount !== null && (
            <span>
              {t("tierDiscount")} <PercentText value={minimum_discount} />
            </span>
          )}
          {maximum_price !== null && (
            <span>
              {t("tierPrice")} <MoneyText value={maximum_price} />
            </span>
          )}
          {minimum_stock !== null && (
            <span>
              {t("tierStock")} <CountText value={minimum_stock} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function useChosenColumns(tiers: boolean): DataColumn<GridRow>[] {
  const { t } = useTranslation("drafts");
  const columns: DataColumn<GridRow>[] = [
    {
      key: "product",
      title: t("columns.product"),
      render: ({ title, product_id }) => <TitleAndId title={title} id={product_id} />,
    },
    {
      key: "sku",
      title: t("columns.sku"),
      render: ({ variation, sku_id, seller_sku }) => (
        <TitleAndId title={variation || t("onlyVariation")} id={sku_id} note={seller_sku} />
      ),
    },
    {
      key: "retail",
      title: t("columns.retail"),
      width: 110,
      align: "right",
      render: ({ retail_price }) => <MoneyText value={retail_price} />,
    },
  ];
  if (tiers) {
    columns.push({
      key: "tier",
      title: t("columns.tier"),
      width: 110,
      render: ({ tier }) => (
        <StatusTag tone={tier === "featured" ? "accent" : "neutral"}>
          {t(`tiers.${tier}`)}
        </StatusTag>
      ),
    });
  }
  return columns;
}
