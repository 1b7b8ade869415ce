// Extra discounts: for all products or some. A product takes part with all its SKUs or with none.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type DraftHead,
  type GridRow,
  type Percent,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { Row, Stack } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { Field } from "../../../kit/field";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { PercentField } from "../../../kit/number-fields";
import { usePagedSearch } from "../../../kit/paged-search";
import { SearchField } from "../../../kit/search-field";
import { useShopTerms } from "../../../kit/shop-terms";
import { useToast } from "../../../kit/toast";
import { MoneyText, PercentText } from "../../../kit/values";
import { TitleAndId } from "../parts";
import { everyRow } from "./row-filter";

export function ExtraDiscountsStep({ head, minimum }: { head: DraftHead; minimum: Percent }) {
  const { t } = useTranslation("drafts");
  const draftId = head.line.id;
  const [selected, setSelected] = useState<string[]>([]);
  return (
    <Stack>
      <Notice tone="info" title={t("extra.minimum")}>
        <PercentText value={minimum} /> · {t("extra.allOrNone")}
      </Notice>
      <SetExtra draftId={draftId} selected={selected} onDone={() => setSelected([])} />
      <ExtraFindings draftId={draftId} />
      <ExtraRows draftId={draftId} selected={selected} onSelect={setSelected} />
    </Stack>
  );
}

/** For the selected products, or for all when none is selected. */
function SetExtra({
  draftId,
  selected,
  onDone,
}: {
  draftId: string;
  selected: readonly string[];
  onDone: () => void;
}) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const toast = useToast();
  const [extra, setExtra] = useState<string | null>(null);
  const products = [...new Set(selected.map((key) => key.split(" ")[1] ?? ""))];
  const some = products.length > 0;
  const set = useDeskAction("draft_extra_discount", {
    onDone: ({ changed }) => {
      toast.done(t("extra.set", { count: changed, shown: countText(changed, language) }), {
        undo: changed > 0,
      });
      onDone();
    },
    onRefused: (error) => toast.problem(error),
  });
  const run = (extra_discount: string | null) =>
    set.run({ draft_id: draftId, product_ids: some ? products : null, extra_discount });
  return (
    <Field
      label={
        some
          ? t("extra.forSome", {
              count: products.length,
              shown: countText(products.length, language),
            })
          : t("extra.forAll")
      }
    >
      {(control) => (
        <Row>
          <PercentField {...control} value={extra} onChange={setExtra} testId="extra-discount" />
          <Button
            type="primary"
            disabled={extra === null}
            loading={set.isPending}
            onClick={() => run(extra)}
            data-testid="extra-apply"
          >
            {t("extra.apply")}
          </Button>
          <Button disabled={set.isPending} onClick={() => run(null)} data-testid="extra-clear">
            {t("extra.clear")}
          </Button>
        </Row>
      )}
    </Field>
  );
}

function ExtraFindings({ draftId }: { draftId: string }) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const toast = useToast();
  const found = useDesk(
    "draft_findings",
    {
      draft_id: draftId,
      filter: { ...everyRow, field: "extra_discount" },
      window: { offset: 0, limit: 5 },
    },
    { keepPrevious: true },
  );
  const repair = useDeskAction("draft_apply_edits", {
    onDone: () => toast.done(t("repaired"), { undo: true }),
    onRefused: (error) => toast.problem(error),
  });
  const rows = found.data?.rows ?? [];
  const more = (found.data?.total ?? 0) - rows.length;
  return (
    <>
      <FindingsSlot
        findings={rows}
        repairing={repair.isPending}
        onRepair={(finding) => repair.run({ draft_id: draftId, edits: finding.repair })}
        testId="extra-findings"
      />
      {more > 0 && (
        <p className="pd-draft-quiet">
          {t("moreFindings", { count: more, shown: countText(more, language) })}
        </p>
      )}
    </>
  );
}

function ExtraRows({
  draftId,
  selected,
  onSelect,
}: {
  draftId: string;
  selected: readonly string[];
  onSelect: (keys: string[]) => void;
}) {
  const { t } = useTranslation("drafts");
  const { search, window, find, paging } = usePagedSearch();
  const rows = useDesk(
    "draft_rows",
    {
      draft_id: draftId,
      filter: { ...everyRow, search },
      window,
    },
    { keepPrevious: true },
  );
  return (
    <>
      <SearchField
        value={search}
        onSearch={find}
        label={t("searchRows")}
        width={320}
        testId="extra-search"
      />
      <DataTable<GridRow>
        label={t("extra.rows")}
        columns={[
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
            key: "price",
            title: t("columns.campaign_price"),
            align: "right",
            render: ({ campaign_price }) => <MoneyText value={campaign_price} />,
          },
          {
            key: "extra",
            title: t("columns.extra_discount"),
            align: "right",
            render: ({ extra_discount }) => <PercentText value={extra_discount} />,
          },
          {
            key: "margin",
            title: t("columns.margin"),
            align: "right",
            render: ({ margin }) => <MoneyText value={margin} />,
          },
        ]}
        rows={rows.data?.rows}
        rowKey={({ sku_id, product_id }) => `${sku_id} ${product_id}`}
        loading={rows.isPlaceholderData}
        selection={{ selected, onSelect }}
        empty={{ title: t("noRows"), text: t("noRowsText") }}
        paging={paging(rows.data?.total)}
        testId="extra-table"
      />
    </>
  );
}
