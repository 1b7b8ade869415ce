// Everything the grid knows apart from drawing: fetched rows, texts on their way to the desk, texts it could not read.
import { cellFor, pasteSize } from "./block";
import { RowPages } from "./row-pages";
import type {
  CellEditRequest,
  CellVerdict,
  EditGesture,
  GridColumn,
  PriceGridProps,
  UnreadableCell,
} from "./types";

/** A cell as it is drawn now. */
export interface CellState {
  text: string;
  verdict: CellVerdict | undefined;
  /** Typed, and not yet answered by the desk. */
  pending: boolean;
}

export interface CellRange {
  firstRow: number;
  lastRow: number;
  /** Keys of the columns in the range, from left to right. */
  columns: readonly string[];
}

const place = (rowId: string, column: string) => `${rowId}\u0000${column}`;

export class Board<R> {
  readonly pages: RowPages<R>;
  #pending = new Map<string, string>();
  #unread = new Map<string, UnreadableCell>();
  readonly #props: () => PriceGridProps<R>;
  readonly #redraw: () => void;

  constructor(props: () => PriceGridProps<R>, redraw: () => void) {
    this.#props = props;
    this.#redraw = redraw;
    this.pages = new RowPages<R>({
      fetch: (offset, limit) => props().source.fetch(offset, limit),
      rowId: (row) => props().rowId(row),
      onChange: redraw,
      onProblem: (thrown) => props().onProblem(thrown),
    });
  }

  column(key: string): GridColumn<R> | undefined {
    return this.#props().columns.find((column) => column.key === key);
  }

  /** undefined while the row is not fetched. */
  cell(index: number, column: GridColumn<R>): CellState | undefined {
    const row = this.pages.row(index);
    if (!row) return undefined;
    const at = place(this.#props().rowId(row), column.key);
    const unread = this.#unread.get(at);
    if (unread) {
      return {
        text: unread.text,
        verdict: { grade: "block", text: unread.reason },
        pending: false,
      };
    }
    const pending = this.#pending.get(at);
    if (pending !== undefined) return { text: pending, verdict: undefined, pending: true };
    return { text: column.text(row), verdict: column.verdict?.(row), pending: false };
  }

  /** The text that editing starts from and that is copied. */
  plainText(index: number, column: GridColumn<R>): string {
    const row = this.pages.row(index);
    if (!row) return "";
    const at = place(this.#props().rowId(row), column.key);
    const typed = this.#unread.get(at)?.text ?? this.#pending.get(at);
    return typed ?? (column.edit ?? column.copy ?? column.text)(row);
  }

  /** The texts of a range for the clipboard; undefined while a row of it is not fetched, which is begun. */
  textsOf(range: CellRange): string[][] | undefined {
    const columns = range.columns.flatMap((key) => this.column(key) ?? []);
    const lines: string[][] = [];
    for (let index = range.firstRow; index <= range.lastRow; index += 1) {
      if (!this.pages.row(index)) {
        void this.pages.wantRange(range.firstRow, range.lastRow);
        return undefined;
      }
      lines.push(columns.map((column) => this.plainText(index, column)));
    }
    return lines;
  }

  isEditable(index: number, column: GridColumn<R>): boolean {
    const { readOnly, onEdit } = this.#props();
    const row = this.pages.row(index);
    if (!row || readOnly || !onEdit || !column.edit) return false;
    return column.editable?.(row) ?? true;
  }

  /** Texts for cells by row index; cells that cannot be edited are left alone. */
  editsAt(cells: Iterable<{ index: number; column: string; text: string }>): CellEditRequest[] {
    const edits: CellEditRequest[] = [];
    for (const { index, column: key, text } of cells) {
      const column = this.column(key);
      const row = this.pages.row(index);
      if (!column || !row || !this.isEditable(index, column)) continue;
      if (text === this.plainText(index, column)) continue;
      edits.push({ rowId: this.#props().rowId(row), column: key, text });
    }
    return edits;
  }

  /** A block from the clipboard, its first cell at the first of the range. Fetches rows it needs. */
  async paste(
    block: readonly (readonly string[])[],
    range: CellRange,
    columnsFrom: readonly string[],
  ): Promise<void> {
    const size = pasteSize(block, {
      rows: range.lastRow - range.firstRow + 1,
      columns: range.columns.length,
    });
    const last = Math.min(this.pages.total, range.firstRow + size.rows) - 1;
    await this.pages.wantRange(range.firstRow, last);
    const cells = [];
    for (let index = range.firstRow; index <= last; index += 1) {
      for (const [across, column] of columnsFrom.slice(0, size.columns).entries()) {
        const text = cellFor(block, index - range.firstRow, across);
        if (text !== undefined) cells.push({ index, column, text });
      }
    }
    await this.send(this.editsAt(cells), "paste");
  }

  /** Copies the first row of the range into all others. */
  async fillDown(range: CellRange): Promise<void> {
    await this.pages.wantRange(range.firstRow, range.lastRow);
    const cells = [];
    for (const key of range.columns) {
      const column = this.column(key);
      if (!column) continue;
      const text = this.plainText(range.firstRow, column);
      for (let index = range.firstRow + 1; index <= range.lastRow; index += 1) {
        cells.push({ index, column: key, text });
      }
    }
    await this.send(this.editsAt(cells), "fill");
  }

  /** Shows the texts at once, asks the desk, shows what it answers; a refusal takes the texts back. */
  async send(edits: CellEditRequest[], gesture: EditGesture): Promise<void> {
    const { onEdit, onProblem } = this.#props();
    if (!onEdit || edits.length === 0) return;
    for (const { rowId, column, text } of edits) {
      this.#unread.delete(place(rowId, column));
      this.#pending.set(place(rowId, column), text);
    }
    this.#redraw();
    try {
      const outcome = await onEdit(edits, gesture);
      this.#settle(edits);
      for (const cell of outcome.unread ?? []) {
        this.#unread.set(place(cell.rowId, cell.column), cell);
      }
      this.pages.replace(outcome.rows ?? []);
    } catch (thrown) {
      this.#settle(edits);
      this.#redraw();
      onProblem(thrown);
    }
  }

  /** A later edit of the same cell may be under way by now; its text stays. */
  #settle(edits: readonly CellEditRequest[]): void {
    for (const { rowId, column, text } of edits) {
      const at = place(rowId, column);
      if (this.#pending.get(at) === text) this.#pending.delete(at);
    }
  }

  /** Another list: what could not be read there does not matter here. */
  forgetTexts(): void {
    this.#unread.clear();
  }
}
