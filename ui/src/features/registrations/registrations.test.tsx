import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { DraftStep, GridRow, PlanView } from "../../bridge";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState, finding } from "../../bridge/samples";
import type { PriceGridProps } from "../../kit/price-grid";
import {
  cleanSummary,
  draftCampaign,
  draftHead,
  draftLine,
  draftRoom,
  draftSummary,
  gridRow,
  plan,
  submitted,
} from "../../testing/desk/drafts";
import { campaignLine, registrationRoom } from "../../testing/desk/registrations";
import { renderPage } from "../../testing/render-page";
import Registrations from ".";

// The spreadsheet draws on a real screen only; its own tests stand beside it. Here it is a button that edits.
vi.mock("../../kit/price-grid", async (original) => ({
  ...(await original<typeof import("../../kit/price-grid")>()),
  PriceGrid: ({ onEdit }: PriceGridProps<GridRow>) => (
    <button
      type="button"
      data-testid="price-grid"
      onClick={() =>
        void onEdit?.(
          [
            { rowId: "sku-1", column: "campaign_price", text: "12.00" },
            { rowId: "sku-2", column: "campaign_price", text: "abc" },
          ],
          "paste",
        )
      }
    >
      paste
    </button>
  ),
}));

let desk: FakeDesk;
afterEach(() => desk?.remove());

/** A few rows of each page are enough to look at. */
const fewRows: FakeAnswers = {
  draft_candidates: async (request) => {
    const answer = draftRoom.draft_candidates;
    const page = typeof answer === "function" ? await answer(request, "en") : answer;
    return { total: page?.total ?? 0, rows: page?.rows.slice(0, 3) ?? [] };
  },
  draft_rows: ({ window }) => ({
    total: 360,
    rows: [gridRow(window.offset), gridRow(window.offset + 1)],
  }),
};

