import { act, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeDesk, installFakeDesk } from "../../bridge/fake";
import { renderPage } from "../../testing/render-page";
import { type GridColumn, PriceGrid, type PriceGridProps } from ".";
import type { libraryColumns } from "./grid-element";

interface Row {
  id: string;
  price: string;
}

let desk: FakeDesk;
beforeEach(() => {
  desk = installFakeDesk({ history_state: { undo: null, redo: null } });
});
afterEach(() => desk.remove());

const columns: GridColumn<Row>[] = [
  { key: "id", title: "SKU", frozen: true, text: (row) => row.id },
  { key: "price", title: "Price", text: (row) => row.price, edit: (row) => row.price },
];

/** What is read stands before, between and after what is entered. */
const wideColumns: GridColumn<Row>[] = [
  { key: "allowed", title: "Allowed", text: () => "0.01 – 9.99" },
  ...columns,
  { key: "retail", title: "Retail price", text: () => "9.99" },
  { key: "stock", title: "Stock", text: () => "80", edit: () => "80" },
];

function sourceOf(key: string, version: number, fetch = vi.fn()) {
  fetch.mockImplementation(async (offset: number, limit: number) => ({
    total: 450,
    rows: Array.from({ length: Math.min(limit, 450 - offset) }, (_, i) => ({
      id: `s${offset + i}`,
      price: "1.00",
    })),
  }));
  return { key, version, fetch };
}

function Grid({
  source,
  onEdit,
  shown = columns,
}: {
  source: ReturnType<typeof sourceOf>;
  shown?: typeof columns;
  onEdit?: PriceGridProps<Row>["onEdit"];
}) {
  return (
    <PriceGrid
      label="Prices"
      source={source}
      columns={shown}
      rowId={(row) => row.id}
      rowName={(row) => row.id}
      onProblem={() => undefined}
      {...(onEdit ? { onEdit } : {})}
    />
  );
}

const element = () => document.querySelector("revo-grid");

/** jsdom draws no cells to press: the library says which one is focused and which are selected. */
function chooses(
  cell: { x: number; y: number },
  range?: { [at in "x" | "y" | "x1" | "y1"]: number },
) {
  const types = { colType: "rgCol", rowType: "rgRow" };
  Object.defineProperties(element() ?? {}, {
    getFocused: { value: async () => ({ cell, ...types }) },
    getSelectedRange: { value: async () => (range ? { ...range, ...types } : null) },
  });
}

/** What the library tells when something is pasted; answers the browser's own event. */
function pastes(dataText: string): Event {
  const event = new Event("paste", { cancelable: true });
  const detail = { event, dataText, raw: dataText, isHTML: false };
  element()?.dispatchEvent(new CustomEvent("beforepaste", { detail, cancelable: true }));
  return event;
}

