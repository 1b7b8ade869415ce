import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState } from "../../bridge/samples";
import { affiliateRoom, joinDraft, joinForm, partnerFinding } from "../../testing/desk/affiliate";
import { renderPage } from "../../testing/render-page";
import Affiliate from ".";

let desk: FakeDesk;
beforeEach(() => localStorage.clear());
afterEach(() => desk?.remove());

function open(address: string, answers: FakeAnswers = {}) {
  desk = installFakeDesk({
    ...affiliateRoom,
    desk_state: deskState(),
    history_state: { undo: null, redo: null },
    ...answers,
  });
  renderPage(
    <Routes>
      <Route path="affiliate/*" element={<Affiliate />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
}

const counts = { block: 1, warn: 0, info: 0, by_rule: [], by_field: [] };

describe("agencies' campaigns", () => {
  it("show the time left and what keeps the shop out", async () => {
    open("/affiliate");
    expect(await screen.findByTestId("stage-a-1")).toHaveTextContent("Open");
    expect(screen.getAllByText("2 days 15 h left to register")).toHaveLength(2);
    expect(screen.getByTestId("obstacle-a-2")).toHaveTextContent("your shop is not among them");
  });

  it("lead into the wizard", async () => {
    open("/affiliate");
    await userEvent.click(await screen.findByTestId("join-a-1"));
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent("/affiliate/join/a-1"),
    );
  });
});

describe("joining", () => {
  it("takes all products that a filter finds without sending their rows", async () => {
    open("/affiliate/join/a-1");
    await userEvent.click(await screen.findByTestId("picker-add-all"));
    await waitFor(() =>
      expect(desk.requests("partner_products")).toEqual([
        {
          campaign_id: "a-1",
          products: ["1001"],
          choice: {
            kind: "matching",
            filter: { search: "", only: "not_named", category: null, status: "active" },
          },
          include: true,
        },
      ]),
    );
    expect(await screen.findByTestId("picker-report")).toHaveTextContent("1 product changed");
    const asked = desk.requests("partner_candidates");
    expect(asked.every(({ window }) => window.limit === 50)).toBe(true);
  });

  it("narrows the products by category and by whether they are on sale", async () => {
    open("/affiliate/join/a-1");
    const category = await screen.findByTestId("candidate-category");
    await userEvent.click(within(category).getByRole("combobox"));
    await userEvent.click(await screen.findByTitle("Lamps (40)"));
    await userEvent.click(screen.getByTestId("filter-inactive"));
    await waitFor(() =>
      expect(desk.requests("partner_candidates").at(-1)?.filter).toEqual({
        search: "",
        only: "not_named",
        category: "Lamps",
        status: "inactive",
      }),
    );
  });

  it("takes pasted ids and says which words are in no catalogue", async () => {
    const answer = { products: ["111"], changed: 1, unchanged: 0, passed_over: 0 };
    open("/affiliate/join/a-1", {
      partner_products: { ...answer, unknown: ["abc", "x-1"], unknown_count: 2 },
    });
    await screen.findByTestId("picker-table");
    await userEvent.click(screen.getByTestId("way-paste"));
    await userEvent.type(screen.getByTestId("paste-ids"), "111 abc x-1");
    await userEvent.click(screen.getByTestId("add-pasted"));
    expect(await screen.findByTestId("products-unknown")).toHaveTextContent("abc, x-1");
    expect(screen.getByTestId("paste-ids")).toHaveValue("");
    expect(desk.requests("partner_products").at(-1)?.choice).toEqual({
      kind: "pasted",
      text: "111 abc x-1",
    });
  });

  it("is submitted once the samples are acknowledged", async () => {
    open("/affiliate/join/a-1", {
      partner_join_submit: { line: affiliateLine(), contact: null, submitted_at: null },
    });
    await screen.findByTestId("picker-table");
    await userEvent.click(screen.getByTestId("step-review"));
    expect(await screen.findByTestId("outlook-table")).toHaveTextContent("$7.80");
    await userEvent.click(screen.getByText("Travel mug"));
    expect(await screen.findByTestId("sale-2001-affiliate_commission")).toHaveTextContent("$4.00");
    expect(screen.getByTestId("sale-2001-left")).toHaveTextContent("nothing left at 59.02%");
    await userEvent.keyboard("{Escape}");
    expect(screen.getByTestId("wizard-finish")).toBeDisabled();
    await userEvent.click(screen.getByTestId("acknowledge-AF-06"));
    await waitFor(() => expect(screen.getByTestId("wizard-finish")).toBeEnabled());
    await userEvent.click(screen.getByTestId("wizard-finish"));
    await waitFor(() =>
      expect(desk.requests("partner_join_submit")[0]?.acknowledged).toEqual(["AF-06"]),
    );
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent("/affiliate/joined?campaign=a-1"),
    );
  });

  it("shows a rate that is too low beside its field and repairs it", async () => {
    open("/affiliate/join/a-1", {
      partner_join_repair: { ...joinForm, draft: { ...joinDraft, rate: "15" } },
      partner_join_check: {
        findings: [partnerFinding()],
        counts,
        passes: false,
        promised: {
          samples: 0,
          known_products: 0,
          unknown_products: 0,
          at_least: "0.00 USD",
          at_most: "0.00 USD",
        },
        consequences: [],
      },
    });
    await screen.findByTestId("picker-table");
    await userEvent.click(screen.getByTestId("step-terms"));
    const rate = (await screen.findByTestId("join-rate")).closest(".pd-field") as HTMLElement;
    await waitFor(() => expect(rate).toHaveTextContent("the partner asks for 15 %"));
    await userEvent.click(within(rate).getByTestId("repair-AF-05"));
    await waitFor(() =>
      expect(desk.requests("partner_join_repair")[0]?.repair).toEqual({
        kind: "steps",
        changes: [{ field: "rate", to: "15" }],
      }),
    );
    await userEvent.click(screen.getByTestId("step-review"));
    expect(screen.getByTestId("wizard-finish")).toBeDisabled();
  });
});

