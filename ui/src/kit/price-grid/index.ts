// The price grid: a spreadsheet over rows that the desk keeps.
export { liesBeyond } from "./grid-element";
export { PriceGrid } from "./price-grid";
export type {
  CellBar,
  CellEditRequest,
  CellVerdict,
  EditGesture,
  EditOutcome,
  GridColumn,
  GridSelection,
  PriceGridProps,
  RowSource,
  UnreadableCell,
} from "./types";
export { type PagedCommand, useDeskRows } from "./use-desk-rows";