describe("the price grid", () => {
  it("fetches the first page and says how many rows there are", async () => {
    const source = sourceOf("all", 1);
    renderPage(<Grid source={source} />);
    expect(await screen.findByText("450 rows")).toBeVisible();
    expect(source.fetch.mock.calls[0]).toEqual([0, 200]);
    expect(element()).toHaveAttribute("aria-label", "Prices");
    expect(element()?.source).toHaveLength(450);
    expect(element()?.columns).toHaveLength(2);
  });

  it("fetches again when the same list may have changed, and begins anew with another", async () => {
    let show: (next: ReturnType<typeof sourceOf>) => void = () => undefined;
    const first = sourceOf("all", 1);
    function Changing() {
      const [source, setSource] = useState(first);
      show = setSource;
      return <Grid source={source} />;
    }
    renderPage(<Changing />);
    await screen.findByText("450 rows");
    first.fetch.mockClear();
    act(() => show({ ...first, version: 2 }));
    await waitFor(() => expect(first.fetch.mock.calls).toEqual([[0, 200]]));
    const other = sourceOf("only refused", 2);
    act(() => show(other));
    await waitFor(() => expect(other.fetch.mock.calls).toEqual([[0, 200]]));
    expect(first.fetch).toHaveBeenCalledTimes(1);
  });

  it("sends what was typed, and the cells of a filled range in one call", async () => {
    const onEdit = vi.fn<NonNullable<PriceGridProps<Row>["onEdit"]>>(async () => ({}));
    renderPage(<Grid source={sourceOf("all", 1)} onEdit={onEdit} />);
    await screen.findByText("450 rows");
    const tell = (name: string, detail: object) =>
      element()?.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
    tell("beforeedit", { model: { index: 3 }, prop: "price", val: " 2.50 " });
    tell("beforerangeedit", { data: { 4: { price: "3.00" }, 5: { price: "3.00", id: "x" } } });
    tell("beforeedit", { model: { index: 3 }, prop: "id", val: "y" });
    await waitFor(() => expect(onEdit).toHaveBeenCalledTimes(2));
    expect(onEdit.mock.calls).toEqual([
      [[{ rowId: "s3", column: "price", text: "2.50" }], "type"],
      [
        [
          { rowId: "s4", column: "price", text: "3.00" },
          { rowId: "s5", column: "price", text: "3.00" },
        ],
        "fill",
      ],
    ]);
  });

  it("pastes a block from the focused cell on, past the columns that are only read", async () => {
    const onEdit = vi.fn<NonNullable<PriceGridProps<Row>["onEdit"]>>(async () => ({}));
    renderPage(<Grid source={sourceOf("all", 1)} onEdit={onEdit} shown={wideColumns} />);
    await screen.findByText("450 rows");
    // The frozen column is counted apart: price is the second of the others.
    chooses({ x: 1, y: 7 });
    const paste = pastes("$12.50\tskipped\t20\r\n0.00\t\t\r\n\tskipped\t30\r\n");
    expect(paste.defaultPrevented).toBe(true);
    await waitFor(() => expect(onEdit).toHaveBeenCalledTimes(1));
    expect(onEdit.mock.calls).toEqual([
      [
        [
          { rowId: "s7", column: "price", text: "$12.50" },
          { rowId: "s7", column: "stock", text: "20" },
          { rowId: "s8", column: "price", text: "0.00" },
          { rowId: "s8", column: "stock", text: "" },
          { rowId: "s9", column: "price", text: "" },
          { rowId: "s9", column: "stock", text: "30" },
        ],
        "paste",
      ],
    ]);
  });

  it("pastes one price into every row of the selected range", async () => {
    const onEdit = vi.fn<NonNullable<PriceGridProps<Row>["onEdit"]>>(async () => ({}));
    renderPage(<Grid source={sourceOf("all", 1)} onEdit={onEdit} shown={wideColumns} />);
    await screen.findByText("450 rows");
    chooses({ x: 1, y: 4 }, { x: 1, y: 2, x1: 1, y1: 4 });
    pastes("7.25\n");
    await waitFor(() => expect(onEdit).toHaveBeenCalledTimes(1));
    const texts = ["s2", "s3", "s4"].map((rowId) => ({ rowId, column: "price", text: "7.25" }));
    expect(onEdit.mock.calls).toEqual([[texts, "paste"]]);
  });

  it("names a cell by what it shows and then in whole sentences, and draws its bar unseen by readers", async () => {
    const bar = { low: "0", high: "20", from: "1", to: "15", paysFrom: "10", mark: "12" };
    const corridor: GridColumn<Row> = {
      key: "corridor",
      title: "Allowed prices",
      text: () => "10 – 15",
      hint: ({ id }) => `${id} pays from 10.`,
      bar: () => bar,
    };
    renderPage(<Grid source={sourceOf("all", 1)} shown={[corridor]} />);
    await screen.findByText("450 rows");
    const [column] = (element()?.columns ?? []) as ReturnType<typeof libraryColumns>;
    const model = { index: 3 };
    await waitFor(() =>
      expect(column?.cellProperties?.({ model } as never)).toMatchObject({
        "aria-label": "Allowed prices: 10 – 15. s3 pays from 10.",
        title: "s3 pays from 10.",
      }),
    );
    const drawn: { attributes: object; inner: unknown }[] = [];
    const h = (_tag: string, attributes: object, inner: unknown) => {
      drawn.push({ attributes, inner });
      return inner;
    };
    column?.cellTemplate?.(h as never, { model } as never);
    expect(drawn.map(({ inner }) => inner)).toContain("10 – 15");
    expect(drawn.map(({ attributes }) => attributes)).toEqual([
      {},
      { class: "pd-bar-legal", style: { left: "5%", width: "70%" } },
      { class: "pd-bar-pays", style: { left: "50%", width: "25%" } },
      { class: "pd-bar-mark", style: { left: "60%" } },
      { class: "pd-bar", "aria-hidden": "true" },
      {},
    ]);
  });

  it("is entered at the first column to fill in by an arrow, and left with Escape", async () => {
    renderPage(<Grid source={sourceOf("all", 1)} shown={wideColumns} />);
    await screen.findByText("450 rows");
    chooses({ x: 3, y: 5 });
    const calls = { setCellsFocus: vi.fn(), scrollToCoordinate: vi.fn(), clearFocus: vi.fn() };
    const values = Object.entries(calls).map(([name, value]) => [name, { value }]);
    Object.defineProperties(element() ?? {}, Object.fromEntries(values));
    const press = (target: Element | null | undefined, key: string) =>
      target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    press(element(), "ArrowDown");
    await waitFor(() => expect(calls.setCellsFocus).toHaveBeenCalledTimes(1));
    expect(calls.setCellsFocus.mock.calls).toEqual([
      [
        { x: 1, y: 0 },
        { x: 1, y: 0 },
      ],
    ]);
    const cell = element()?.appendChild(document.createElement("div"));
    press(cell, "ArrowDown");
    press(cell, "Escape");
    await waitFor(() => expect(element()).toHaveFocus());
    expect(calls.clearFocus).toHaveBeenCalledTimes(1);
    // Where it was left it is entered again.
    press(element(), "Enter");
    await waitFor(() => expect(calls.setCellsFocus).toHaveBeenCalledTimes(2));
    expect(calls.setCellsFocus.mock.calls[1]).toEqual([
      { x: 3, y: 5 },
      { x: 3, y: 5 },
    ]);
  });

  it("goes away without a trace", async () => {
    const view = renderPage(<Grid source={sourceOf("all", 1)} />);
    await screen.findByText("450 rows");
    view.unmount();
    expect(element()).toBeNull();
  });
});
