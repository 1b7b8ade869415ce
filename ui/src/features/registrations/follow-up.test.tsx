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
  skuErrorLine,
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

function decidedAt(): HTMLInputElement {
  const input = screen.getByTestId("decided-at").querySelector("input");
  if (!input) throw new Error("there is no field for the time");
  return input;
}

const inError = ["1", "2"].map((product_id) => skuErrorLine({ product_id }));
const asked = skuErrorLine({
  product_id: "3",
  withdrawal: {
    id: "out-7",
    scope: "product",
    products: 2,
    request: {
      requested_at: "2026-11-20T16:12:00Z",
      decided_at: null,
      decision: { kind: "open" },
    },
  },
});

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

  it("withdraws what is in SKU error, one by one or all at once, and not what is asked for", async () => {
    open("/registrations/c-1", { sku_errors: { errors: [...inError, asked] } });
    expect(await screen.findByTestId("withdraw-all-in-error")).toHaveTextContent(
      "Withdraw 2 products",
    );
    expect(screen.getByTestId("withdraw-all-in-error")).toHaveClass("ant-btn-primary");
    expect(screen.queryByTestId("register-all-again")).toBeNull();
    expect(screen.queryByTestId("withdraw-3")).toBeNull();
    await userEvent.click(screen.getByTestId("withdraw-1"));
    await userEvent.click(await screen.findByTestId("withdraw-confirm"));
    const withdrawal = { campaign_id: "c-1", scope: "product" };
    await waitFor(() =>
      expect(desk.requests("withdrawal_request")).toEqual([{ ...withdrawal, product_ids: ["1"] }]),
    );
    await waitFor(() => expect(screen.queryByTestId("withdraw-confirm")).toBeNull());
    await userEvent.click(screen.getByTestId("withdraw-all-in-error"));
    await userEvent.click(await screen.findByTestId("withdraw-confirm"));
    await waitFor(() =>
      expect(desk.requests("withdrawal_request").at(-1)).toEqual({
        ...withdrawal,
        product_ids: ["1", "2"],
      }),
    );
  });

  it("names a decision by what is withdrawn and how many products it covers", async () => {
    const request = asked.withdrawal;
    if (!request) throw new Error("nothing is asked for");
    const line = (product_id: string, changes: Partial<typeof request>) => ({
      ...asked,
      product_id,
      title: "Hoodie",
      withdrawal: { ...request, ...changes },
    });
    const errors = [
      line("3", { products: 1 }),
      line("4", { products: 2 }),
      line("5", { scope: "campaign", products: 1200 }),
    ];
    open("/registrations/c-1", { sku_errors: { errors } });
    const named = async (id: string) =>
      (await screen.findByTestId(`in-error-${id}-approve`)).getAttribute("aria-label");
    expect(await named("3")).toBe("Record as approved: Withdraw from the campaign: Hoodie");
    expect(await named("4")).toBe("Record as approved: Withdraw from the campaign: 2 products");
    const everything = "Withdraw everything from the campaign: 1,200 products";
    expect(await named("5")).toBe(`Record as approved: ${everything}`);
    await userEvent.click(screen.getByTestId("in-error-5-reject"));
    expect(await screen.findByText(`Record as rejected: ${everything}`)).toBeVisible();
  });

  it("offers to register again what an approved withdrawal took out, and what can come back", async () => {
    let errors = [asked, { ...asked, product_id: "4", days_left: -1 }];
    open("/registrations/c-1", {
      sku_errors: () => ({ errors }),
      withdrawal_decide: () => {
        errors = [];
        return { changed: 2 };
      },
    });
    await userEvent.click(await screen.findByTestId("in-error-3-approve"));
    await userEvent.click(await screen.findByTestId("decide-confirm"));
    expect(await screen.findByTestId("out-again")).toHaveTextContent("1 product is withdrawn");
    await waitFor(() => expect(screen.queryByTestId("sku-errors")).toBeNull());
    expect(desk.requests("withdrawal_decide")).toEqual([
      { id: "out-7", verdict: { kind: "approved" }, decided_at: null },
    ]);
    await userEvent.click(screen.getByTestId("register-all-again"));
    await waitFor(() =>
      expect(desk.requests("draft_open")).toEqual([{ campaign_id: "c-1", again: ["3"] }]),
    );
  });

  it("registers selected products again, those that the desk lets back in", async () => {
    const rows = [1, 2, 4].map(registeredProduct);
    open("/registrations/c-1", { registration_page: { total: 3, rows } });
    await userEvent.click(await screen.findByTestId(`select-${rows[0]?.product_id}`));
    expect(screen.queryByTestId("register-selected-again")).toBeNull();
    await userEvent.click(screen.getByTestId(`select-${rows[1]?.product_id}`));
    await userEvent.click(await screen.findByTestId("register-selected-again"));
    await waitFor(() =>
      expect(desk.requests("draft_open")).toEqual([
        { campaign_id: "c-1", again: [rows[1]?.product_id] },
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

  it("is withdrawn while it is in SKU error and registered again once it is out", async () => {
    open(address, { registration_get: registrationDetail({ product: registeredProduct(3) }) });
    expect(await screen.findByTestId("withdraw-in-error")).toBeEnabled();
    expect(screen.queryByTestId("register-again")).toBeNull();
    await userEvent.click(screen.getByTestId("withdraw-in-error"));
    await userEvent.click(await screen.findByTestId("withdraw-confirm"));
    await waitFor(() =>
      expect(desk.requests("withdrawal_request")).toEqual([
        { campaign_id: "c-1", scope: "product", product_ids: [registeredProduct(3).product_id] },
      ]),
    );
  });

  it("comes back where the desk lets it", async () => {
    const out = registeredProduct(4);
    open(address, { registration_get: registrationDetail({ product: out }) });
    await userEvent.click(await screen.findByTestId("register-again"));
    await waitFor(() =>
      expect(desk.requests("draft_open")).toEqual([
        { campaign_id: "c-1", again: [out.product_id] },
      ]),
    );
  });

  it("offers no way back once the deadline has passed", async () => {
    const late = { ...registeredProduct(4), can_register_again: false };
    open(address, { registration_get: registrationDetail({ product: late }) });
    expect(await screen.findByTestId("withdrawals")).toBeVisible();
    expect(screen.queryByTestId("register-again")).toBeNull();
    expect(screen.queryByTestId("withdraw-in-error")).toBeNull();
  });

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

  it("records the decision on a price request, made now unless another time is typed", async () => {
    open(address);
    await userEvent.click(await screen.findByTestId("price-edit-edit-1-approve"));
    // The made-up desk's now, on the shop's clock.
    await waitFor(() => expect(decidedAt()).toHaveValue("2026-11-21 09:00"));
    await userEvent.click(screen.getByTestId("decide-confirm"));
    await waitFor(() =>
      expect(desk.requests("price_edit_decide")).toEqual([
        { id: "edit-1", verdict: { kind: "approved" }, decided_at: null },
      ]),
    );
  });

  it("records when the platform decided and shows beside the field why a time is refused", async () => {
    let refusals = 1;
    open(address, {
      price_edit_decide: () =>
        refusals-- > 0
          ? refuse({
              kind: "invalid",
              field: "decided_at",
              message: "The decision is before the request.",
              remedy: "Enter a later time.",
            })
          : { changed: 1 },
    });
    await userEvent.click(await screen.findByTestId("price-edit-edit-1-reject"));
    await userEvent.type(await screen.findByTestId("reject-reason"), " Too dear ");
    await userEvent.clear(decidedAt());
    await userEvent.type(decidedAt(), "2026-11-20 09:30{Enter}");
    await userEvent.click(screen.getByTestId("decide-confirm"));
    expect(await screen.findByTestId("field-problem")).toHaveTextContent(
      "The decision is before the request. Enter a later time.",
    );
    await userEvent.click(screen.getByTestId("decide-confirm"));
    const decided = {
      id: "edit-1",
      verdict: { kind: "rejected", reason: "Too dear" },
      decided_at: "2026-11-20T17:30:00Z",
    };
    await waitFor(() => expect(desk.requests("price_edit_decide")).toEqual([decided, decided]));
    await waitFor(() => expect(screen.queryByTestId("decide-confirm")).toBeNull());
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
