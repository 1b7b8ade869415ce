import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState } from "../../bridge/samples";
import { enrolled, programme, smartPromotionRoom } from "../../testing/desk/smart-promotion";
import { renderPage } from "../../testing/render-page";
import SmartPromotion from ".";

let desk: FakeDesk;
afterEach(() => desk?.remove());

function open(address: string, answers: FakeAnswers = {}) {
  desk = installFakeDesk({
    ...smartPromotionRoom,
    smart_promotion: programme(),
    desk_state: deskState(),
    history_state: { undo: null, redo: null },
    ...answers,
  });
  renderPage(
    <Routes>
      <Route path="smart-promotion/*" element={<SmartPromotion />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
}

const next = async () => userEvent.click(await screen.findByTestId("wizard-next"));

describe("joining Smart Promotion", () => {
  it("goes through the platform's steps and back to the campaign", async () => {
    open("/smart-promotion/enrol?back=%2Fcampaigns%2Fc-3");
    expect(await screen.findByTestId("wizard-next")).toHaveTextContent("Sign up");
    expect(screen.getByTestId("step-confirm")).toBeDisabled();
    await next();
    await waitFor(() =>
      expect(screen.getByTestId("wizard-next")).toHaveTextContent("Confirm and next"),
    );
    await next();
    expect(await screen.findByTestId("final-details")).toHaveTextContent("Growth package");
    expect(screen.getByTestId("wizard-finish")).toBeDisabled();
    await userEvent.click(screen.getByTestId("acknowledge-SP-10"));
    await userEvent.click(screen.getByTestId("wizard-finish"));
    await userEvent.click(await screen.findByTestId("back-to-campaign"));
    expect(screen.getByTestId("address")).toHaveTextContent("/campaigns/c-3");
    expect(desk.requests("smart_promotion_confirm")).toEqual([
      { token: "terms-1", acknowledged: ["SP-10"] },
    ]);
  });

  it("goes back a step when the terms changed in between", async () => {
    open("/smart-promotion/enrol", {
      smart_promotion_confirm: () =>
        refuse({ kind: "outdated", message: "These are not the terms that were shown." }),
    });
    await next();
    await waitFor(() =>
      expect(screen.getByTestId("wizard-next")).toHaveTextContent("Confirm and next"),
    );
    await next();
    await userEvent.click(await screen.findByTestId("acknowledge-SP-10"));
    await userEvent.click(screen.getByTestId("wizard-finish"));
    expect(await screen.findByTestId("enrol-outdated")).toHaveTextContent(
      "These are not the terms that were shown.",
    );
    expect(screen.getByTestId("wizard")).toHaveAttribute("data-step", "confirm");
    expect(screen.getByTestId("step-details")).toBeDisabled();
  });
});

describe("leaving Smart Promotion", () => {
  it("names the campaigns and wants the warning answered", async () => {
    open("/smart-promotion", { smart_promotion: enrolled });
    await userEvent.click(await screen.findByTestId("leave"));
    const dialog = await screen.findByTestId("leaving");
    expect(await within(dialog).findByTestId("leaving-running")).toHaveTextContent(
      "Weekly deals, week 47",
    );
    expect(within(dialog).getByTestId("leaving-upcoming")).toHaveTextContent("168 products");
    expect(screen.getByTestId("leave-confirm")).toBeDisabled();
    await userEvent.click(within(dialog).getByTestId("acknowledge-SP-06"));
    await userEvent.click(screen.getByTestId("leave-confirm"));
    await waitFor(() =>
      expect(desk.requests("smart_promotion_leave")).toEqual([
        { token: "leaving-1", acknowledged: ["SP-06"] },
      ]),
    );
  });
});

describe("offered terms", () => {
  it("wants a rate for the co-funded mode and sends what was typed", async () => {
    open("/smart-promotion");
    await userEvent.click(await screen.findByTestId("record-terms-co-funded"));
    await userEvent.click(await screen.findByTestId("terms-save"));
    expect(
      await screen.findByText("This field is empty. Copy it from Seller Center."),
    ).toBeVisible();
    await userEvent.type(screen.getByTestId("terms-fee-rate"), "4.25");
    await userEvent.click(screen.getByTestId("terms-save"));
    await waitFor(() =>
      expect(desk.requests("smart_promotion_offer_save")).toEqual([
        {
          terms: {
            mode: "co_funded",
            service_package: "",
            fee_rate: "4.25",
            exempted_rate: null,
            campaign_surcharge: "1",
          },
        },
      ]),
    );
  });
});

describe("exclusions", () => {
  it("confirms the chosen products", async () => {
    open("/smart-promotion/exclusions");
    expect(await screen.findByTestId("exclusion-state-1729384756102938473")).toHaveTextContent(
      "In force",
    );
    await userEvent.click(screen.getByTestId("select-1729384756102938472"));
    await userEvent.click(screen.getByTestId("exclusion-confirm"));
    await waitFor(() =>
      expect(desk.requests("exclusion_change")).toEqual([
        { product_ids: ["1729384756102938472"], change: "confirm" },
      ]),
    );
  });
});
