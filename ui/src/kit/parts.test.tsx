import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { act, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tellPage } from "../bridge";
import { type FakeDesk, installFakeDesk } from "../bridge/fake";
import { finding, historyLine } from "../bridge/samples";
import { renderPage } from "../testing/render-page";
import { CorridorBar, Waterfall } from "./chart";
import { useConfirm } from "./confirm";
import { DataTable } from "./data-table";
import { Field } from "./field";
import { FilePick } from "./file-pick";
import { belongsTo, countByRule, FindingsProvider } from "./findings/findings-context";
import { FindingsSlot } from "./findings/findings-slot";
import { FindingsSummary } from "./findings/findings-summary";
import { MoneyField, PercentField } from "./number-fields";
import { type DraftPeriod, PeriodField } from "./period-field";
import { ProgressBar } from "./progress-bar";
import { useToast } from "./toast";

let desk: FakeDesk;
beforeEach(() => {
  const step = historyLine({ summary: "Price change" });
  desk = installFakeDesk({
    history_state: { undo: step, redo: null },
    history_undo: { undo: null, redo: step },
  });
});
afterEach(() => desk.remove());

/** Rules that need a real browser are checked on the pictures. */
async function faults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const warning = finding({
  rule: "RG-13",
  title: "Little stock",
  grade: "warn",
  field: "items[1].campaign_stock",
  what: "Only 12 units.",
  repair: [],
});

describe("findings", () => {
  it("belong to their field and to what it is part of", () => {
    expect(belongsTo("items[0].campaign_price", "items[0]")).toBe(true);
    expect(belongsTo("items[0].campaign_price", "items")).toBe(true);
    expect(belongsTo("items[10].campaign_price", "items[1]")).toBe(false);
    expect(belongsTo("window_end", "window")).toBe(false);
  });

  it("say what, why and what to do, the refusing one first", () => {
    renderPage(<FindingsSlot findings={[warning, finding()]} />);
    const items = screen.getAllByTestId("finding");
    expect(items.map((item) => item.dataset["rule"])).toEqual(["RG-02", "RG-13"]);
    const first = within(items[0] as HTMLElement);
    expect(first.getByText(finding().what)).toBeVisible();
    expect(first.getByText(finding().why)).toBeVisible();
    expect(first.getByText(finding().action)).toBeVisible();
    expect(first.getByText("1.51")).toBeVisible();
    expect(first.getByText("Refused")).toBeInTheDocument();
  });

  it("offer their repair, and only where there is one", async () => {
    const repair = vi.fn();
    renderPage(<FindingsSlot findings={[warning, finding()]} onRepair={repair} />);
    expect(screen.queryByTestId("repair-RG-13")).toBeNull();
    await userEvent.click(screen.getByTestId("repair-RG-02"));
    expect(repair).toHaveBeenCalledWith(finding());
  });

  it("show where they are written", async () => {
    renderPage(<FindingsSlot findings={[finding()]} />);
    await userEvent.click(screen.getByRole("button", { name: "Where RG-02 is written" }));
    expect(await screen.findByText("How to register for Integrated Campaigns")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Open RG-02 in the rule book" })).toHaveAttribute(
      "href",
      "#/rulebook/RG-02",
    );
  });

  it("are counted by rule and filter by it", async () => {
    const counts = countByRule([warning, finding(), finding({ field: "items[2].campaign_price" })]);
    expect(counts.map(({ rule, findings, repairable }) => [rule, findings, repairable])).toEqual([
      ["RG-02", 2, 2],
      ["RG-13", 1, 0],
    ]);
    const pick = vi.fn();
    renderPage(<FindingsSummary counts={counts} active="RG-13" onPick={pick} />);
    expect(screen.getByTestId("filter-RG-13")).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(screen.getByTestId("filter-RG-02"));
    await userEvent.click(screen.getByTestId("filter-RG-13"));
    expect(pick.mock.calls).toEqual([["RG-02"], [null]]);
  });

  it("keep to two lines where room is short, until all are asked for", async () => {
    const counts = countByRule([warning, finding()]);
    const { unmount } = renderPage(<FindingsSummary counts={counts} brief />);
    expect(screen.queryByTestId("all-rules")).toBeNull();
    unmount();
    const height = vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(140);
    renderPage(<FindingsSummary counts={counts} brief />);
    expect(screen.getByTestId("findings-summary")).toHaveAttribute("data-brief", "true");
    await userEvent.click(screen.getByRole("button", { name: "All 2 rules" }));
    expect(screen.getByTestId("findings-summary")).toHaveAttribute("data-brief", "false");
    await userEvent.click(screen.getByRole("button", { name: "Fewer rules" }));
    expect(screen.getByTestId("findings-summary")).toHaveAttribute("data-brief", "true");
    height.mockRestore();
  });

  it("stand beside their own field and describe it", () => {
    renderPage(
      <FindingsProvider findings={[finding(), warning]}>
        <Field label="Price" path="items[0].campaign_price">
          {(control) => <MoneyField {...control} value="21.50 USD" onChange={() => undefined} />}
        </Field>
        <Field label="Note">{(control) => <input {...control} />}</Field>
      </FindingsProvider>,
    );
    const price = screen.getByLabelText("Price");
    expect(price).toHaveAttribute("aria-invalid", "true");
    expect(price).toHaveAccessibleDescription(/above the lowest price/);
    expect(screen.getByLabelText("Note")).toHaveAttribute("aria-invalid", "false");
    expect(screen.getAllByTestId("finding")).toHaveLength(1);
  });
});

