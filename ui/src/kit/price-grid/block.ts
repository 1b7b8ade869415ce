// A rectangle of cells as spreadsheets put it on the clipboard: rows by line breaks, cells by tabs.

/** The cells of a copied block; a last empty line, which spreadsheets add, is no row. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === "\t") endCell();
    else if (letter === "\n") endRow();
    else if (letter === "\r") {
      if (text[at + 1] !== "\n") endRow();
    } else cell += letter;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

/**
 * The cell of a block for a place in the range it is pasted into: a single cell or row fills the
 * whole range, as in a spreadsheet; anything else lands once.
 */
export function cellFor(
  block: readonly (readonly string[])[],
  row: number,
  column: number,
): string | undefined {
  const line = block.length === 1 ? block[0] : block[row];
  return line?.length === 1 && block.length === 1 ? line[0] : line?.[column];
}

/** How many rows and columns a paste covers: the block, or the selected range a single line fills. */
export function pasteSize(
  block: readonly (readonly string[])[],
  selected: { rows: number; columns: number },
): { rows: number; columns: number } {
  const widest = Math.max(0, ...block.map((line) => line.length));
  return {
    rows: block.length === 1 ? Math.max(1, selected.rows) : block.length,
    columns: block.length === 1 && widest === 1 ? Math.max(1, selected.columns) : widest,
  };
}
