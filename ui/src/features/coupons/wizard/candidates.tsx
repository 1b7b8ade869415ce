// Products that a coupon can name, or those that it names: searched, page by page, some or all of them.
import { useTranslation } from "react-i18next";
import {
  type CouponCandidate,
  type CouponProductChoice,
  type CouponProductFilter,
  type CouponScope,
  useDesk,
} from "../../../bridge";
import type { DataColumn } from "../../../kit/data-table";
import { usePagedSearch } from "../../../kit/paged-search";
import { ProductCandidates } from "../../../kit/product-candidates";
import { ProductFilters, useNarrowing } from "../../../kit/product-filters";
import { StatusTag } from "../../../kit/status-tag";
import { PriceRange } from "../../../kit/values";
import type { Naming } from "./use-naming";

interface CandidatesProps {
  scope: CouponScope;
  only: CouponProductChoice;
  /** Whether products are named here, or taken out. */
  include: boolean;
  naming: Naming;
}

export function Candidates({ scope, only, include, naming }: CandidatesProps) {
  const { t } = useTranslation("coupons");
  const paged = usePagedSearch();
  const { search, window } = paged;
  // What is not on sale can be named; what is, comes first to mind.
  const narrowed = useNarrowing(include ? "active" : null, () => paged.toPage(0));
  const filter: CouponProductFilter = { search, only, ...narrowed.narrowing };
  const found = useDesk(
    "coupon_product_candidates",
    { scope, filter, window },
    { keepPrevious: true },
  );
  const columns = useCandidateColumns();
  const verb = include ? "add" : "remove";
  return (
    <ProductCandidates<CouponCandidate>
      paged={paged}
      found={found}
      columns={columns}
      filters={<ProductFilters {...narrowed} />}
      texts={{
        table: t(include ? "products.candidates" : "products.namedOnes"),
        search: t("products.search"),
        failed: t("products.listFailed"),
        empty: {
          title: t(include ? "products.none" : "products.noneNamed"),
          text: t(include ? "products.noneText" : "products.noneNamedText"),
        },
        takeSelected: (said) => t(`products.${verb}Selected`, said),
        takeAll: (said) => t(`products.${verb}Matching`, said),
      }}
      testIds={{
        search: "candidate-search",
        table: "candidate-table",
        takeSelected: `${verb}-selected`,
        takeAll: `${verb}-matching`,
      }}
      busy={naming.busy}
      onSelected={(product_ids) => naming.name({ kind: "ids", product_ids }, include)}
      onAll={() => naming.name({ kind: "matching", filter }, include)}
    />
  );
}

function useCandidateColumns(): DataColumn<CouponCandidate>[] {
  const { t } = useTranslation("coupons");
  return [
    {
      key: "title",
      title: t("products.columns.product"),
      render: ({ title, product_id }) => (
        <div className="pd-two pd-name">
          <span title={title}>{title || t("products.notInCatalogue")}</span>
          <small>{product_id}</small>
        </div>
      ),
    },
    {
      key: "category",
      title: t("products.columns.category"),
      width: 200,
      render: ({ category }) => category,
    },
    {
      key: "retail",
      title: t("products.columns.retail"),
      width: 160,
      align: "right",
      render: ({ retail_from, retail_to }) => <PriceRange from={retail_from} to={retail_to} />,
    },
    {
      key: "note",
      title: t("products.columns.note"),
      width: 190,
      render: ({ obstacle }) =>
        obstacle === null ? null : <StatusTag tone="warn">{obstacle}</StatusTag>,
    },
  ];
}
