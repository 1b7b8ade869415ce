import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState } from "../../bridge/samples";
import {
  campaign,
  campaignRoom,
  prefillGlanced,
  smartPromotionNeeded,
} from "../../testing/desk/campaigns";
import { overview } from "../../testing/desk/overview";
import { renderPage } from "../../testing/render-page";
import Campaigns from ".";
import { campaignOf, choiceOf, emptyFields, newCoupon, requiredBy } from "./campaign-draft";

let desk: FakeDesk;
beforeEach(() => localStorage.clear());
afterEach(() => desk?.remove());

const workbook = "/home/mei/Downloads/prefill.xlsx";

function open(address = "/campaigns", answers: FakeAnswers = {}) {
  desk = installFakeDesk(
    {
      ...campaignRoom,
      desk_state: deskState(),
      history_state: { undo: null, redo: null },
      ...answers,
    },
    { window_pick_files: () => [workbook] },
  );
  renderPage(
    <Routes>
      <Route path="campaigns/*" element={<Campaigns />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
}

describe("campaigns", () => {
  it("tells why the shop is ineligible when the tag gets the focus", async () => {
    open("/campaigns", {
      campaign_list: {
        campaigns: overview.campaigns.map((line) => ({ ...line, draft_id: null })),
      },
    });
    const tag = await screen.findByTestId("eligibility-c-3");
    expect(tag).toHaveTextContent("Ineligible");
    expect(tag.closest("button")).toHaveAccessibleDescription(
      "Smart Promotion is required (SP-01).",
    );
    expect(screen.getByTestId("register-c-1")).toBeVisible();
    expect(screen.queryByTestId("register-c-3")).toBeNull();
  });

  it("leads an empty list to recording", async () => {
    open("/campaigns", { campaign_list: { campaigns: [] } });
    await userEvent.click(await screen.findByTestId("record-campaign"));
    await waitFor(() => expect(screen.getByTestId("address")).toHaveTextContent("/campaigns/new"));
  });

  it("shows every criterion and leads from the missing one to the enrolment and back", async () => {
    open("/campaigns/c-3");
    const missing = await screen.findByTestId("criterion-SP-01");
    expect(missing).toHaveAttribute("data-tick", "not_met");
    expect(missing).toHaveTextContent("Not enrolled");
    expect(screen.getAllByTestId(/^criterion-/)).toHaveLength(5);
    await userEvent.click(within(missing).getByTestId("way-smart-promotion"));
    expect(screen.getByTestId("address")).toHaveTextContent(
      "/smart-promotion/enrol?back=%2Fcampaigns%2Fc-3",
    );
  });

  it("leads from missing coupons to where they are registered", async () => {
    open("/campaigns/c-3");
    await userEvent.click(await screen.findByTestId("way-coupons"));
    await waitFor(() =>
      expect(desk.requests("draft_open")).toEqual([{ campaign_id: "c-3", again: [] }]),
    );
  });

  it("shows what refuses the registration", async () => {
    open("/campaigns/c-3", {
      draft_open: () =>
        refuse({
          kind: "refused",
          findings: [smartPromotionNeeded],
          counts: { block: 1, warn: 0, info: 0, by_rule: [], by_field: [] },
          unacknowledged: [],
        }),
    });
    await userEvent.click(await screen.findByTestId("campaign-register"));
    expect(await screen.findByTestId("register-refused")).toHaveTextContent(
      "Join Smart Promotion in either mode.",
    );
  });
});

describe("recording a campaign", () => {
  it("saves all terms and leads to the campaign", async () => {
    open("/campaigns/new");
    await userEvent.type(await screen.findByTestId("campaign-name"), "Cyber Monday");
    await userEvent.type(screen.getByTestId("campaign-minimum-sps"), "3.8");
    expect(screen.getByText("Platform default: $30.00. Leave empty to follow it.")).toBeVisible();
    await userEvent.click(screen.getByTestId("campaign-save"));
    await waitFor(() => expect(screen.getByTestId("address")).toHaveTextContent("/campaigns/c-9"));
    expect(desk.requests("campaign_save")).toHaveLength(1);
    expect(desk.requests("campaign_save")[0]?.campaign).toMatchObject({
      id: "",
      name: "Cyber Monday",
      kind: "major",
      criteria: { minimum_sps: "3.8", free_shipping_threshold_at_most: null },
    });
    expect(
      localStorage.getItem("promodesk.draft.own.Northwind Home Goods.campaign.new"),
    ).toBeNull();
  });

  it("shows a refusal beside its field and keeps what was typed", async () => {
    open("/campaigns/new", {
      campaign_save: () =>
        refuse({
          kind: "invalid",
          field: "note",
          message: "The note is too long.",
          remedy: "Shorten it.",
        }),
    });
    await userEvent.type(await screen.findByTestId("campaign-note"), "Ask Mei");
    await userEvent.click(screen.getByTestId("campaign-save"));
    expect(await screen.findByText("The note is too long. Shorten it.")).toBeVisible();
    expect(screen.getByTestId("campaign-note")).toHaveValue("Ask Mei");
    expect(localStorage.getItem("promodesk.draft.own.Northwind Home Goods.campaign.new")).toContain(
      "Ask Mei",
    );
  });

  it("does not send what is still empty", async () => {
    open("/campaigns/new");
    await userEvent.type(await screen.findByTestId("campaign-name"), "Cyber Monday");
    await userEvent.click(screen.getByTestId("coupon-add"));
    await userEvent.click(screen.getByTestId("campaign-save"));
    expect(
      await screen.findAllByText("This field is empty. Fill it in to save the campaign."),
    ).toHaveLength(3);
    expect(desk.requests("campaign_save")).toEqual([]);
  });
});

describe("a campaign from its prefill workbook", () => {
  const window = async (id: string, start: string, end: string) => {
    const inputs = within(screen.getByTestId(id)).getAllByRole("textbox");
    for (const [index, moment] of [start, end].entries()) {
      const input = inputs[index];
      if (!input) throw new Error(`${id} has no field ${index}`);
      await userEvent.type(input, moment);
      await userEvent.tab();
    }
  };

  it("takes from the workbook what it says, and brings it along to its preview", async () => {
    open();
    await userEvent.click(await screen.findByTestId("from-prefill"));
    await userEvent.click(await screen.findByTestId("choose-files"));
    const said = await screen.findByTestId("prefill-workbook");
    expect(desk.requests("prefill_glance")).toEqual([{ path: workbook }]);
    expect(said).toHaveTextContent("Processing_result_Campaign_prefill_template_20261120.xlsx");
    expect(screen.getByTestId("prefill-skus")).toHaveTextContent("1,260");
    expect(screen.getAllByTestId("prefill-note")).toHaveLength(2);
    expect(screen.getByTestId("campaign-note")).toHaveValue(prefillGlanced.note);
    expect(screen.getByTestId("campaign-name")).toHaveValue("");

    await userEvent.type(screen.getByTestId("campaign-name"), "Cyber Monday");
    await userEvent.click(screen.getByTestId("campaign-save"));
    expect(
      await screen.findAllByText("This field is empty. Fill it in to save the campaign."),
    ).toHaveLength(2);
    expect(desk.requests("campaign_save")).toEqual([]);

    await window("campaign-registration", "2026-11-20 00:00", "2026-11-27 00:00");
    await window("campaign-running", "2026-12-01 00:00", "2026-12-06 00:00");
    await userEvent.click(screen.getByTestId("campaign-save"));
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent(
        "/imports?target=prefill&campaign=c-9&back=%2Fcampaigns%2Fc-9",
      ),
    );
    expect(screen.getByTestId("address")).toHaveAttribute(
      "data-brings",
      JSON.stringify({ files: [workbook] }),
    );
    expect(desk.requests("campaign_save")[0]?.campaign).toMatchObject({
      name: "Cyber Monday",
      note: prefillGlanced.note,
      registration: { start: "2026-11-20T08:00:00Z", end: "2026-11-27T08:00:00Z" },
    });
  });

  it("names a file that is no prefill workbook and lets another be chosen", async () => {
    open("/campaigns/new/prefill", {
      prefill_glance: () =>
        refuse({
          kind: "file",
          file: "prefill.xlsx",
          place: "",
          message: "This is a batch edit workbook.",
          remedy: "Choose a prefill workbook.",
        }),
    });
    await userEvent.click(await screen.findByTestId("choose-files"));
    const problem = await screen.findByTestId("prefill-problem");
    expect(problem).toHaveTextContent("prefill.xlsx");
    expect(problem).toHaveTextContent("This is a batch edit workbook. Choose a prefill workbook.");
    expect(screen.getByTestId("choose-files")).toBeEnabled();
  });
});

describe("the campaign draft", () => {
  it("is a campaign once nothing required is empty", () => {
    const whole = campaign();
    expect(campaignOf(whole)).toEqual(whole);
    const partly = { ...whole, coupons: [newCoupon()] };
    expect(campaignOf(partly)).toBeUndefined();
    expect(emptyFields(partly)).toEqual([
      "coupons[0].discount.amount",
      "coupons[0].seller_ratio",
      "coupons[0].minimum_purchase",
    ]);
  });

  it.each(["by_policy", "either", "store_wide", "co_funded", "not"] as const)(
    "reads back %s",
    (choice) => expect(choiceOf(requiredBy(choice))).toBe(choice),
  );
});
