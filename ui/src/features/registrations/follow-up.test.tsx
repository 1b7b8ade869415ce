import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState, finding } from "../../bridge/samples";
import { draftRoom } from "../../testing/desk/drafts";
import {
  registeredProduct,
  registrationDetail,
  registrationRoom,
} from "../../testing/desk/registrations";
import { renderPage } from "../../testing/render-page";
import Registrations from ".";

let desk: FakeDesk;
afterEach(() => desk?.remove());

function open(address: string, answers: FakeAnswers = {}, others: Record<string, unknown> = {}) {
  desk = installFakeDesk(
    {
      ...draftRoom,
      ...registrationRoom,
      registration_page: { total: 3, rows: [0, 1, 2].map(registeredProduct) },
      desk_state: deskState(),
      history_state: { undo: null, redo: null },
      ...answers,
    },
    others,
  );
  renderPage(
    <Routes>
      <Route path="registrations/*" element={<Registrations />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
}

const product = registeredProduct(1).product_id;

describe("following up", () => {
  it("records the decision on all that is pending", async () => {
    open("/registrations/c-1");
    await userEvent.click(await screen.findByTestId("all-pending-approve"));
    await waitFor(() =>
      expect(desk.requests("registration_decide")).toEqual([
        { campaign_id: "c-1", product_ids: null, verdict: { kind: "approved" } },
      ]),
    );
  });

  it("shows one state at a time, counted by the desk", async () => {
    open("/registrations/c-1");
    await userEvent.click(await screen.findByTestId("filter-rejected"));
    await waitFor(() =>
      expect(desk.requests("registration_page").at(-1)).toMatchObject({
        state: "rejected",
        window: { offset: 0, limit: 50 },
      }),
    );
    expect(screen.getByTestId("filter-rejected")).toHaveTextContent("6");
  });

  it("registers a product in SKU error again", async () => {
    open("/registrations/c-1");
    await userEvent.click(await screen.findByTestId("register-again-1729384756102938474"));
    await waitFor(() =>
      expect(desk.requests("draft_open")).toEqual([
        { campaign_id: "c-1", again: ["1729384756102938474"] },
      ]),
    );
  });

  it("leads to the import of a fail report and back", async () => {
    open("/registrations/c-1");
    await userEvent.click(await screen.findByTestId("import-fail-report"));
    expect(screen.getByTestId("address")).toHaveTextContent(
      "/imports?target=fail_report&campaign=c-1&back=%2Fregistrations%2Fc-1",
    );
  });

  it("takes a recommended price", async () => {
    open("/registrations/c-1");
    await userEvent.click(await screen.findByTestId("select-17293847561055000"));
    await userEvent.click(screen.getByTestId("recommend-accept-selected"));
    await waitFor(() =>
      expect(desk.requests("recommendation_choose")).toEqual([
        {
          campaign_id: "c-1",
          sku_ids: ["17293847561055000"],
          choice: "accepted",
          price: null,
          acknowledged: [],
        },
      ]),
    );
  });

  it("takes a recommended price with a warning once that is answered", async () => {
    const warning = finding({ rule: "RG-22", grade: "warn", what: "Another price elsewhere." });
    open("/registrations/c-1", {
      recommendation_choose: ({ acknowledged }) =>
        acknowledged.includes("RG-22")
          ? { changed: 1 }
          : refuse({
              kind: "refused",
              findings: [warning],
              counts: { block: 0, warn: 1, info: 0, by_rule: [], by_field: [] },
              unacknowledged: ["RG-22"],
            }),
    });
    await userEvent.click(await screen.findByTestId("select-17293847561055000"));
    await userEvent.click(screen.getByTestId("recommend-accept-selected"));
    expect(await screen.findByText(/Another price elsewhere/)).toBeVisible();
    expect(screen.getByTestId("recommend-go-on")).toBeDisabled();
    await userEvent.click(screen.getByTestId("acknowledge-RG-22"));
    await userEvent.click(screen.getByTestId("recommend-go-on"));
    await waitFor(() =>
      expect(
        desk.requests("recommendation_choose").map(({ acknowledged }) => acknowledged),
      ).toEqual([[], ["RG-22"]]),
    );
    await waitFor(() => expect(screen.queryAllByTestId("recommend-refused").length).toBe(0));
  });
});

describe("a registered product", () => {
  const address = `/registrations/c-1?product=${product}`;

  it("checks a new price while it is typed and refuses to send what is refused", async () => {
    open(address);
    const wanted = await screen.findByTestId("wanted-price-17293847561055000");
    await userEvent.type(wanted, "21.00");
    expect(
      await screen.findByText("A price can only be lowered once it is registered."),
    ).toBeVisible();
    expect(screen.getByTestId("price-edit-send")).toBeDisabled();
    await userEvent.clear(wanted);
    await userEvent.type(wanted, "17.55");
    await waitFor(() => expect(screen.getByTestId("price-edit-send")).toBeEnabled());
    await userEvent.click(screen.getByTestId("price-edit-send"));
    await waitFor(() =>
      expect(desk.requests("price_edit_request")).toEqual([
        {
          campaign_id: "c-1",
          product_id: registrationDetail().product.product_id,
          prices: [{ sku_id: "17293847561055000", price: "17.55 USD" }],
          acknowledged: [],
        },
      ]),
    );
  });

  it("says why its prices cannot be edited and offers no field then", async () => {
    const why = finding({ rule: "RG-17", what: "The subsidy is applied." });
    open(address, { registration_get: registrationDetail({ cannot_edit: [why] }) });
    expect(await screen.findByTestId("cannot-edit")).toHaveTextContent("The subsidy is applied.");
    expect(screen.queryByTestId("price-edit-send")).toBeNull();
  });

  it("records the decision on a price request", async () => {
    open(address);
    await userEvent.click(await screen.findByTestId("price-edit-edit-1-approve"));
    await waitFor(() =>
      expect(desk.requests("price_edit_decide")).toEqual([
        { id: "edit-1", verdict: { kind: "approved" } },
      ]),
    );
  });
});

describe("exporting", () => {
  it("fills the seller's own workbook after it was chosen", async () => {
    open(
      "/registrations/c-1?export=1",
      {},
      { window_pick_files: ["/home/mei/prefill.xlsx"], window_pick_save: "/home/mei/out.xlsx" },
    );
    await userEvent.click(await screen.findByTestId("format-prefill"));
    expect(screen.getByTestId("export-save")).toBeDisabled();
    await userEvent.click(screen.getByTestId("export-source"));
    expect(await screen.findByText("prefill.xlsx")).toBeVisible();
    await userEvent.click(screen.getByTestId("export-save"));
    expect(await screen.findByTestId("export-done")).toHaveTextContent("/home/mei/out.xlsx");
    expect(desk.requests("export_registrations")).toEqual([
      {
        campaign_id: "c-1",
        format: { kind: "prefill", source: "/home/mei/prefill.xlsx" },
        path: "/home/mei/out.xlsx",
      },
    ]);
  });
});
