// Products that can be brought in, page by page: some of them, or all that the search leaves.
import { useTranslation } from "react-i18next";
import {
  type Candidate,
  type CandidateFilter,
  type RequestOf,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import type { DataColumn } from "../../../kit/data-table";
import { usePagedSearch } from "../../../kit/paged-search";
import { ProductCandidates } from "../../../kit/product-candidates";
import { StatusTag } from "../../../kit/status-tag";
import { useToast } from "../../../kit/toast";
import { CountText, PriceRange } from "../../../kit/values";
import { TitleAndId } from "../parts";

type ProductChoice = RequestOf<"draft_products">["choice"];

export function Candidates({
  draftId,
  onlyRecommended,
}: {
  draftId: string;
  onlyRecommended: boolean;
}) {
  const { t } = useTranslation("drafts");
  const toast = useToast();
  const paged = usePagedSearch();
  const { search, window } = paged;
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
  const columns = useCandidateColumns();
  const add = useDeskAction("draft_products", {
    onDone: ({ changed }) => toast.done(t("added", { count: changed }), { undo: changed > 0 }),
    onRefused: (error) => toast.problem(error),
  });
  const take = async (choice: ProductChoice) => {
    try {
      await add.runAsync({ draft_id: draftId, choice, include: true });
      return true;
    } catch {
      // It was said in a toast.
      return false;
    }
  };
  return (
    <ProductCandidates<Candidate>
      paged={paged}
      found={found}
      columns={columns}
      texts={{
        table: t("candidates"),
        search: t("searchProducts"),
        failed: t("candidatesFailed"),
        empty: {
          title: t(onlyRecommended ? "noRecommended" : "noCandidates"),
          text: t(onlyRecommended ? "noRecommendedText" : "noCandidatesText"),
        },
        takeSelected: (said) => t("addSelected", said),
        takeAll: (said) => t("addMatching", said),
      }}
      testIds={{
        search: "candidate-search",
        table: "candidate-table",
        takeSelected: "add-selected",
        takeAll: "add-matching",
      }}
      busy={add.isPending}
      onSelected={(product_ids) => take({ kind: "ids", product_ids })}
      onAll={() => take({ kind: "matching", filter })}
    />
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
