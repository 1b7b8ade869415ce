// A list that is read: pages from the desk, selection, an empty state that says what to do.
import { Table, type TableProps } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState, type EmptyStateProps } from "./empty-state";
import { countText } from "./format";
import { useShopTerms } from "./shop-terms";
import { TableBones } from "./skeletons";
import "./data-table.css";

export interface DataColumn<R> {
  key: string;
  title: ReactNode;
  render: (row: R) => ReactNode;
  /** Pixels, where the table has room; in a narrow one every column takes what its cells need. */
  width?: number;
  align?: "left" | "right" | "center";
  /** Stays in view when the table scrolls sideways. */
  fixed?: "start" | "end";
  sortable?: boolean;
}

export interface TableSort {
  key: string;
  descending: boolean;
}

export interface DataTableProps<R> {
  /** Name for screen readers. */
  label: string;
  columns: readonly DataColumn<R>[];
  rows: readonly R[] | undefined;
  rowKey: (row: R) => string;
  /** Shown in place of the table when there is nothing at all. */
  empty: EmptyStateProps;
  /** A new page or filter is under way: the former rows stay, dimmed. */
  loading?: boolean;
  /** Server paging: all rows, the page from 0, rows a page. */
  paging?: { total: number; page: number; pageSize: number; onPage: (page: number) => void };
  sort?: TableSort | null;
  onSort?: (sort: TableSort | null) => void;
  selection?: { selected: readonly string[]; onSelect: (keys: string[]) => void };
  /** Opens a row by click or Enter. */
  onOpen?: (row: R) => void;
  /** Fixed height in pixels; then only what is in view is drawn. */
  height?: number;
  rowTone?: (row: R) => "block" | "warn" | "muted" | undefined;
  testId?: string;
}

export function DataTable<R extends object>(props: DataTableProps<R>) {
  const { rows, rowKey, paging, selection, onOpen, height, rowTone } = props;
  const [frame, setFrame, width] = useWidth();
  const narrow = width > 0 && width < roomy;
  useEffect(() => {
    hideMeasuring(frame);
    reachByKeyboard(frame);
  });
  if (rows === undefined) return <TableBones rows={8} />;
  if (rows.length === 0 && !props.loading) return <EmptyState small {...props.empty} />;

  return (
    <section
      ref={setFrame}
      className="pd-table"
      aria-label={props.label}
      aria-busy={props.loading ?? false}
      data-narrow={narrow}
      data-testid={props.testId}
    >
      <Table<R>
        size="middle"
        dataSource={[...rows]}
        columns={antColumns(props, narrow)}
        rowKey={rowKey}
        pagination={false}
        virtual={height !== undefined}
        tableLayout={height === undefined ? "auto" : "fixed"}
        scroll={height === undefined ? { x: true } : { y: height, x: width || 800 }}
        showSorterTooltip={false}
        onChange={(_paging, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          props.onSort?.(
            one?.order && one.columnKey !== undefined
              ? { key: String(one.columnKey), descending: one.order === "descend" }
              : null,
          );
        }}
        onRow={(row) => ({
          "data-row": rowKey(row),
          "data-tone": rowTone?.(row),
          ...(onOpen ? openingRow(() => onOpen(row)) : {}),
        })}
        {...(selection ? { rowSelection: antSelection(selection, rowKey) } : {})}
      />
      {paging && <Pager {...paging} />}
    </section>
  );
}

/** From this width on, in pixels, a table keeps the widths that its columns ask for. */
const roomy = 900;

function antColumns<R extends object>(
  { columns, sort }: DataTableProps<R>,
  narrow: boolean,
): NonNullable<TableProps<R>["columns"]> {
  return columns.map(({ key, title, render, sortable, width, ...rest }) => ({
    key,
    title,
    render: (_value: unknown, row: R) => render(row),
    ...(narrow || width === undefined ? {} : { width }),
    ...(sortable
      ? {
          sorter: true,
          sortOrder: sort?.key === key ? (sort.descending ? "descend" : "ascend") : null,
        }
      : {}),
    ...rest,
  }));
}

function antSelection<R>(
  { selected, onSelect }: NonNullable<DataTableProps<R>["selection"]>,
  rowKey: (row: R) => string,
): NonNullable<TableProps<R>["rowSelection"]> {
  return {
    selectedRowKeys: [...selected],
    // Rows of other pages stay selected.
    preserveSelectedRowKeys: true,
    onChange: (keys) => onSelect(keys.map(String)),
    getCheckboxProps: (row) =>
      ({ "data-testid": `select-${rowKey(row)}`, "aria-label": rowKey(row) }) as object,
  };
}

function openingRow(open: () => void) {
  return {
    className: "pd-row-opens",
    tabIndex: 0,
    onClick: (event: React.MouseEvent) => {
      if (!(event.target as Element).closest("a, button, input, label")) open();
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === "Enter" && event.target === event.currentTarget) open();
    },
  };
}

export function Pager({
  total,
  page,
  pageSize,
  onPage,
}: NonNullable<DataTableProps<object>["paging"]>) {
  const { t } = useTranslation("kit");
  const { language } = useShopTerms();
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const shown = (value: number) => countText(value, language);
  return (
    <nav className="pd-pager" aria-label={t("table.pages")}>
      <span className="pd-number" data-testid="pager-range">
        {t("table.range", {
          from: shown(total === 0 ? 0 : page * pageSize + 1),
          to: shown(Math.min(total, (page + 1) * pageSize)),
          total: shown(total),
        })}
      </span>
      <button
        type="button"
        onClick={() => onPage(page - 1)}
        disabled={page <= 0}
        data-testid="page-back"
      >
        {t("table.back")}
      </button>
      <button
        type="button"
        onClick={() => onPage(page + 1)}
        disabled={page >= last}
        data-testid="page-on"
      >
        {t("table.on")}
      </button>
    </nav>
  );
}

/** What scrolls sideways can be scrolled by keyboard. */
function reachByKeyboard(table: HTMLElement | null): void {
  for (const content of table?.querySelectorAll(".ant-table-content") ?? []) {
    if (content.scrollWidth > content.clientWidth) content.setAttribute("tabindex", "0");
    else content.removeAttribute("tabindex");
  }
}

/** The library measures columns in a hidden copy of the head; nobody shall reach its check box by Tab. */
function hideMeasuring(table: HTMLElement | null): void {
  for (const row of table?.querySelectorAll(".ant-table-measure-row") ?? []) {
    row.toggleAttribute("inert", true);
  }
}

/** The width of an element, which may come to be long after the first drawing. */
function useWidth() {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [element, setElement, width] as const;
}
