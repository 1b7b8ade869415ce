// A spreadsheet over rows the desk keeps: fetched by page as they come into view, edited in gestures.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { countText } from "../format";
import { useShopTerms } from "../shop-terms";
import { useToast } from "../toast";
import { parseBlock } from "./block";
import { Board, type CellRange } from "./board";
import {
  type GridElement,
  libraryColumns,
  loadGridLibrary,
  mendRoles,
  newGridElement,
  openKey,
  type RowModel,
} from "./grid-element";
import type { PriceGridProps } from "./types";
import "./price-grid.css";

export function PriceGrid<R>(props: PriceGridProps<R>) {
  const { t } = useTranslation("kit");
  const { language } = useShopTerms();
  const { frame, board, total } = useGrid(props);
  return (
    <div className="pd-grid" style={{ height: props.height ?? "100%" }} data-testid={props.testId}>
      <div className="pd-grid-frame" ref={frame} />
      <p className="pd-grid-foot" role="status">
        {board ? t("grid.rows", { count: total, shown: countText(total, language) }) : t("loading")}
        <span className="pd-grid-keys">{props.readOnly ? "" : t("grid.keys")}</span>
      </p>
    </div>
  );
}

/** Keeps the element, the board and the props together. */
function useGrid<R>(props: PriceGridProps<R>) {
  const { t } = useTranslation("kit");
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [made, setMade] = useState<{ grid: GridElement; board: Board<R> } | null>(null);
  const [total, setTotal] = useState(0);
  const drawn = useRef<Drawn | null>(null);

  const toast = useToast();
  const stillFetching = useEffectEvent(() => toast.notice(t("grid.stillFetching")));
  const open = useEffectEvent((index: number) => {
    const row = made?.board.pages.row(index);
    if (row) props.onOpen?.(row);
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const leave = new AbortController();
    void loadGridLibrary().then(async () => {
      if (leave.signal.aborted) return;
      const grid = newGridElement();
      const redraw = eachFrame(() => {
        setTotal(board.pages.total);
        matchRows(grid, board.pages.total);
      });
      const board: Board<R> = new Board(() => latest.current, redraw.ask);
      const seen = newDrawn(board);
      drawn.current = seen;
      const stops = [
        connect(grid, board, () => latest.current, stillFetching),
        mendRoles(grid),
        seen.stop,
      ];
      element.append(grid);
      leave.signal.addEventListener("abort", () => {
        for (const stop of [...stops, redraw.stop]) stop();
        grid.remove();
        setMade(null);
      });
      await grid.componentOnReady();
      if (!leave.signal.aborted) setMade({ grid, board });
    });
    return () => leave.abort();
  }, []);

  const hasOpen = props.onOpen !== undefined;
  // The words change with the language, the cells with the columns.
  useEffect(() => {
    if (!made) return;
    const { grid, board } = made;
    const rowName = (index: number) => {
      const row = board.pages.row(index);
      return row ? latest.current.rowName(row) : "";
    };
    grid.columns = libraryColumns(
      props.columns,
      board,
      {
        openColumn: t("grid.openColumn"),
        open: (row) => t("grid.open", { row }),
        editing: (column, row) => t("grid.editing", { column, row }),
        hinted: (column, text, hint) => t("grid.hinted", { column, text, hint }),
        rowName,
      },
      hasOpen ? open : undefined,
      (index) => drawn.current?.saw(index),
    );
  }, [made, props.columns, hasOpen, t]);

  useEffect(() => {
    if (!made) return;
    made.grid.setAttribute("aria-label", props.label);
    made.grid.readonly = props.readOnly ?? false;
  }, [made, props.label, props.readOnly]);

  const { key, version } = props.source;
  const shown = useRef<{ board: Board<R>; key: string; version: number } | null>(null);
  useEffect(() => {
    if (!made) return;
    const before = shown.current;
    shown.current = { board: made.board, key, version };
    if (before?.board !== made.board || before.key !== key) {
      made.board.forgetTexts();
      void made.grid.scrollToRow(0).catch(() => undefined);
      void made.board.pages.restart();
    } else if (before.version !== version && before.version !== 0) {
      // Version 0 is that of a list nobody has asked for before: what is fetched now is fresh.
      void made.board.pages.reload(drawn.current?.recent() ?? []);
    }
  }, [made, key, version]);

  return { frame, board: made?.board, total };
}

