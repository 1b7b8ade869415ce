import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState } from "../../bridge/samples";
import { overview, readingRoom } from "../../testing/desk/overview";
import { renderPage } from "../../testing/render-page";
import OverviewPage from ".";

let desk: FakeDesk;
afterEach(() => desk.remove());

function open(answers: FakeAnswers = {}) {
  desk = installFakeDesk({ ...readingRoom, desk_state: deskState(), ...answers });
  renderPage(<OverviewPage />);
}

describe("overview", () => {
  it("tells what is due, what went wrong and where to go on", async () => {
    open();
    const due = await screen.findByTestId("due");
    expect(await within(due).findByText("in 14 hours")).toHaveAttribute("data-urgent", "true");
    expect(within(due).getByText("in 2 days")).toHaveAttribute("data-urgent", "false");
    const errors = screen.getByTestId("sku-errors");
    expect(within(errors).getByText("2 days left")).toBeVisible();
    expect(within(errors).getByText("too late")).toBeVisible();
    expect(
      within(errors).getByText('<script>alert("title")</script> Hoodie & "quotes"'),
    ).toBeVisible();
    expect(screen.getByTestId("draft-d-1")).toHaveAttribute("href", "/registrations/draft/d-1");
    expect(screen.getByTestId("figure-without-cost")).toHaveTextContent("1,204");
    expect(screen.getByTestId("figure-smart-promotion")).toHaveTextContent("$1,446.00");
    expect(screen.getByText("Smart Promotion is required (SP-01).")).toBeVisible();
  });

  it("leads a new shop through its first steps and leaves them out when all are done", async () => {
    open();
    const steps = await screen.findByTestId("first-steps");
    expect(steps).toHaveTextContent("2 of 5 done");
    await userEvent.click(within(steps).getByTestId("first-step-import-costs"));
    expect(screen.getByTestId("address")).toHaveTextContent("/imports?target=costs");
  });

  it("says nothing about first steps that are all done, or about SKU errors that do not exist", async () => {
    open({
      overview: {
        ...overview,
        first_steps: overview.first_steps.map((step) => ({ ...step, done: true })),
        sku_errors: [],
        due: [],
        drafts: [],
        campaigns: [],
      },
    });
    expect(await screen.findByText("Nothing is due.")).toBeVisible();
    expect(screen.queryByTestId("first-steps")).toBeNull();
    expect(screen.queryByTestId("sku-errors")).toBeNull();
    expect(screen.getByTestId("record-campaign")).toBeVisible();
  });

  it("warns of a clock that went back, and shows what the last start mended", async () => {
    open({ desk_state: deskState({ clock_went_back: true, notices: ["A log was put aside."] }) });
    expect(await screen.findByTestId("clock-went-back")).toBeVisible();
    expect(screen.getByTestId("desk-notice")).toHaveTextContent("A log was put aside.");
  });

  it("offers to ask again when the desk fails", async () => {
    open({
      overview: () =>
        refuse({ kind: "storage", message: "The disk is gone.", remedy: "Plug it in." }),
    });
    const problem = await screen.findByTestId("overview-problem");
    expect(problem).toHaveTextContent("The disk is gone. Plug it in.");
    desk.answer({ overview });
    await userEvent.click(within(problem).getByRole("button"));
    expect(await screen.findByTestId("overview")).toBeVisible();
  });
});
