import { describe, expect, it, vi } from "vitest";
import { Board } from "./board";
import type { EditOutcome, GridColumn, PriceGridProps } from "./types";

interface Row {
  id: string;
  title: string;
  price: string;
  stock: string;
}

const rowAt = (index: number): Row => ({
  id: `s${index}`,
  title: `Mug ${index}`,
  price: "10.00",
  stock: "5",
});

const columns: GridColumn<Row>[] = [
  { key: "title", title: "Title", text: (row) => `“${row.title}”`, copy: (row) => row.title },
  {
    key: "price",
    title: "Price",
    text: (row) => `$${row.price}`,
    edit: (row) => row.price,
    editable: (row) => row.id !== "s3",
    verdict: (row) =>
      row.price === "99" ? { grade: "block", text: "Above the limit" } : undefined,
  },
  { key: "stock", title: "Stock", text: (row) => row.stock, edit: (row) => row.stock },
];

function board(total = 10, changes: Partial<PriceGridProps<Row>> = {}) {
  const onEdit = vi.fn<NonNullable<PriceGridProps<Row>["onEdit"]>>(async () => ({}));
  const onProblem = vi.fn();
  const props: PriceGridProps<Row> = {
    label: "Prices",
    columns,
    rowId: (row) => row.id,
    rowName: (row) => row.title,
    source: {
      key: "all",
      version: 1,
      fetch: async (offset, limit) => ({
        total,
        rows: Array.from({ length: Math.min(limit, total - offset) }, (_, i) => rowAt(offset + i)),
      }),
    },
    onEdit,
    onProblem,
    ...changes,
  };
  const made = new Board<Row>(
    () => props,
    () => undefined,
  );
  return { board: made, onEdit, onProblem };
}

const price = columns[1] as GridColumn<Row>;
const priceRange = (firstRow: number, lastRow: number) => ({
  firstRow,
  lastRow,
  columns: ["price"],
});

describe("the grid's board", () => {
  it("shows a typed text at once and the desk's verdict when it comes", async () => {
    const { board: grid, onEdit } = board();
    await grid.pages.restart();
    let answer: (outcome: EditOutcome<Row>) => void = () => undefined;
    onEdit.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const sent = grid.send([{ rowId: "s0", column: "price", text: "99" }], "type");
    expect(grid.cell(0, price)).toEqual({ text: "99", verdict: undefined, pending: true });
    answer({ rows: [{ ...rowAt(0), price: "99" }] });
    await sent;
    expect(grid.cell(0, price)).toEqual({
      text: "$99",
      verdict: { grade: "block", text: "Above the limit" },
      pending: false,
    });
  });

  it("takes a refused text back and tells", async () => {
    const { board: grid, onEdit, onProblem } = board();
    await grid.pages.restart();
    onEdit.mockRejectedValueOnce(new Error("outdated"));
    await grid.send([{ rowId: "s0", column: "price", text: "7" }], "type");
    expect(grid.cell(0, price)?.text).toBe("$10.00");
    expect(onProblem).toHaveBeenCalledTimes(1);
  });

  it("keeps a text the desk cannot read, with the reason, until it is edited again", async () => {
    const { board: grid, onEdit } = board();
    await grid.pages.restart();
    onEdit.mockResolvedValueOnce({
      unread: [{ rowId: "s0", column: "price", text: "ten", reason: "“ten” is no price." }],
    });
    await grid.send([{ rowId: "s0", column: "price", text: "ten" }], "type");
    expect(grid.cell(0, price)).toEqual({
      text: "ten",
      verdict: { grade: "block", text: "“ten” is no price." },
      pending: false,
    });
    expect(grid.plainText(0, price)).toBe("ten");
    await grid.send([{ rowId: "s0", column: "price", text: "10" }], "type");
    expect(grid.cell(0, price)?.text).toBe("$10.00");
  });

  it("pastes a block in one call, past cells that cannot be edited", async () => {
    const { board: grid, onEdit } = board();
    await grid.pages.restart();
    await grid.paste(
      [
        ["1", "7"],
        ["2", "8"],
        ["3", "9"],
      ],
      priceRange(2, 2),
      ["price", "stock"],
    );
    expect(onEdit).toHaveBeenCalledTimes(1);
    expect(onEdit.mock.calls[0]).toEqual([
      [
        { rowId: "s2", column: "price", text: "1" },
        { rowId: "s2", column: "stock", text: "7" },
        { rowId: "s3", column: "stock", text: "8" },
        { rowId: "s4", column: "price", text: "3" },
        { rowId: "s4", column: "stock", text: "9" },
      ],
      "paste",
    ]);
  });

  it("fetches the rows a paste reaches, and stops at the last one", async () => {
    const { board: grid, onEdit } = board(450);
    await grid.pages.restart();
    await grid.paste(
      Array.from({ length: 1000 }, (_, i) => [`${i}`]),
      priceRange(0, 0),
      ["price"],
    );
    // s3 cannot be edited.
    expect(onEdit.mock.calls[0]?.[0]).toHaveLength(449);
    expect(onEdit.mock.calls[0]?.[0].at(-1)).toEqual({
      rowId: "s449",
      column: "price",
      text: "449",
    });
  });

  it("fills down in one call and leaves equal cells alone", async () => {
    const { board: grid, onEdit } = board();
    await grid.pages.restart();
    grid.pages.replace([
      { ...rowAt(0), price: "8.00" },
      { ...rowAt(1), price: "8.00" },
    ]);
    await grid.fillDown(priceRange(0, 4));
    expect(onEdit.mock.calls).toEqual([
      [
        [
          { rowId: "s2", column: "price", text: "8.00" },
          { rowId: "s4", column: "price", text: "8.00" },
        ],
        "fill",
      ],
    ]);
  });

  it("edits nothing when it is only for reading", async () => {
    const { board: grid, onEdit } = board(10, { readOnly: true });
    await grid.pages.restart();
    await grid.fillDown(priceRange(0, 4));
    expect(grid.isEditable(0, price)).toBe(false);
    expect(onEdit).not.toHaveBeenCalled();
  });

  it("copies plain texts, and only when all of them are there", async () => {
    const { board: grid } = board(450);
    await grid.pages.restart();
    expect(grid.textsOf({ firstRow: 0, lastRow: 1, columns: ["title", "price"] })).toEqual([
      ["Mug 0", "10.00"],
      ["Mug 1", "10.00"],
    ]);
    expect(grid.textsOf(priceRange(150, 250))).toBeUndefined();
    await vi.waitFor(() => expect(grid.textsOf(priceRange(150, 250))).toHaveLength(101));
  });
});