describe("number fields", () => {
  function Both({ told }: { told: (value: string | null) => void }) {
    const [money, setMoney] = useState<string | null>("21.5 USD");
    return (
      <>
        <MoneyField
          label="Money"
          value={money}
          onChange={(value) => {
            told(value);
            setMoney(value);
          }}
        />
        <PercentField label="Percent" value="3.5" onChange={told} />
      </>
    );
  }

  it("keep every digit typed, and no value as null", async () => {
    const told = vi.fn();
    renderPage(<Both told={told} />);
    const field = screen.getByLabelText("Money");
    expect(field).toHaveValue("21.50");
    await userEvent.clear(field);
    expect(told).toHaveBeenLastCalledWith(null);
    await userEvent.click(field);
    await userEvent.paste("12345678901234567.895");
    expect(told).toHaveBeenLastCalledWith("12345678901234567.895 USD");
    expect(screen.getByLabelText("Percent")).toHaveValue("3.5");
  });

  it("write tiny amounts in plain digits", async () => {
    const told = vi.fn();
    renderPage(<Both told={told} />);
    const field = screen.getByLabelText("Percent");
    await userEvent.clear(field);
    await userEvent.paste("0.00000001");
    expect(told).toHaveBeenLastCalledWith("0.00000001");
  });
});

describe("periods", () => {
  it("are chosen on the shop's clock and kept in UTC", async () => {
    const told = vi.fn();
    function Period() {
      const [value, setValue] = useState<DraftPeriod>({ start: "2026-11-27T08:00:00Z", end: null });
      return (
        <PeriodField
          id="runs"
          value={value}
          onChange={(period) => {
            told(period);
            setValue(period);
          }}
        />
      );
    }
    renderPage(<Period />);
    const start = document.getElementById("runs");
    expect(start).toHaveValue("2026-11-27 00:00");
    expect(screen.getByText(/Los Angeles/)).toBeVisible();
    const end = screen.getByLabelText("End");
    await userEvent.click(end);
    await userEvent.paste("2026-12-01 09:30");
    await userEvent.keyboard("{Enter}");
    expect(told).toHaveBeenLastCalledWith({
      start: "2026-11-27T08:00:00Z",
      end: "2026-12-01T17:30:00Z",
    });
  });
});

describe("files", () => {
  it("come from the native dialog", async () => {
    desk.answer({}, { window_pick_files: ["/shop/a.xlsx", "/shop/b.xlsx"] });
    const pick = vi.fn();
    renderPage(<FilePick kind="workbook" several title="Workbooks" onPick={pick} />);
    await userEvent.click(screen.getByRole("button", { name: "Choose files" }));
    expect(pick).toHaveBeenCalledWith(["/shop/a.xlsx", "/shop/b.xlsx"]);
  });

  it("come from dropping them on the window, one where one is wanted", async () => {
    const pick = vi.fn();
    renderPage(<FilePick kind="table" title="Costs" onPick={pick} />);
    act(() => tellPage({ kind: "filesOver", count: 2 }));
    expect(screen.getByTestId("file-pick")).toHaveAttribute("data-over", "true");
    act(() => tellPage({ kind: "filesDropped", paths: ["/a.csv", "/b.csv"], unreadable: 0 }));
    expect(pick).toHaveBeenCalledWith(["/a.csv"]);
    expect(screen.getByTestId("file-pick")).toHaveAttribute("data-over", "false");
    expect(await screen.findByText(/Only one file can be read here/)).toBeInTheDocument();
  });

  it("are left alone while the page is busy or the dialog was closed", async () => {
    desk.answer({}, { window_pick_files: [] });
    const pick = vi.fn();
    renderPage(<FilePick kind="table" title="Costs" onPick={pick} />);
    await userEvent.click(screen.getByRole("button", { name: "Choose a file" }));
    expect(pick).not.toHaveBeenCalled();
  });
});

