// Which rows of the grid are shown, and filled or repaired together.
import type { RowFilter } from "../../../bridge";

export const everyRow: RowFilter = {
  search: "",
  rule: null,
  field: null,
  grade: null,
  thin_margin: false,
};

/** Whether the filter leaves rows out. */
export function isNarrowed(filter: RowFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(everyRow);
}
