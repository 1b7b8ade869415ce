// The grid library's element, its columns and cells, and what it lacks for screen readers. Nobody else imports it.
import type { CellTemplateProp, ColumnRegular, HyperFunc, VNode } from "@revolist/revogrid";
import { defineCustomElements } from "@revolist/revogrid/loader";
import { lengthOf } from "../chart/scale";
import type { Board } from "./board";
import { cellEditor } from "./cell-editor";
import type { CellBar, GridColumn } from "./types";

export type GridElement = HTMLRevoGridElement;

/** A row of the library: only its index. What it shows is looked up in the board when it is drawn. */
export interface RowModel {
  index: number;
  [column: string]: unknown;
}

export const rowHeight = 34;
export const openKey = "__open";

/** The library is loaded when the first grid is shown. */
export async function loadGridLibrary(): Promise<void> {
  defineCustomElements();
  await customElements.whenDefined("revo-grid");
}

/** An element with our settings; put it on the page, then wait for `componentOnReady`. */
export function newGridElement(): GridElement {
  const grid = document.createElement("revo-grid");
  grid.range = true;
  grid.useClipboard = true;
  grid.filter = false;
  grid.hideAttribution = true;
  grid.resize = true;
  grid.canMoveColumns = false;
  grid.canDrag = false;
  grid.exporting = false;
  grid.applyOnClose = true;
  grid.rowSize = rowHeight;
  grid.theme = "compact";
  return grid;
}

export interface ColumnWords {
  /** Head of the column with the buttons that open rows. */
  openColumn: string;
  /** Name of the button that opens a row. */
  open: (rowName: string) => string;
  /** Name of the text field while a cell is edited. */
  editing: (column: string, rowName: string) => string;
  /** Name of a cell with a hint. It keeps the text as it is shown, so that it can be called by what is seen. */
  hinted: (column: string, text: string, hint: string) => string;
  rowName: (index: number) => string;
}

type H = HyperFunc<VNode>;

export function libraryColumns<R>(
  columns: readonly GridColumn<R>[],
  board: Board<R>,
  words: ColumnWords,
  onOpen: ((index: number) => void) | undefined,
  onDrawn: (index: number) => void,
): ColumnRegular[] {
  const data = columns.map((column) => libraryColumn(column, board, words, onDrawn));
  return onOpen ? [openColumn(board, words, onOpen), ...data] : data;
}

function libraryColumn<R>(
  column: GridColumn<R>,
  board: Board<R>,
  words: ColumnWords,
  onDrawn: (index: number) => void,
): ColumnRegular {
  const align = column.align === "right" ? "pd-right" : "";
  return {
    prop: column.key,
    name: column.title,
    size: column.width ?? 120,
    ...(column.frozen ? { pin: "colPinStart" as const } : {}),
    sortable: false,
    readonly: ({ model }) => !board.isEditable((model as RowModel).index, column),
    editor: cellEditor(({ index }) => words.editing(column.title, words.rowName(index))),
    cellParser: (model) => board.plainText((model as RowModel).index, column),
    columnProperties: () => ({ class: align, title: column.title }),
    cellProperties: ({ model }) =>
      cellProperties((model as RowModel).index, column, board, words, align),
    cellTemplate: (h, props) => {
      const { index } = (props as CellTemplateProp).model as RowModel;
      onDrawn(index);
      return drawCell(h as H, index, column, board);
    },
  };
}

function cellProperties<R>(
  index: number,
  column: GridColumn<R>,
  board: Board<R>,
  words: ColumnWords,
  align: string,
): Record<string, string | boolean> {
  const cell = board.cell(index, column);
  const row = board.pages.row(index);
  const grade = cell?.verdict?.grade;
  const tone = row ? column.tone?.(row) : undefined;
  const hint = row ? column.hint?.(row) : undefined;
  const classes = [
    align,
    column.edit && board.isEditable(index, column) ? "pd-cell-edit" : "",
    grade === "block" || grade === "warn" ? `pd-cell-${grade}` : "",
    cell?.pending ? "pd-cell-pending" : "",
    tone ? `pd-tone-${tone}` : "",
  ];
  return {
    class: classes.filter(Boolean).join(" "),
    "data-column": column.key,
    ...(grade === "block" ? { "aria-invalid": "true" } : {}),
    ...(cell && hint ? { "aria-label": words.hinted(column.title, cell.text, hint) } : {}),
    title: cell?.verdict?.text ?? hint ?? (column.width && !column.edit ? (cell?.text ?? "") : ""),
  };
}

