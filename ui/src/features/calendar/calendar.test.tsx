import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState } from "../../bridge/samples";
import { readingRoom } from "../../testing/desk/overview";
import { renderPage } from "../../testing/render-page";
import CalendarPage from ".";

let desk: FakeDesk;
afterEach(() => desk?.remove());

function open(answers: FakeAnswers = {}) {
  desk = installFakeDesk({ ...readingRoom, desk_state: deskState(), ...answers });
  renderPage(<CalendarPage />);
}

describe("calendar", () => {
  it("shows three months of the shop's clock, and conflicts", async () => {
    open();
    expect(await screen.findByTestId("calendar-conflict")).toHaveTextContent(
      "14 SKUs are registered in both at different prices",
    );
    expect(desk.requests("calendar")).toEqual([
      { period: { start: "2026-11-01T07:00:00Z", end: "2027-02-01T08:00:00Z" } },
    ]);
    expect(
      screen.getByLabelText("Campaign: Nov 27, 2026, 00:00 to Dec 1, 2026, 00:00"),
    ).toBeVisible();
    expect(screen.getByText("January 2027")).toBeVisible();
  });

  it("goes a month back and comes back to today", async () => {
    open();
    await screen.findByTestId("calendar-conflict");
    await userEvent.click(screen.getByTestId("calendar-before"));
    await waitFor(() =>
      expect(desk.requests("calendar").at(-1)?.period.start).toBe("2026-10-01T07:00:00Z"),
    );
    await userEvent.click(screen.getByTestId("calendar-today"));
    expect(await screen.findByText("January 2027")).toBeVisible();
  });

  it("says that nothing is there, and why nothing can be shown", async () => {
    open({ calendar: { bars: [], conflicts: [] } });
    expect(await screen.findByText("Nothing in these months")).toBeVisible();
    desk.answer({ calendar: () => refuse({ kind: "storage", message: "Gone.", remedy: "Look." }) });
    await userEvent.click(screen.getByTestId("calendar-after"));
    expect(await screen.findByTestId("calendar-problem")).toHaveTextContent("Gone. Look.");
  });
});