function open(address: string, answers: FakeAnswers = {}) {
  desk = installFakeDesk({
    ...draftRoom,
    ...registrationRoom,
    ...fewRows,
    desk_state: deskState(),
    history_state: { undo: null, redo: null },
    ...answers,
  });
  renderPage(
    <Routes>
      <Route path="registrations/*" element={<Registrations />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
}

const wizard = "/registrations/draft/d-1";
const at = (step: DraftStep, summary = draftSummary()) =>
  draftHead({ line: { ...draftLine, step }, summary });

describe("the list of registrations", () => {
  it("shows campaigns with their products by state and continues a draft", async () => {
    open("/registrations");
    const table = await screen.findByTestId("campaign-table");
    expect(within(table).getByText("214")).toBeVisible();
    await userEvent.click(screen.getByTestId("continue-draft-d-1"));
    expect(screen.getByTestId("address")).toHaveTextContent(wizard);
  });

  it("begins a draft from a campaign", async () => {
    open("/registrations");
    await userEvent.click(await screen.findByTestId("register-c-2"));
    await waitFor(() =>
      expect(desk.requests("draft_open")).toEqual([{ campaign_id: "c-2", again: [] }]),
    );
    await waitFor(() => expect(screen.getByTestId("address")).toHaveTextContent(wizard));
  });

  it("asks before a draft is deleted", async () => {
    open("/registrations");
    await userEvent.click(await screen.findByTestId("delete-draft-d-1"));
    expect(desk.requests("draft_delete")).toEqual([]);
    await userEvent.click(await screen.findByTestId("confirm-yes"));
    await waitFor(() => expect(desk.requests("draft_delete")).toEqual([{ draft_id: "d-1" }]));
  });

  it("says what to do where there is no campaign", async () => {
    open("/registrations", { campaign_list: { campaigns: [] } });
    await userEvent.click(await screen.findByTestId("to-campaigns"));
    expect(screen.getByTestId("address")).toHaveTextContent("/campaigns");
  });
});

describe("choosing products", () => {
  it("brings in the selected ones, or all that match the search", async () => {
    open(wizard);
    const table = await screen.findByTestId("candidate-table");
    const [, first, second] = within(table).getAllByRole("checkbox");
    if (first && second) {
      await userEvent.click(first);
      await userEvent.click(second);
    }
    await userEvent.click(screen.getByTestId("add-selected"));
    await userEvent.type(screen.getByTestId("candidate-search"), "mug");
    await waitFor(() =>
      expect(desk.requests("draft_candidates").at(-1)?.filter.search).toBe("mug"),
    );
    await userEvent.click(screen.getByTestId("add-matching"));
    await waitFor(() => expect(desk.requests("draft_products")).toHaveLength(2));
    expect(desk.requests("draft_products").map(({ choice }) => choice)).toEqual([
      { kind: "ids", product_ids: ["1729384756102938471", "1729384756102938472"] },
      {
        kind: "matching",
        filter: { search: "mug", only_recommended: false, only_missing: true },
      },
    ]);
  });

  it("takes pasted ids as they are, and says which is unknown", async () => {
    open(wizard);
    await userEvent.click(await screen.findByTestId("way-ids"));
    await userEvent.click(screen.getByTestId("paste-ids"));
    await userEvent.paste("111\n222,333\t222；");
    await userEvent.click(screen.getByTestId("add-pasted"));
    expect(await screen.findByTestId("products-unknown")).toHaveTextContent("333");
    expect(screen.getByTestId("paste-ids")).toHaveValue("");
    await userEvent.click(screen.getByTestId("paste-ids"));
    await userEvent.paste("444");
    await userEvent.click(screen.getByTestId("add-pasted"));
    await waitFor(() => expect(screen.queryByTestId("paste-ids")).toBeNull());
    expect(desk.requests("draft_products").map(({ choice }) => choice)).toEqual([
      { kind: "pasted", text: "111\n222,333\t222；" },
      { kind: "pasted", text: "444" },
    ]);
  });

  it("keeps pasted ids that could not be taken", async () => {
    open(wizard, {
      draft_products: () => refuse({ kind: "storage", message: "Full.", remedy: "Make room." }),
    });
    await userEvent.click(await screen.findByTestId("way-ids"));
    await userEvent.click(screen.getByTestId("paste-ids"));
    await userEvent.paste("111");
    await userEvent.click(screen.getByTestId("add-pasted"));
    expect(await screen.findByTestId("paste-problem")).toHaveTextContent("Full. Make room.");
    expect(screen.getByTestId("paste-ids")).toHaveValue("111");
  });

  it("takes SKUs in again that were left out", async () => {
    open(wizard);
    await userEvent.click(await screen.findByTestId("way-chosen"));
    const table = await screen.findByTestId("left-out-table");
    expect(table).toHaveTextContent("Sage");
    expect(table).toHaveTextContent("$12.34");
    expect(screen.getByTestId("take-in")).toBeDisabled();
    await userEvent.click(within(table).getByRole("checkbox", { name: /172939000000009901/ }));
    await userEvent.click(screen.getByTestId("take-in"));
    await waitFor(() =>
      expect(desk.requests("draft_skus")).toEqual([
        { draft_id: "d-1", sku_ids: ["172939000000009901"], include: true },
      ]),
    );
  });

  it("registers a campaign coupon beside those that are registered", async () => {
    open(wizard);
    await userEvent.click(await screen.findByTestId("coupon-coupon-2"));
    await waitFor(() =>
      expect(desk.requests("draft_coupons")).toEqual([
        { draft_id: "d-1", coupon_ids: ["coupon-1", "coupon-2"] },
      ]),
    );
  });
});

describe("the wizard", () => {
  it("opens where it was left and remembers where it goes", async () => {
    open(wizard, { draft_get: at("extra_discounts") });
    expect(await screen.findByTestId("extra-discount")).toBeVisible();
    await userEvent.click(screen.getByTestId("wizard-next"));
    await waitFor(() =>
      expect(desk.requests("draft_set_step")).toEqual([{ draft_id: "d-1", step: "review" }]),
    );
    expect(screen.getByTestId("wizard")).toHaveAttribute("data-step", "review");
  });

  it("has no page of extra discounts where the campaign offers none", async () => {
    open(wizard, {
      draft_get: draftHead({ campaign: draftCampaign({ extra_discount_minimum: null }) }),
    });
    expect(await screen.findByTestId("step-review")).toBeVisible();
    expect(screen.queryByTestId("step-extra_discounts")).toBeNull();
  });

  it("sends a pasted block in one call and says what could not be read", async () => {
    open(wizard, { draft_get: at("prices") });
    await userEvent.click(await screen.findByTestId("price-grid"));
    expect(await screen.findByText(/1 cell could not be read/)).toBeVisible();
    expect(desk.requests("draft_edit_cells")).toEqual([
      {
        draft_id: "d-1",
        cells: [
          { sku_id: "sku-1", column: "campaign_price", text: "12.00" },
          { sku_id: "sku-2", column: "campaign_price", text: "abc" },
        ],
      },
    ]);
  });

  it("fills prices after showing what would change and what is left", async () => {
    open(wizard, { draft_get: at("prices") });
    await userEvent.click(await screen.findByTestId("open-fill"));
    expect(screen.getByTestId("fill-apply")).toBeDisabled();
    await userEvent.type(await screen.findByTestId("fill-percent"), "10");
    expect(await screen.findByTestId("change-left")).toHaveTextContent(
      "20: 10% off is still above the lowest price of 30 days.",
    );
    expect(screen.getByTestId("change-notes")).toHaveTextContent(
      /^7 of them leave less than the wanted margin on the worst order\.$/,
    );
    await userEvent.click(screen.getByTestId("fill-only-empty"));
    await waitFor(() => expect(screen.getByTestId("fill-apply")).toBeEnabled());
    await userEvent.click(screen.getByTestId("fill-apply"));
    await waitFor(() =>
      expect(desk.requests("draft_fill").filter(({ preview }) => !preview)).toMatchObject([
        {
          strategy: { kind: "percent_off", percent: "10" },
          rounding: { kind: "minor_unit" },
          only_empty: true,
          fit: false,
        },
      ]),
    );
  });

  it("repairs the findings of the rule that is shown", async () => {
    open(wizard, { draft_get: at("prices") });
    const rules = await screen.findByTestId("rule-filters");
    await userEvent.click(within(rules).getByTestId("filter-RG-02"));
    await userEvent.click(screen.getByTestId("open-repair"));
    expect(await screen.findByTestId("change-headline")).toHaveTextContent("44 findings");
    await userEvent.click(screen.getByTestId("repair-apply"));
    await waitFor(() =>
      expect(desk.requests("draft_repair").filter(({ preview }) => !preview)).toMatchObject([
        { rules: ["RG-02"], filter: { rule: "RG-02" } },
      ]),
    );
  });

  it("sets an extra discount for all products", async () => {
    open(wizard, { draft_get: at("extra_discounts") });
    await userEvent.type(await screen.findByTestId("extra-discount"), "7.5");
    await userEvent.click(screen.getByTestId("extra-apply"));
    await waitFor(() =>
      expect(desk.requests("draft_extra_discount")).toEqual([
        { draft_id: "d-1", product_ids: null, extra_discount: "7.5" },
      ]),
    );
  });
});

describe("the plan's money", () => {
  const money = (part: string) => screen.findByTestId(`plan-line-${part}`);
  const unknownCosts: PlanView = {
    ...plan,
    margin: null,
    margin_percent: null,
    margin_at_retail: null,
    margin_change: null,
    skus_without_cost: 360,
  };

  it("stands beside the grid: payout, margin now and at retail prices, the change", async () => {
    open(wizard, { draft_get: at("prices") });
    await money("note");
    expect(await money("payout")).toHaveTextContent("$80,638.82");
    expect(await money("margin")).toHaveTextContent("$28,438.82 (20.8%)");
    expect(await money("retail")).toHaveTextContent("$58,100.00");
    expect(await money("change")).toHaveTextContent("-$29,661.18");
    expect(await money("note")).toHaveTextContent("Without 40 SKUs whose unit cost is unknown.");
    expect(desk.requests("draft_plan")).toEqual([{ draft_id: "d-1", risk_scenario: false }]);
  });

  it("is asked once when edits rest, and an edit does not wait for it", async () => {
    open(wizard, { draft_get: at("prices") });
    await money("note");
    desk.answer({ draft_plan: { ...plan, payout: "1.00 USD" } });
    await userEvent.click(screen.getByTestId("price-grid"));
    await userEvent.click(screen.getByTestId("price-grid"));
    await waitFor(() => expect(desk.requests("draft_edit_cells")).toHaveLength(2));
    expect(screen.getByTestId("plan-line")).toHaveAttribute("aria-busy", "true");
    expect(desk.requests("draft_plan")).toHaveLength(1);
    await waitFor(() => expect(screen.getByTestId("plan-line-payout")).toHaveTextContent("$1.00"));
    expect(desk.requests("draft_plan")).toHaveLength(2);
  });

  it("says why a margin is unknown instead of naming a figure", async () => {
    open(wizard, { draft_get: at("prices"), draft_plan: unknownCosts });
    expect(await money("note")).toHaveTextContent(
      "All 360 SKUs that have a price and a stock lack a unit cost.",
    );
    expect(await money("margin")).toHaveTextContent(/–$/);
    expect(await money("change")).toHaveTextContent(/–$/);
    expect(await money("payout")).toHaveTextContent("$80,638.82");
  });

  it("is unknown on the review, too", async () => {
    open(wizard, { draft_get: at("review"), draft_plan: unknownCosts });
    const figure = await screen.findByTestId("plan-margin");
    expect(figure).toHaveTextContent(
      "–All 360 SKUs that have a price and a stock lack a unit cost.",
    );
    expect(screen.getByTestId("plan-margin-retail")).toHaveTextContent(/–$/);
    expect(screen.getByTestId("plan-worst")).toHaveTextContent(
      "the customer pays $10.01, after cost -$7.24",
    );
  });

  it("says that nothing is counted while no SKU has a price and a stock", async () => {
    open(wizard, {
      draft_get: at("prices"),
      draft_plan: { ...unknownCosts, units: 0, payout: "0.00 USD", skus_without_cost: 0 },
    });
    expect(await money("note")).toHaveTextContent("No SKU has a price and a stock yet.");
  });

  it("names what the desk lacks to count it", async () => {
    open(wizard, {
      draft_get: at("prices"),
      draft_plan: () =>
        refuse({
          kind: "invalid",
          field: "fee_policy",
          message: "The service fee is unknown.",
          remedy: "Complete the campaign's terms.",
        }),
    });
    expect(await screen.findByTestId("plan-line-failed")).toHaveTextContent(
      "The money cannot be shown: The service fee is unknown. Complete the campaign's terms.",
    );
  });
});

describe("submitting", () => {
  it("waits for every warning to be answered and sends the ids along", async () => {
    open(wizard, { draft_get: at("review", cleanSummary) });
    expect(await screen.findByTestId("wizard-finish")).toBeDisabled();
    const box = await screen.findByTestId("acknowledge-RG-13");
    expect(screen.getByTestId("acknowledge")).toHaveTextContent("17 times");
    await userEvent.click(box);
    await userEvent.click(screen.getByTestId("wizard-finish"));
    expect(await screen.findByTestId("submitted-summary-units")).toHaveTextContent("7,200");
    expect(desk.requests("draft_submit")).toEqual([{ draft_id: "d-1", acknowledged: ["RG-13"] }]);
    await userEvent.click(screen.getByTestId("to-export"));
    expect(screen.getByTestId("address")).toHaveTextContent("/registrations/c-1?export=1");
  });

  it("shows every finding of a refusal and leads back to the prices", async () => {
    const clean = { ...cleanSummary, counts: { ...cleanSummary.counts, warn: 0, by_rule: [] } };
    open(wizard, {
      draft_get: at("review", clean),
      draft_submit: () =>
        refuse({
          kind: "refused",
          findings: [finding(), finding({ rule: "RG-04", what: "Not below the retail price." })],
          counts: { block: 2, warn: 0, info: 0, by_rule: [], by_field: [] },
          unacknowledged: [],
        }),
    });
    await userEvent.click(await screen.findByTestId("wizard-finish"));
    expect(await screen.findByTestId("submit-refused")).toHaveTextContent("2 findings");
    expect(screen.getByTestId("refused-findings")).toHaveTextContent("Not below the retail price.");
    await userEvent.click(screen.getByTestId("back-to-prices"));
    expect(screen.getByTestId("wizard")).toHaveAttribute("data-step", "prices");
  });

  it("forgets a refusal when the seller goes to another step, by the button or the rail", async () => {
    const clean = { ...cleanSummary, counts: { ...cleanSummary.counts, warn: 0, by_rule: [] } };
    open(wizard, {
      draft_get: at("review", clean),
      draft_submit: () =>
        refuse({
          kind: "refused",
          findings: [finding()],
          counts: { block: 1, warn: 0, info: 0, by_rule: [], by_field: [] },
          unacknowledged: [],
        }),
    });
    for (const way of ["back-to-prices", "step-products"]) {
      await userEvent.click(await screen.findByTestId("wizard-finish"));
      expect(await screen.findByTestId("submit-refused")).toBeVisible();
      await userEvent.click(screen.getByTestId(way));
      await userEvent.click(screen.getByTestId("step-review"));
      expect(await screen.findByTestId("wizard-finish")).toBeEnabled();
      expect(screen.queryByTestId("submit-refused")).toBeNull();
      expect(screen.queryByTestId("refused-findings")).toBeNull();
    }
  });

  it("opens the proposed campaign's draft with the products of this submission", async () => {
    const line = {
      product_id: "",
      title: "",
      tier: "regular",
      state: { kind: "pending" },
    } as const;
    const product = { ...line, skus: 1, price_from: null, price_to: null, open_requests: 0 };
    open(wizard, {
      draft_get: at("review", { ...cleanSummary, counts: { ...cleanSummary.counts, by_rule: [] } }),
      draft_submit: { ...submitted, proposals: [campaignLine({ id: "c-9", name: "Next" })] },
      registration_page: {
        total: 2,
        rows: [
          { product_id: "1", submitted_at: submitted.submitted_at },
          { product_id: "2", submitted_at: "2026-11-01T00:00:00Z" },
        ].map((one) => ({
          ...product,
          ...one,
          days_to_register_again: null,
          can_register_again: false,
        })),
      },
    });
    await userEvent.click(await screen.findByTestId("wizard-finish"));
    await userEvent.click(await screen.findByTestId("propose-c-9"));
    await waitFor(() =>
      expect(desk.requests("draft_open")).toEqual([{ campaign_id: "c-9", again: ["1"] }]),
    );
  });
});