/** As many rows as there are; drawn again if the number is the same. */
function matchRows(grid: GridElement, total: number): void {
  const models = grid.source as RowModel[];
  if (models.length === total) {
    void grid.refresh("rgRow").catch(() => undefined);
    return;
  }
  grid.source = Array.from({ length: total }, (_, index): RowModel => ({ index }));
}

/** Several wishes to draw become one. */
function eachFrame(draw: () => void) {
  let asked = 0;
  return {
    ask() {
      if (asked === 0) {
        asked = requestAnimationFrame(() => {
          asked = 0;
          draw();
        });
      }
    },
    stop: () => cancelAnimationFrame(asked),
  };
}

interface Drawn {
  /** A cell of this row was drawn. */
  saw(index: number): void;
  /** Rows drawn lately. */
  recent(): number[];
  stop(): void;
}

/** Fetches the rows that were drawn without being there, once scrolling pauses. */
function newDrawn<R>(board: Board<R>): Drawn {
  const lately = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fetchMissing = () => {
    timer = undefined;
    void board.pages.want(lately);
  };
  return {
    saw(index) {
      lately.delete(index);
      lately.add(index);
      for (const oldest of lately) {
        if (lately.size <= 80) break;
        lately.delete(oldest);
      }
      if (board.pages.row(index) !== undefined) return;
      clearTimeout(timer);
      timer = setTimeout(fetchMissing, 60);
    },
    recent: () => [...lately],
    stop: () => clearTimeout(timer),
  };
}

