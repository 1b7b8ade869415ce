import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { campaign } from "../../testing/desk/campaigns";
import { draftHead } from "../../testing/desk/drafts";
import { costsTable, importPreview, importRoom, skuErrorWarning } from "../../testing/desk/imports";
import { renderPage } from "../../testing/render-page";
import Imports from ".";
import { setOpenImport } from "./open-import";

const paths = ["/home/mei/a.xlsx", "/home/mei/b.xlsx"];
let desk: FakeDesk;
beforeEach(() => setOpenImport({ stage: "pick" }));
afterEach(() => desk.remove());

function show(answers: FakeAnswers, address: string, state: unknown = null) {
  desk = installFakeDesk(
    { ...importRoom, history_state: { undo: null, redo: null }, ...answers },
    { window_pick_files: () => paths, window_pick_save: () => "/home/mei/refused.csv" },
  );
  renderPage(<Imports />, address, state);
}

async function open(answers: FakeAnswers = {}, address = "/imports") {
  show(answers, address);
  await userEvent.click(screen.getByTestId("choose-files"));
}

describe("imports", () => {
  it("reads several files, shows what would change, applies it and takes it back", async () => {
    await open({
      history_undo: { undo: null, redo: null },
    });
    expect(await screen.findByTestId("import-files")).toHaveTextContent("Batch edit workbook");
    expect(desk.requests("import_open")).toEqual([{ paths, target: null }]);
    const refused = screen.getByTestId("filter-refused");
    expect(refused).toHaveTextContent("Refused6");
    expect(refused).toHaveAttribute("aria-pressed", "true");
    const destroyed = await screen.findAllByText("This id was destroyed by a spreadsheet.");
    expect(destroyed).toHaveLength(2);
    expect(destroyed[0]?.closest("li")).toHaveTextContent(
      "This id was destroyed by a spreadsheet. Download the workbook again",
    );
    expect(screen.getByText('<script>alert("title")</script> Hoodie & "quotes"')).toBeVisible();
    expect(screen.getByTestId("import-apply")).toHaveTextContent("Import 2,452 rows");

    await userEvent.click(screen.getByTestId("import-apply"));
    expect(await screen.findByTestId("import-done")).toHaveTextContent("Imported");
    expect(desk.requests("import_apply")).toEqual([{ import_id: "import-1", acknowledged: [] }]);
    expect(screen.getByTestId("import-done-new")).toHaveTextContent("2,140");
    expect(screen.getByTestId("import-sku-errors")).toHaveTextContent("3 registered products");
    await userEvent.click(screen.getByTestId("import-undo"));
    expect(await screen.findByText("Taken back")).toBeVisible();
    expect(desk.requests("history_undo")).toEqual([{}]);
  });

  it("asks for the rows of one fate, page by page", async () => {
    await open();
    await userEvent.click(await screen.findByTestId("filter-new"));
    await userEvent.click(await screen.findByTestId("page-on"));
    await waitFor(() =>
      expect(desk.requests("import_rows").at(-1)).toEqual({
        import_id: "import-1",
        fate: "new",
        window: { offset: 100, limit: 100 },
      }),
    );
    await waitFor(() =>
      expect(screen.getByTestId("pager-range")).toHaveTextContent("101 to 200 of 2,140"),
    );
  });

  it("names the file and place of a file it cannot read, and what to do", async () => {
    await open({
      import_open: () =>
        refuse({
          kind: "file",
          file: "b.xlsx",
          place: "sheet Template",
          message: "The workbook is protected with a password.",
          remedy: "Save it without a password.",
        }),
    });
    const problem = await screen.findByTestId("import-problem");
    expect(problem).toHaveTextContent("b.xlsx · sheet Template");
    expect(problem).toHaveTextContent("protected with a password. Save it without a password.");
    expect(screen.getByTestId("choose-files")).toBeEnabled();
  });

  it("applies nothing before every warning is answered", async () => {
    await open({ import_open: importPreview({ findings: [skuErrorWarning] }) });
    const apply = await screen.findByTestId("import-apply");
    expect(apply).toBeDisabled();
    expect(screen.getByTestId("import-blocked")).toHaveTextContent("Open: RG-19.");
    await userEvent.click(within(screen.getByTestId("imports")).getByTestId("acknowledge-RG-19"));
    expect(apply).toBeEnabled();
    await userEvent.click(apply);
    await screen.findByTestId("import-done");
    expect(desk.requests("import_apply")[0]?.acknowledged).toEqual(["RG-19"]);
  });

  it("shows the findings of a refused import and keeps the preview", async () => {
    await open({
      import_apply: () =>
        refuse({
          kind: "refused",
          findings: [skuErrorWarning],
          counts: { block: 0, warn: 1, info: 0, by_rule: [], by_field: [] },
          unacknowledged: ["RG-19"],
        }),
    });
    await userEvent.click(await screen.findByTestId("import-apply"));
    expect(await screen.findByTestId("acknowledge-RG-19")).toBeVisible();
    expect(screen.getByTestId("import-apply")).toBeDisabled();
  });

  it("lets the columns and the decimal mark of a table be chosen", async () => {
    await open({ import_open: costsTable }, "/imports?target=costs");
    expect(desk.requests("import_open")[0]?.target).toEqual({ kind: "costs" });
    expect(await screen.findByTestId("mapping-missing")).toHaveTextContent("Unit cost");
    expect(screen.getByTestId("import-blocked")).toHaveTextContent("not chosen yet");
    expect(screen.getByTestId("field-problem")).toHaveTextContent("above a thousand");
    await userEvent.click(screen.getByRole("combobox", { name: "Field that 采购价 fills" }));
    await userEvent.click(await screen.findByTitle("Unit cost (needed)"));
    await userEvent.click(screen.getByRole("radio", { name: "1.234,56" }));
    await userEvent.click(screen.getByTestId("mapping-apply"));
    await waitFor(() => expect(screen.getByTestId("import-apply")).toBeEnabled());
    expect(desk.requests("import_remap")).toEqual([
      {
        import_id: "import-1",
        file: 0,
        fields: ["sku_id", "unit_cost", null],
        encoding: null,
        decimal_mark: "comma",
        day_order: null,
        lists_every_sku: null,
        target: { kind: "costs" },
      },
    ]);
  });

  it("reads a text file again in the encoding that is chosen", async () => {
    await open({ import_open: costsTable }, "/imports?target=costs");
    await userEvent.click(await screen.findByRole("combobox", { name: /^Encoding of/ }));
    await userEvent.click(await screen.findByTitle("Windows-1252"));
    await waitFor(() =>
      expect(desk.requests("import_remap")).toEqual([
        {
          import_id: "import-1",
          file: 0,
          fields: [],
          encoding: "windows1252",
          decimal_mark: null,
          day_order: null,
          lists_every_sku: null,
          target: null,
        },
      ]),
    );
  });

  it("asks for the order of day and month, and whether a table is the whole list", async () => {
    const [table] = costsTable.files;
    if (!table) throw new Error("no table");
    const file = {
      ...table,
      decimal_mark: null,
      day_order: { recognised: null, chosen: null, open: true },
      lists_every_sku: false,
    };
    await open({ import_open: { ...costsTable, files: [file] } }, "/imports?target=costs");
    expect(await screen.findByTestId("field-problem")).toHaveTextContent("either way round");
    await userEvent.click(screen.getByRole("radio", { name: "Day first: 31/3/2026" }));
    await userEvent.click(screen.getByRole("checkbox", { name: /lists every SKU/ }));
    await userEvent.click(screen.getByTestId("mapping-apply"));
    await waitFor(() => expect(desk.requests("import_remap")).toHaveLength(1));
    expect(desk.requests("import_remap")[0]).toMatchObject({
      day_order: "day_first",
      decimal_mark: null,
      lists_every_sku: true,
    });
  });

  it("counts SKUs that go, says what could not be told, and writes all refused rows", async () => {
    const preview = importPreview({
      counts: { new: 0, changed: 0, unchanged: 5, removed: 3, refused: 25_003 },
      notes: ["2 refused rows do not say which SKU they are about."],
    });
    await open({
      import_open: preview,
      import_rows: { total: 10_000, rows: [] },
    });
    expect(await screen.findByTestId("filter-removed")).toHaveTextContent("3");
    expect(screen.getByTestId("import-note")).toHaveTextContent("2 refused rows");
    expect(screen.getByTestId("import-apply")).toHaveTextContent("Import 3 rows");
    expect(await screen.findByTestId("import-listed")).toHaveTextContent("10,000 of 25,003");
    await userEvent.click(screen.getByTestId("save-refused"));
    await waitFor(() =>
      expect(desk.requests("import_refused_export")).toEqual([
        { import_id: "import-1", path: "/home/mei/refused.csv" },
      ]),
    );
  });

  it("reads a campaign's fail report and leads back to where it was asked for", async () => {
    await open(
      { campaign_get: () => refuse({ kind: "bug", message: "none" }) },
      "/imports?target=fail_report&campaign=c-1&back=%2Fregistrations%2Fc-1",
    );
    expect(desk.requests("import_open")[0]?.target).toEqual({
      kind: "fail_report",
      campaign_id: "c-1",
    });
    await userEvent.click(await screen.findByTestId("import-apply"));
    await userEvent.click(await screen.findByTestId("import-go-on"));
    expect(screen.getByTestId("address")).toHaveTextContent("/registrations/c-1");
  });

  it("reads what another page brought along, once, and goes on to the registration", async () => {
    const target = { kind: "prefill", campaign_id: "c-9" } as const;
    show(
      {
        import_open: importPreview({ target }),
        campaign_get: campaign({ id: "c-9", name: "Cyber Monday" }),
        draft_open: draftHead(),
      },
      "/imports?target=prefill&campaign=c-9&back=%2Fcampaigns%2Fc-9",
      { files: ["/home/mei/prefill.xlsx"] },
    );
    await userEvent.click(await screen.findByTestId("import-apply"));
    expect(desk.requests("import_open")).toEqual([{ paths: ["/home/mei/prefill.xlsx"], target }]);
    expect(screen.getByTestId("address")).toHaveAttribute("data-brings", "null");
    expect(await screen.findByTestId("import-go-on")).toHaveTextContent("To the campaign");
    await userEvent.click(screen.getByTestId("import-register"));
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent(
        `/registrations/draft/${draftHead().line.id}?way=recommended`,
      ),
    );
    expect(desk.requests("draft_open")).toEqual([{ campaign_id: "c-9", again: [] }]);
    expect(desk.requests("import_open")).toHaveLength(1);
  });

  it("stops long work on demand and stays where it was", async () => {
    let stop: (() => void) | undefined;
    await open({
      import_apply: () =>
        new Promise((_, reject) => {
          stop = () => reject({ kind: "cancelled", message: "Stopped." });
        }),
      job_cancel: () => {
        stop?.();
        return {};
      },
    });
    await userEvent.click(await screen.findByTestId("import-apply"));
    expect(await screen.findByText("Storing the changes")).toBeVisible();
    await userEvent.click(screen.getByTestId("cancel-work"));
    expect(await screen.findByTestId("import-apply")).toBeEnabled();
  });

  it("lets go of the open import when other files are chosen", async () => {
    await open();
    await userEvent.click(await screen.findByTestId("import-leave"));
    expect(screen.getByTestId("choose-files")).toBeVisible();
    expect(desk.requests("import_close")).toEqual([{ import_id: "import-1" }]);
  });
});
