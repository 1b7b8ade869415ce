// Products that a coupon can name, or those that it names: searched, page by page, some or all of them.
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CouponCandidate,
  type CouponProductChoice,
  type CouponProductFilter,
  type CouponScope,
  type ProductStatus,
  useDesk,
} from "../../../bridge";
import { Card, Row, Stack } from "../../../kit/card";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { usePagedSearch } from "../../../kit/paged-search";
import { FilterChips, SearchField } from "../../../kit/search-field";
import { useShopTerms } from "../../../kit/shop-terms";
import { StatusTag } from "../../../kit/status-tag";
import { problemText } from "../../../kit/toast";
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
  const { t } = useTranslation(["coupons", "kit"]);
  const { search, page, pageSize, window, find, toPage, paging } = usePagedSearch();
  const [selected, setSelected] = useState<string[]>([]);
  const [category, setCategory] = useState<string | null>(null);
  // What is not on sale can be named; what is, comes first to mind.
  const [status, setStatus] = useState<ProductStatus | null>(include ? "active" : null);
  const filter: CouponProductFilter = { search, only, category, status };
  const found = useDesk(
    "coupon_product_candidates",
    { scope, filter, window },
    { keepPrevious: true },
  );
  const columns = useCandidateColumns();
  const total = found.data?.total ?? 0;
  // What was named is gone from this list: the page looked at may be, too.
  if (found.data && !found.isPlaceholderData && page > 0 && page * pageSize >= total) toPage(0);
  if (found.isError) {
    return (
      <Notice tone="block" title={t("coupons:products.listFailed")}>
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
          label={t("coupons:products.search")}
          width={320}
          testId="candidate-search"
        />
        <CategoryField
          value={category}
          onChange={(next) => {
            setCategory(next);
            toPage(0);
          }}
        />
        <StatusField
          value={status}
          onChange={(next) => {
            setStatus(next);
            toPage(0);
          }}
        />
      </Row>
      <Row gap={12}>
        <Choices
          filter={filter}
          total={total}
          selected={selected}
          include={include}
          naming={naming}
          onDone={() => setSelected([])}
        />
      </Row>
      <Card flush>
        <DataTable<CouponCandidate>
          label={t(include ? "coupons:products.candidates" : "coupons:products.namedOnes")}
          columns={columns}
          rows={found.data?.rows}
          rowKey={({ product_id }) => product_id}
          loading={found.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          empty={{
            title: t(include ? "coupons:products.none" : "coupons:products.noneNamed"),
            text: t(include ? "coupons:products.noneText" : "coupons:products.noneNamedText"),
          }}
          paging={paging(total)}
          testId="candidate-table"
        />
      </Card>
    </Stack>
  );
}

function CategoryField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (category: string | null) => void;
}) {
  const { t } = useTranslation("coupons");
  const found = useDesk("product_categories", {});
  const categories = found.data?.categories ?? [];
  return (
    <Select<string>
      showSearch
      allowClear
      aria-label={t("products.category")}
      placeholder={t("products.allCategories")}
      {...(value === null ? {} : { value })}
      onChange={(next) => onChange(next ?? null)}
      options={categories.map(({ name, products }) => ({
        value: name,
        label: t("products.categoryOf", { name, count: products }),
      }))}
      style={{ width: 240 }}
      data-testid="candidate-category"
    />
  );
}

const statuses = ["active", "inactive"] as const satisfies readonly ProductStatus[];

function StatusField({
  value,
  onChange,
}: {
  value: ProductStatus | null;
  onChange: (status: ProductStatus | null) => void;
}) {
  const { t } = useTranslation("coupons");
  return (
    <FilterChips<ProductStatus>
      label={t("products.status")}
      allLabel={t("products.statuses.all")}
      chips={statuses.map((key) => ({ key, label: t(`products.statuses.${key}`) }))}
      active={value}
      onPick={onChange}
    />
  );
}

function Choices({
  filter,
  total,
  selected,
  include,
  naming,
  onDone,
}: {
  filter: CouponProductFilter;
  total: number;
  selected: readonly string[];
  include: boolean;
  naming: Naming;
  onDone: () => void;
}) {
  const { t } = useTranslation("coupons");
  const { language } = useShopTerms();
  const verb = include ? "add" : "remove";
  const said = (count: number) => ({ count, shown: countText(count, language) });
  const run = async (work: Promise<boolean>) => {
    if (await work) onDone();
  };
  return (
    <>
      <Button
        type="primary"
        disabled={selected.length === 0}
        loading={naming.busy}
        onClick={() => void run(naming.name({ kind: "ids", product_ids: [...selected] }, include))}
        data-testid={`${verb}-selected`}
      >
        {t(`products.${verb}Selected`, said(selected.length))}
      </Button>
      <Button
        disabled={total === 0 || naming.busy}
        onClick={() => void run(naming.name({ kind: "matching", filter }, include))}
        data-testid={`${verb}-matching`}
      >
        {t(`products.${verb}Matching`, said(total))}
      </Button>
    </>
  );
}

function useCandidateColumns(): DataColumn<CouponCandidate>[] {
  const { t } = useTranslation("coupons");
  return [
    {
      key: "title",
      title: t("products.columns.product"),
      render: ({ title, product_id }) => (
        <div className="pd-coupon-name">
          <span>{title || t("products.notInCatalogue")}</span>
          <small>{product_id}</small>
        </div>
      ),
    },
    {
      key: "category",
      title: t("products.columns.category"),
      width: 200,
      cut: true,
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