function drawCell<R>(h: H, index: number, column: GridColumn<R>, board: Board<R>) {
  const cell = board.cell(index, column);
  const row = board.pages.row(index);
  if (!cell || !row) return h("span", { class: "pd-cell-bone" }, "");
  const bar = column.bar?.(row);
  return bar ? h("span", {}, [h("span", {}, cell.text), drawBar(h, bar)]) : cell.text;
}

/** Only for drawing: whether an amount lies beyond the end of what is drawn. */
export function liesBeyond(value: string, end: string): boolean {
  return lengthOf(value) > lengthOf(end);
}

/** Only for drawing: how far along a bar an amount lies, from 0 to 100. */
function along(value: string, { low, high }: CellBar): number {
  const [at = 0, start = 0, end = 0] = [value, low, high].map(lengthOf);
  return end > start ? Math.min(100, Math.max(0, ((at - start) * 100) / (end - start))) : 0;
}

function drawBar(h: H, bar: CellBar) {
  const parts: VNode[] = [];
  const stretch = (kind: string, from: string, to: string) => {
    const left = along(from, bar);
    const width = Math.max(1, along(to, bar) - left);
    parts.push(h("span", { class: kind, style: { left: `${left}%`, width: `${width}%` } }, ""));
  };
  if (bar.from !== null && bar.to !== null) stretch("pd-bar-legal", bar.from, bar.to);
  if (bar.paysFrom !== null && bar.to !== null) stretch("pd-bar-pays", bar.paysFrom, bar.to);
  if (bar.mark !== null) {
    parts.push(
      h("span", { class: "pd-bar-mark", style: { left: `${along(bar.mark, bar)}%` } }, ""),
    );
  }
  return h("span", { class: "pd-bar", "aria-hidden": "true" }, parts);
}

function openColumn<R>(
  board: Board<R>,
  words: ColumnWords,
  onOpen: (index: number) => void,
): ColumnRegular {
  return {
    prop: openKey,
    columnTemplate: (h) => (h as H)("span", { class: "pd-visually-hidden" }, words.openColumn),
    size: 40,
    pin: "colPinStart",
    readonly: true,
    sortable: false,
    cellParser: () => "",
    cellProperties: () => ({ class: "pd-cell-open" }),
    cellTemplate: (h, props) => {
      const { index } = (props as CellTemplateProp).model as RowModel;
      if (!board.pages.row(index)) return "";
      const name = words.open(words.rowName(index));
      return (h as H)(
        "button",
        {
          type: "button",
          tabindex: "-1",
          class: "pd-open",
          title: name,
          "aria-label": name,
          "data-testid": `open-row-${index}`,
          onMouseDown: (event: MouseEvent) => event.stopPropagation(),
          onClick: () => onOpen(index),
        },
        "⋯",
      );
    },
  };
}

/**
 * Roles the library leaves out: header rows are rows, and its inner scroll box is no stop for Tab.
 * One fault remains that only the library can mend: axe's `aria-required-children`, because that
 * box stands between the grid and its rows. Every edit can also be made where a row is opened.
 */
export function mendRoles(grid: HTMLElement): () => void {
  const mend = () => {
    for (const row of grid.querySelectorAll(".header-rgRow")) row.setAttribute("role", "row");
    for (const box of grid.querySelectorAll(".vertical-inner")) box.setAttribute("tabindex", "-1");
  };
  mend();
  const observer = new MutationObserver(mend);
  observer.observe(grid, { childList: true, subtree: true });
  return () => observer.disconnect();
}
