// The catalogue: found by search and filter, page by page from the desk; a product opens beside the list.
import { AppstoreOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Route, Routes, useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { type ProductFilter, type ProductLine, useDesk } from "../../bridge";
import { Card, Row } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { EmptyState } from "../../kit/empty-state";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo, pathToImport } from "../../kit/places";
import { FilterChips, SearchField } from "../../kit/search-field";
import { problemText } from "../../kit/toast";
import { useProductColumns } from "./columns";
import { ProductDrawer } from "./product-drawer";
import "./products.css";

const pageSize = 50;
const filters = [
  "active",
  "inactive",
  "without_cost",
  "in_sku_error",
] as const satisfies readonly ProductFilter[];
type Filter = (typeof filters)[number];

export default function Products() {
  return (
    <Routes>
      <Route index element={<ProductList />} />
      <Route path=":productId" element={<ProductList />} />
    </Routes>
  );
}

/** What is looked for, kept in the address so that coming back finds the same page. */
function useSought() {
  const [query, setQuery] = useSearchParams();
  const only = filters.find((one) => one === query.get("only")) ?? null;
  const page = Math.max(0, Number.parseInt(query.get("page") ?? "1", 10) - 1) || 0;
  const set = (changes: Record<string, string | null>) =>
    setQuery(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [key, value] of Object.entries(changes)) {
          if (value === null || value === "") next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true },
    );
  return {
    search: query.get("search") ?? "",
    only,
    page,
    setSearch: (search: string) => set({ search, page: null }),
    setOnly: (filter: Filter | null) => set({ only: filter, page: null }),
    setPage: (next: number) => set({ page: next === 0 ? null : String(next + 1) }),
    clear: () => set({ search: null, only: null, page: null }),
  };
}

function ProductList() {
  const { t } = useTranslation(["products", "kit"]);
  const navigate = useNavigate();
  const { productId } = useParams();
  const { search: address } = useLocation();
  const sought = useSought();
  const { search, only, page } = sought;
  const products = useDesk(
    "product_page",
    {
      search,
      only: only ?? "all",
      window: { offset: page * pageSize, limit: pageSize },
    },
    { keepPrevious: true },
  );
  const columns = useProductColumns();
  const anything = search !== "" || only !== null;

  if (products.isError) {
    return (
      <Notice tone="block" title={t("products:failed")} testId="products-problem">
        {problemText(products.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (products.data?.total === 0 && !anything && !products.isPlaceholderData) {
    return <NoProducts />;
  }
  return (
    <div data-testid="products">
      <PageHeader
        title={t("products:title")}
        subtitle={t("products:text")}
        actions={<ImportButtons />}
      />
      <Row gap={12}>
        <SearchField
          value={search}
          onSearch={sought.setSearch}
          label={t("products:search")}
          width={320}
          testId="product-search"
        />
        <FilterChips<Filter>
          label={t("products:filter")}
          chips={filters.map((key) => ({ key, label: t(`products:filters.${key}`) }))}
          active={only}
          onPick={sought.setOnly}
        />
      </Row>
      <div className="pd-products">
        <Card flush>
          <DataTable<ProductLine>
            label={t("products:title")}
            columns={columns}
            rows={products.data?.rows}
            rowKey={(line) => line.product.id}
            loading={products.isPlaceholderData}
            empty={{
              title: t("products:none"),
              text: t("products:noneText"),
              action: { label: t("products:showAll"), run: sought.clear },
            }}
            paging={{
              total: products.data?.total ?? 0,
              page,
              pageSize,
              onPage: sought.setPage,
            }}
            onOpen={(line) => void navigate(pathTo("products", line.product.id) + address)}
            testId="product-table"
          />
        </Card>
      </div>
      <ProductDrawer
        productId={productId}
        onClose={() => void navigate(pathTo("products") + address)}
      />
    </div>
  );
}

function ImportButtons() {
  const { t } = useTranslation("products");
  const navigate = useNavigate();
  const lead = (kind: "catalogue" | "costs" | "price_history") =>
    void navigate(pathToImport({ kind }));
  return (
    <>
      <Button onClick={() => lead("costs")} data-testid="import-costs">
        {t("importCosts")}
      </Button>
      <Button onClick={() => lead("price_history")} data-testid="import-prices">
        {t("importPrices")}
      </Button>
      <Button type="primary" onClick={() => lead("catalogue")} data-testid="import-catalogue">
        {t("importCatalogue")}
      </Button>
    </>
  );
}

function NoProducts() {
  const { t } = useTranslation("products");
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<AppstoreOutlined />}
      title={t("empty")}
      text={t("emptyText")}
      action={{
        label: t("importCatalogue"),
        run: () => void navigate(pathToImport({ kind: "catalogue" })),
        testId: "import-catalogue",
      }}
      testId="products-empty"
    />
  );
}
