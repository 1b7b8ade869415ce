// Products to choose from, page by page: searched, narrowed, then some of them taken or all that are left.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskError } from "../bridge";
import { Card, Row, Stack } from "./card";
import { type DataColumn, DataTable } from "./data-table";
import type { EmptyStateProps } from "./empty-state";
import { countText } from "./format";
import { Notice } from "./notice";
import type { PagedSearch } from "./paged-search";
import { SearchField } from "./search-field";
import { useShopTerms } from "./shop-terms";
import { problemText } from "./toast";

/** A number for a text: to choose the plural by, and as it is shown. */
export type Said = { count: number; shown: string };

export interface ProductCandidatesProps<R> {
  paged: PagedSearch;
  /** The page the desk answered with. */
  found: {
    data: { rows: readonly R[]; total: number } | undefined;
    isPlaceholderData: boolean;
    error: DeskError | null;
  };
  columns: readonly DataColumn<R>[];
  /** Further fields that narrow the list; the buttons then stand in a row of their own. */
  filters?: ReactNode;
  texts: {
    /** Name of the table for screen readers. */
    table: string;
    search: string;
    failed: string;
    empty: EmptyStateProps;
    takeSelected: (said: Said) => string;
    takeAll: (said: Said) => string;
  };
  testIds: Record<"search" | "table" | "takeSelected" | "takeAll", string>;
  busy: boolean;
  /** Both answer true when it was done: nothing is selected any more then. */
  onSelected: (productIds: string[]) => Promise<boolean>;
  onAll: () => Promise<boolean>;
}

export function ProductCandidates<R extends { product_id: string }>(
  props: ProductCandidatesProps<R>,
) {
  const { paged, found, columns, filters, texts, testIds } = props;
  const { t } = useTranslation("kit");
  const { search, page, pageSize, find, toPage, paging } = paged;
  const [selected, setSelected] = useState<string[]>([]);
  const total = found.data?.total ?? 0;
  // What was taken is gone from this list: the page looked at may be, too.
  if (found.data && !found.isPlaceholderData && page > 0 && page * pageSize >= total) toPage(0);
  if (found.error) {
    return (
      <Notice tone="block" title={texts.failed}>
        {problemText(found.error, t("toast.bug"))}
      </Notice>
    );
  }
  const field = (
    <SearchField
      value={search}
      onSearch={find}
      label={texts.search}
      width={320}
      testId={testIds.search}
    />
  );
  const buttons = (
    <TakeButtons {...props} total={total} selected={selected} onTaken={() => setSelected([])} />
  );
  return (
    <Stack gap={12}>
      {filters === undefined ? (
        <Row gap={12}>
          {field}
          {buttons}
        </Row>
      ) : (
        <>
          <Row gap={12}>
            {field}
            {filters}
          </Row>
          <Row gap={12}>{buttons}</Row>
        </>
      )}
      <Card flush>
        <DataTable<R>
          label={texts.table}
          columns={columns}
          rows={found.data?.rows}
          rowKey={({ product_id }) => product_id}
          loading={found.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          empty={texts.empty}
          paging={paging(total)}
          testId={testIds.table}
        />
      </Card>
    </Stack>
  );
}

type TakeProps = Pick<
  ProductCandidatesProps<{ product_id: string }>,
  "texts" | "testIds" | "busy" | "onSelected" | "onAll"
> & {
  total: number;
  selected: readonly string[];
  onTaken: () => void;
};

function TakeButtons({
  texts,
  testIds,
  busy,
  total,
  selected,
  onSelected,
  onAll,
  onTaken,
}: TakeProps) {
  const { language } = useShopTerms();
  const said = (count: number): Said => ({ count, shown: countText(count, language) });
  const take = async (work: Promise<boolean>) => {
    if (await work) onTaken();
  };
  return (
    <>
      <Button
        type="primary"
        disabled={selected.length === 0}
        loading={busy}
        onClick={() => void take(onSelected([...selected]))}
        data-testid={testIds.takeSelected}
      >
        {texts.takeSelected(said(selected.length))}
      </Button>
      <Button
        disabled={total === 0 || busy}
        onClick={() => void take(onAll())}
        data-testid={testIds.takeAll}
      >
        {texts.takeAll(said(total))}
      </Button>
    </>
  );
}
