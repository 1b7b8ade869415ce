// What a page tells the grid, in the grid's own words: rows, columns, cells, verdicts.
import type { Grade } from "../../bridge";
import type { Fetched } from "./row-pages";

/** What the desk says of one cell. */
export interface CellVerdict {
  grade: Grade;
  /** The sentence shown when pointing at the cell. */
  text: string;
}

/**
 * A bar drawn under a cell's text: an allowed stretch with a mark on it, all within `low` … `high`;
 * decimals or money. It says nothing that the text or the hint does not say.
 */
export interface CellBar {
  low: string;
  high: string;
  from: string | null;
  to: string | null;
  /** From here on the stretch is drawn in full; null: nowhere. */
  paysFrom: string | null;
  mark: string | null;
}

export interface GridColumn<R> {
  key: string;
  title: string;
  /** Pixels; 120 when left out. */
  width?: number;
  /** Stays in view when scrolling sideways. */
  frozen?: boolean;
  align?: "left" | "right";
  /** What the cell shows, formatted. */
  text: (row: R) => string;
  /** What is copied where the column is not editable: plain digits instead of "$15.00"; `text` when left out. */
  copy?: (row: R) => string;
  /** Makes the column editable: the plain text that is edited, copied and filled. */
  edit?: (row: R) => string;
  /** Whether this row's cell may be edited; every row when left out. */
  editable?: (row: R) => boolean;
  verdict?: (row: R) => CellVerdict | undefined;
  tone?: (row: R) => "block" | "warn" | "good" | "faint" | undefined;
  bar?: (row: R) => CellBar | undefined;
  /** What the text stands for, in whole sentences: shown when pointing, and read after the text. */
  hint?: (row: R) => string;
}

export interface CellEditRequest {
  rowId: string;
  column: string;
  text: string;
}

/** A cell whose text the desk could not read: it is shown as typed until it is edited again. */
export interface UnreadableCell extends CellEditRequest {
  reason: string;
}

export type EditGesture = "type" | "paste" | "fill" | "clear";

/** What became of the edits: rows with their new verdicts. */
export interface EditOutcome<R> {
  rows?: readonly R[];
  unread?: readonly UnreadableCell[];
}

/** The rows of the grid. `useDeskRows` makes one from a command. */
export interface RowSource<R> {
  /** Another key is another list (filter, search, draft): the grid starts at the top again. */
  key: string;
  /** Changes when the same list may have changed: the grid fetches what is in view again. */
  version: number;
  fetch: (offset: number, limit: number) => Promise<Fetched<R>>;
}

export interface GridSelection {
  /** Ids of the loaded rows in the selected range. */
  rowIds: string[];
  columns: string[];
}

export interface PriceGridProps<R> {
  /** Name for screen readers. */
  label: string;
  source: RowSource<R>;
  columns: readonly GridColumn<R>[];
  rowId: (row: R) => string;
  /** How a row is called in messages: its SKU and title. */
  rowName: (row: R) => string;
  /**
   * All edits of one gesture (typing, paste, fill, clear) in one call, which is one step of the
   * history. The grid shows the texts at once and takes them back when the promise is refused.
   */
  onEdit?: (edits: CellEditRequest[], gesture: EditGesture) => Promise<EditOutcome<R>>;
  /** Opens one row: the button in front of it, Enter or double click on a cell that is not editable. */
  onOpen?: (row: R) => void;
  onSelection?: (selection: GridSelection) => void;
  onProblem: (thrown: unknown) => void;
  /** CSS height; fills its parent when left out. */
  height?: number | string;
  readOnly?: boolean;
  testId?: string;
}
