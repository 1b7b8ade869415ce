// Products that can be brought in, page by page: some of them, or all that the search leaves.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Candidate, type CandidateFilter, useDesk, useDeskAction } from "../../../bridge";
import { Card, Row, Stack } from "../../../kit/card";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { usePagedSearch } from "../../../kit/paged-search";
import { SearchField } from "../../../kit/search-field";
import { useShopTerms } from "../../../kit/shop-terms";
import { StatusTag } from "../../../kit/status-tag";
import { problemText, useToast } from "../../../kit/toast";
import { CountText, PriceRange } from "../../../kit/values";
import { TitleAndId } from "../parts";

export function Candidates({
  draftId,
  onlyRecommended,
}: {
  draftId: string;
  onlyRecommended: boolean;
}) {
  const { t } = useTranslation(["drafts", "kit"]);
  const { search, page, pageSize, window, find, toPage, paging } = usePagedSearch();
  const [selected, setSelected] = useState<string[]>([]);
  const filter: CandidateFilter = {
    search,
    only_recommended: onlyRecommended,
    only_missing: true,
  };
  const found = useDesk(
    "draft_candidates",
    { draft_id: draftId, filter, window },
    { keepPrevious: true },
  );
  const total = found.data?.total ?? 0;
  const columns = useCandidateColumns();
  // What was brought in is gone from this list: the page looked at may be, too.
  if (found.data && !found.isPlaceholderData && page > 0 && page * pageSize >= total) toPage(0);
  if (found.isError) {
    return (
      <Notice tone="block" title={t("drafts:candidatesFailed")}>
        {problemText(found.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  return (
    <Stack gap={12}>
      <Row gap={12}>
        <SearchField
          value={search}
          onSearch={find}
          label={t("drafts:searchProducts")}
          width={320}
          testId="candidate-search"
        />
        <AddButtons
          draftId={draftId}
          filter={filter}
          total={total}
          selected={selected}
          onAdded={() => setSelected([])}
        />
      </Row>
      <Card flush>
        <DataTable<Candidate>
          label={t("drafts:candidates")}
          columns={columns}
          rows={found.data?.rows}
          rowKey={({ product_id }) => product_id}
          loading={found.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          empty={{
            title: t(onlyRecommended ? "drafts:noRecommended" : "drafts:noCandidates"),
            text: t(onlyRecommended ? "drafts:noRecommendedText" : "drafts:noCandidatesText"),
          }}
          paging={paging(total)}
          testId="candidate-table"
        />
      </Card>
    </Stack>
  );
}

function AddButtons({
  draftId,
  filter,
  total,
  selected,
  onAdded,
}: {
  draftId: string;
  filter: CandidateFilter;
  total: number;
  selected: readonly string[];
  onAdded: () => void;
}) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const toast = useToast();
  const add = useDeskAction("draft_products", {
    onDone: ({ changed }) => {
      toast.done(t("added", { count: changed }), { undo: changed > 0 });
      onAdded();
    },
    onRefused: (error) => toast.problem(error),
  });
  const addSelected = () =>
    add.run({
      draft_id: draftId,
      choice: { kind: "ids", product_ids: [...selected] },
      include: true,
    });
  const addMatching = () =>
    add.run({ draft_id: draftId, choice: { kind: "matching", filter }, include: true });
  return (
    <>
      <Button
        type="primary"
        disabled={selected.length === 0}
        loading={add.isPending}
        onClick={addSelected}
        data-testid="add-selected"
      >
        {t("addSelected", {
          count: selected.length,
          shown: countText(selected.length, language),
        })}
      </Button>
      <Button
        disabled={total === 0 || add.isPending}
        onClick={addMatching}
        data-testid="add-matching"
      >
        {t("addMatching", { count: total, shown: countText(total, language) })}
      </Button>
    </>
  );
}

function useCandidateColumns(): DataColumn<Candidate>[] {
  const { t } = useTranslation("drafts");
  return [
    {
      key: "title",
      title: t("columns.product"),
      render: ({ title, product_id }) => <TitleAndId title={title} id={product_id} />,
    },
    {
      key: "category",
      title: t("columns.category"),
      width: 200,
      cut: true,
      render: (c) => c.category,
    },
    {
      key: "skus",
      title: t("columns.skus"),
      width: 70,
      align: "right",
      render: ({ skus }) => <CountText value={skus} />,
    },
    {
      key: "retail",
      title: t("columns.retail"),
      width: 150,
      align: "right",
      render: ({ retail_from, retail_to }) => <PriceRange from={retail_from} to={retail_to} />,
    },
    {
      key: "state",
      title: t("columns.note"),
      width: 170,
      render: ({ recommended, obstacle }) =>
        obstacle !== null ? (
          <StatusTag tone="warn">{obstacle}</StatusTag>
        ) : recommended ? (
          <StatusTag tone="good">{t("listedAsEligible")}</StatusTag>
        ) : null,
    },
  ];
}