function affiliateLine() {
  const page = affiliateRoom.partner_campaign_page;
  if (typeof page !== "object") throw new Error("a page of campaigns");
  const [line] = page.rows;
  if (!line) throw new Error("a campaign");
  return line;
}

describe("what joined", () => {
  it("offers only what every chosen product can become", async () => {
    open("/affiliate/joined");
    await choose("1001");
    expect(await screen.findByTestId("act-approved")).toBeVisible();
    expect(screen.getByTestId("act-rate")).toBeVisible();
    await choose("1002");
    await waitFor(() => expect(screen.queryByTestId("act-approved")).toBeNull());
    expect(screen.queryByTestId("act-rate")).toBeNull();
    expect(screen.getByTestId("again-1003")).toBeVisible();
  });

  it("decides on everything in one state of a campaign at once", async () => {
    open("/affiliate/joined?campaign=a-1");
    await screen.findByTestId("joined-table");
    expect(screen.queryByTestId("joined-choose-all")).toBeNull();
    await userEvent.click(screen.getByTestId("filter-pending"));
    await userEvent.click(await screen.findByTestId("joined-choose-all"));
    await userEvent.click(await screen.findByTestId("act-approved"));
    await waitFor(() =>
      expect(desk.requests("partner_product_decide").at(-1)).toEqual({
        campaign_id: "a-1",
        which: { kind: "in_state", state: "pending" },
        to: "approved",
        reason: "",
      }),
    );
  });

  it("tells what happened to a product", async () => {
    open("/affiliate/joined");
    await userEvent.click(await screen.findByText("Product 1002"));
    const events = await screen.findByTestId("joined-events");
    expect(events).toHaveTextContent(/Approved.*Submitted at 20 % with 5 samples/);
  });

  it("edits samples, acknowledging what they cost", async () => {
    let refusedOnce = false;
    open("/affiliate/joined", {
      partner_product_samples: ({ acknowledged }) => {
        if (acknowledged.includes("AF-06")) return { changed: 1 };
        refusedOnce = true;
        return refuse({
          kind: "refused",
          findings: [{ ...partnerFinding({ rule: "AF-06", grade: "warn", field: "samples" }) }],
          counts: { ...counts, block: 0, warn: 1 },
          unacknowledged: ["AF-06"],
        });
      },
    });
    await choose("1002");
    await userEvent.click(await screen.findByTestId("act-samples"));
    const field = await screen.findByTestId("act-value");
    await userEvent.clear(field);
    await userEvent.type(field, "9");
    await userEvent.click(screen.getByTestId("act-save"));
    await userEvent.click(await screen.findByTestId("acknowledge-AF-06"));
    expect(refusedOnce).toBe(true);
    await userEvent.click(screen.getByTestId("act-save"));
    await waitFor(() =>
      expect(desk.requests("partner_product_samples").at(-1)).toEqual({
        campaign_id: "a-1",
        which: { kind: "ids", product_ids: ["1002"] },
        samples: "9",
        acknowledged: ["AF-06"],
      }),
    );
  });
});

async function choose(product: string) {
  const table = await screen.findByTestId("joined-table");
  const row = table.querySelector(`[data-row="a-1 ${product}"]`) as HTMLElement;
  await userEvent.click(within(row).getByRole("checkbox"));
}

describe("one's own campaigns", () => {
  it("are listed with the partners that joined", async () => {
    open("/affiliate/seller");
    expect(await screen.findByTestId("own-o-1")).toHaveTextContent("Creators wanted");
    expect(screen.getByText("2 selected partners")).toBeVisible();
  });

  it("are published from the wizard", async () => {
    open("/affiliate/seller/new", {
      own_campaign_publish: () =>
        refuse({ kind: "outdated", message: "Creators wanted is published already." }),
    });
    await userEvent.type(await screen.findByTestId("own-title"), "Creators wanted");
    await userEvent.click(screen.getByTestId("step-products"));
    await waitFor(() => expect(screen.getByTestId("wizard-finish")).toBeEnabled());
    await userEvent.click(screen.getByTestId("wizard-finish"));
    await waitFor(() =>
      expect(desk.requests("own_campaign_publish")[0]?.draft.title).toBe("Creators wanted"),
    );
    expect(await screen.findByText("Creators wanted is published already.")).toBeVisible();
  });
});