/** From the library's events to gestures of the board. Returns the way to disconnect. */
function connect<R>(
  grid: GridElement,
  board: Board<R>,
  props: () => PriceGridProps<R>,
  onStillFetching: () => void,
) {
  const on = (name: string, hear: (event: CustomEvent) => void) => {
    const listener = hear as EventListener;
    grid.addEventListener(name, listener);
    return () => grid.removeEventListener(name, listener);
  };
  const columnsFrom = (key: string) => {
    const keys = inOrder(props()).map((column) => column.key);
    return keys.slice(Math.max(0, keys.indexOf(key)));
  };
  const stops = [
    on("beforeedit", (event) => {
      event.preventDefault();
      const { model, prop, val } = event.detail as { model: RowModel; prop: string; val?: string };
      const text = (val ?? "").trim();
      const edits = board.editsAt([{ index: model.index, column: prop, text }]);
      void board.send(edits, text === "" ? "clear" : "type");
    }),
    on("beforerangeedit", (event) => {
      event.preventDefault();
      const data = (event.detail as { data: Record<string, Record<string, unknown>> }).data;
      const cells = Object.entries(data).flatMap(([index, texts]) =>
        Object.entries(texts).map(([column, text]) => ({
          index: Number(index),
          column,
          text: String(text ?? ""),
        })),
      );
      const clears = cells.every(({ text }) => text === "");
      void board.send(board.editsAt(cells), clears ? "clear" : "fill");
    }),
    on("beforeautofill", (event) => {
      // The library copies what it finds in its own rows, which hold nothing: fill from the board.
      event.preventDefault();
      const { newRange, oldRange, colType } = event.detail as FillDetail;
      const range = rangeOf(newRange, colType, props());
      void board.fillDown({ ...range, firstRow: Math.min(oldRange.y, newRange.y) });
    }),
    on("beforepaste", (event) => {
      const { event: paste, dataText } = event.detail as {
        event: ClipboardEvent;
        dataText: string;
      };
      event.preventDefault();
      paste.preventDefault();
      void selectedRange(grid, props()).then((range) => {
        const first = range?.columns[0];
        if (range && first) void board.paste(parseBlock(dataText), range, columnsFrom(first));
      });
    }),
    on("clipboardrangecopy", (event) => {
      const detail = event.detail as { range: Area; colType: string; data: unknown };
      const texts = board.textsOf(rangeOf(detail.range, detail.colType, props()));
      if (texts) detail.data = texts;
      else {
        event.preventDefault();
        onStillFetching();
      }
    }),
    on("beforekeydown", (event) => {
      // Every part of the grid tells of the key; the one with the focused cell counts.
      const { original, focus } = event.detail as { original: KeyboardEvent; focus: unknown };
      if (!focus) return;
      if ((original.ctrlKey || original.metaKey) && original.key.toLowerCase() === "d") {
        event.preventDefault();
        original.preventDefault();
        void selectedRange(grid, props()).then((range) => range && board.fillDown(range));
      }
      if (original.key === "Enter") void openFocused(grid, board, props());
    }),
    walkInAndOut(grid, props),
    on("dblclick", () => void openFocused(grid, board, props())),
    on("setrange", () => tellSelection(grid, board, props())),
    on("afterfocus", () => tellSelection(grid, board, props())),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Tab stops at the grid as a whole, an arrow or Enter goes in to its cells, where Tab goes from cell
 * to cell; Escape comes out again, so that Tab leads on. The library has neither way.
 */
function walkInAndOut<R>(grid: GridElement, props: () => PriceGridProps<R>): () => void {
  let last: { x: number; y: number } | undefined;
  const enter = async () => {
    const firstEntered = props()
      .columns.filter(({ frozen }) => !frozen)
      .findIndex(({ edit }) => edit !== undefined);
    const cell = last ?? { x: Math.max(0, firstEntered), y: 0 };
    await grid.scrollToCoordinate(cell);
    await grid.setCellsFocus(cell, cell);
  };
  const leave = async () => {
    const focused = await grid.getFocused();
    last = focused?.colType === "rgCol" ? focused.cell : undefined;
    await grid.clearFocus();
    grid.focus();
  };
  const hear = (event: KeyboardEvent) => {
    const inside = event.target !== grid;
    if (inside ? event.key !== "Escape" : !/^(Arrow.*|Enter)$/.test(event.key)) return;
    // In a text field Escape gives up what was typed; the library sees to that.
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    void (inside ? leave() : enter());
  };
  grid.addEventListener("keydown", hear);
  return () => grid.removeEventListener("keydown", hear);
}

interface Area {
  x: number;
  y: number;
  x1: number;
  y1: number;
}

interface FillDetail {
  newRange: Area;
  oldRange: Area;
  colType: string;
}

/** The columns as the library orders them: frozen ones first. */
function inOrder<R>({ columns }: PriceGridProps<R>) {
  return [...columns.filter(({ frozen }) => frozen), ...columns.filter(({ frozen }) => !frozen)];
}

function rangeOf<R>(area: Area, colType: string, props: PriceGridProps<R>): CellRange {
  const frozen = colType === "colPinStart";
  const keys = props.columns.filter((column) => (column.frozen ?? false) === frozen);
  // The button that opens a row is the library's first frozen column, and none of ours.
  const shift = frozen && props.onOpen ? 1 : 0;
  return {
    firstRow: Math.min(area.y, area.y1),
    lastRow: Math.max(area.y, area.y1),
    columns: keys
      .slice(Math.max(0, Math.min(area.x, area.x1) - shift), Math.max(area.x, area.x1) - shift + 1)
      .map(({ key }) => key),
  };
}

/** The selected range, or the focused cell alone. */
async function selectedRange<R>(
  grid: GridElement,
  props: PriceGridProps<R>,
): Promise<CellRange | null> {
  const selected = await grid.getSelectedRange();
  if (selected) return rangeOf(selected, selected.colType, props);
  const focused = await grid.getFocused();
  if (!focused) return null;
  const { x, y } = focused.cell;
  return rangeOf({ x, y, x1: x, y1: y }, focused.colType, props);
}

async function openFocused<R>(
  grid: GridElement,
  board: Board<R>,
  { onOpen }: PriceGridProps<R>,
): Promise<void> {
  const focused = await grid.getFocused();
  if (!focused || !onOpen) return;
  const key = String(focused.column?.prop ?? "");
  const column = board.column(key);
  const row = board.pages.row(focused.cell.y);
  if (row && (key === openKey || (column && !board.isEditable(focused.cell.y, column))))
    onOpen(row);
}

function tellSelection<R>(grid: GridElement, board: Board<R>, props: PriceGridProps<R>): void {
  const { onSelection, rowId } = props;
  if (!onSelection) return;
  // After the library has taken the change over.
  setTimeout(async () => {
    const range = await selectedRange(grid, props).catch(() => null);
    if (!range) return;
    const rowIds: string[] = [];
    for (let index = range.firstRow; index <= range.lastRow; index += 1) {
      const row = board.pages.row(index);
      if (row) rowIds.push(rowId(row));
    }
    onSelection({ rowIds, columns: [...range.columns] });
  });
}