describe("tables", () => {
  const rows = [
    { id: "p1", title: "Mug" },
    { id: "p2", title: "Bowl" },
  ];
  const columns = [{ key: "title", title: "Title", render: (row: { title: string }) => row.title }];

  it("say what to do when there is nothing", async () => {
    const run = vi.fn();
    renderPage(
      <DataTable
        label="Products"
        columns={columns}
        rows={[]}
        rowKey={() => ""}
        empty={{ title: "No products", action: { label: "Import", run } }}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Import" }));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("turn pages, select and open", async () => {
    const [onPage, onSelect, onOpen] = [vi.fn(), vi.fn(), vi.fn()];
    renderPage(
      <DataTable
        label="Products"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={{ title: "" }}
        paging={{ total: 1200, page: 1, pageSize: 2, onPage }}
        selection={{ selected: ["p9"], onSelect }}
        onOpen={onOpen}
      />,
    );
    expect(screen.getByTestId("pager-range")).toHaveTextContent("3 to 4 of 1,200");
    await userEvent.click(screen.getByTestId("page-on"));
    expect(onPage).toHaveBeenCalledWith(2);
    await userEvent.click(screen.getByTestId("select-p2"));
    expect(onSelect).toHaveBeenCalledWith(["p9", "p2"]);
    expect(onOpen).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText("Mug"));
    expect(onOpen).toHaveBeenCalledWith(rows[0]);
  });
});

describe("questions and messages", () => {
  it("ask before something that matters", async () => {
    const answers: boolean[] = [];
    function Ask() {
      const confirm = useConfirm();
      return (
        <button
          type="button"
          onClick={async () =>
            answers.push(
              await confirm({
                title: "Leave?",
                consequences: ["12 products"],
                confirmLabel: "Leave",
              }),
            )
          }
        >
          ask
        </button>
      );
    }
    renderPage(<Ask />);
    await userEvent.click(screen.getByText("ask"));
    expect(await screen.findByText("12 products")).toBeInTheDocument();
    await userEvent.click(screen.getByTestId("confirm-no"));
    await vi.waitFor(() => expect(answers).toEqual([false]));
  });

  it("offer to undo what was done", async () => {
    function Done() {
      const toast = useToast();
      return (
        <button type="button" onClick={() => toast.done("Saved", { undo: true })}>
          save
        </button>
      );
    }
    renderPage(<Done />);
    await userEvent.click(screen.getByText("save"));
    await userEvent.click(await screen.findByTestId("toast-undo"));
    expect(desk.requests("history_undo")).toHaveLength(1);
  });
});

describe("accessibility", () => {
  it("finds nothing on a page of parts", async () => {
    const { container } = renderPage(
      <main>
        <h1>Parts</h1>
        <FindingsSummary counts={countByRule([warning, finding()])} onPick={() => undefined} />
        <FindingsSlot findings={[warning, finding()]} onRepair={() => undefined} />
        <Field label="Price" hint="In the shop's currency" findings={[finding()]}>
          {(control) => <MoneyField {...control} value={null} onChange={() => undefined} />}
        </Field>
        <Field label="Runs">
          {(control) => (
            <PeriodField
              {...control}
              value={{ start: null, end: null }}
              onChange={() => undefined}
            />
          )}
        </Field>
        <DataTable
          label="Products"
          columns={[{ key: "id", title: "Id", render: (row: { id: string }) => row.id }]}
          rows={[{ id: "p1" }]}
          rowKey={(row) => row.id}
          empty={{ title: "" }}
          selection={{ selected: [], onSelect: () => undefined }}
        />
        <FilePick kind="workbook" title="Workbooks" onPick={() => undefined} />
        <ProgressBar label="Reading" done={1} total={3} onCancel={() => undefined} />
        <Waterfall
          label="One order"
          steps={[{ key: "price", label: "Price", value: "19.99 USD", kind: "total" }]}
        />
        <CorridorBar
          label="Corridor"
          from="9.00 USD"
          to={null}
          marks={[{ key: "price", label: "Price", value: "12.00 USD", tone: "price" }]}
        />
      </main>,
    );
    expect(await faults(container)).toEqual([]);
  });
});
