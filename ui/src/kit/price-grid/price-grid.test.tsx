import { act, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeDesk, installFakeDesk } from "../../bridge/fake";
import { renderPage } from "../../testing/render-page";
import { type GridColumn, PriceGrid, type PriceGridProps } from ".";

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
}: {
  source: ReturnType<typeof sourceOf>;
  onEdit?: PriceGridProps<Row>["onEdit"];
}) {
  return (
    <PriceGrid
      label="Prices"
      source={source}
      columns={columns}
      rowId={(row) => row.id}
      rowName={(row) => row.id}
      onProblem={() => undefined}
      {...(onEdit ? { onEdit } : {})}
    />
  );
}

const element = () => document.querySelector("revo-grid");

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

  it("goes away without a trace", async () => {
    const view = renderPage(<Grid source={sourceOf("all", 1)} />);
    await screen.findByText("450 rows");
    view.unmount();
    expect(element()).toBeNull();
  });
});
