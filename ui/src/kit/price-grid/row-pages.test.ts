import { describe, expect, it, vi } from "vitest";
import { RowPages } from "./row-pages";

interface Row {
  id: string;
  price: string;
}

const rowAt = (index: number, price = "1.00"): Row => ({ id: `s${index}`, price });

function list(total = 1000, keep = 3) {
  const problems: unknown[] = [];
  const fetch = vi.fn(async (offset: number, limit: number) => ({
    total,
    rows: Array.from({ length: Math.min(limit, total - offset) }, (_, i) => rowAt(offset + i)),
  }));
  const pages = new RowPages<Row>({
    fetch,
    rowId: (row) => row.id,
    onChange: () => undefined,
    onProblem: (thrown) => problems.push(thrown),
    pageSize: 100,
    keep,
  });
  return { pages, fetch, problems };
}

describe("rows by page", () => {
  it("are fetched a page at a time, each page once", async () => {
    const { pages, fetch } = list();
    await Promise.all([pages.want([5, 6, 7]), pages.want([8])]);
    await pages.want([9]);
    expect(fetch.mock.calls).toEqual([[0, 100]]);
    expect(pages.total).toBe(1000);
    expect(pages.row(99)).toEqual(rowAt(99));
    expect(pages.row(100)).toBeUndefined();
  });

  it("are fetched for a whole range", async () => {
    const { pages, fetch } = list(1000, 10);
    await pages.wantRange(150, 420);
    expect(fetch.mock.calls.map(([offset]) => offset).sort()).toEqual([100, 200, 300, 400]);
    expect(pages.indexOf("s333")).toBe(333);
  });

  it("are dropped when far away, so memory stays flat", async () => {
    const { pages } = list(1000, 3);
    for (const page of [0, 1, 2, 3, 4]) await pages.want([page * 100]);
    expect([0, 100, 200, 300, 400].map((index) => pages.row(index)?.id)).toEqual([
      undefined,
      undefined,
      "s200",
      "s300",
      "s400",
    ]);
    expect(pages.indexOf("s0")).toBeUndefined();
  });

  it("take over newer versions by id", async () => {
    const { pages } = list();
    await pages.want([0]);
    pages.replace([rowAt(7, "9.99"), rowAt(555, "8.88")]);
    expect(pages.row(7)?.price).toBe("9.99");
    expect(pages.row(8)?.price).toBe("1.00");
  });

  it("throw away answers that belong to an earlier list", async () => {
    const { pages, fetch } = list();
    let answer: (value: { total: number; rows: Row[] }) => void = () => undefined;
    fetch.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const late = pages.want([0]);
    await pages.restart();
    answer({ total: 5, rows: [rowAt(0, "old")] });
    await late;
    expect(pages.total).toBe(1000);
    expect(pages.row(0)?.price).toBe("1.00");
  });

  it("stay in view while fresh ones are fetched, and only what is in view is fetched", async () => {
    const { pages, fetch } = list();
    await pages.want([0, 100]);
    fetch.mockClear();
    fetch.mockImplementationOnce(async () => ({ total: 1000, rows: [rowAt(100, "2.00")] }));
    const reloaded = pages.reload([100, 120]);
    expect(pages.row(100)?.price).toBe("1.00");
    await reloaded;
    expect(pages.row(100)?.price).toBe("2.00");
    expect(fetch.mock.calls).toEqual([[100, 100]]);
    expect(pages.row(0)).toBeUndefined();
  });

  it("tell of a failure and can be fetched again", async () => {
    const { pages, fetch, problems } = list();
    fetch.mockRejectedValueOnce(new Error("busy"));
    await pages.want([0]);
    expect(problems).toHaveLength(1);
    await pages.want([0]);
    expect(pages.row(0)?.id).toBe("s0");
  });
});
