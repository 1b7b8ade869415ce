import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { historyLine } from "../../bridge/samples";
import { renderPage } from "../../testing/render-page";
import HistoryPage from ".";

let desk: FakeDesk;
afterEach(() => desk.remove());

const step = historyLine({ sequence: 2, summary: "导入 240 个商品" });
const answers: FakeAnswers = {
  history_page: {
    total: 3,
    rows: [
      historyLine({ sequence: 3, summary: "Prices filled", state: "undone" }),
      step,
      historyLine({ sequence: 1, summary: "Shop set up", state: "superseded" }),
    ],
  },
  history_state: { undo: step, redo: null },
};

describe("history", () => {
  it("lists every step with its state and takes the last one back", async () => {
    desk = installFakeDesk({ ...answers, history_undo: { undo: null, redo: step } });
    renderPage(<HistoryPage />);
    const table = await screen.findByTestId("history-table");
    expect(table).toHaveTextContent("Prices filled");
    expect(
      ["Taken back", "In force", "Overtaken"].map((text) => screen.getByText(text)),
    ).toHaveLength(3);
    expect(screen.getByTestId("history-redo")).toBeDisabled();
    await userEvent.click(screen.getByTestId("history-undo"));
    expect(await screen.findByText("Undone: 导入 240 个商品")).toBeVisible();
    expect(desk.requests("history_undo")).toEqual([{}]);
    expect(desk.requests("history_page").length).toBeGreaterThan(1);
  });

  it("says why a step cannot be taken back", async () => {
    desk = installFakeDesk({
      ...answers,
      history_undo: () => refuse({ kind: "outdated", message: "Another step came first." }),
    });
    renderPage(<HistoryPage />);
    await screen.findByTestId("history-table");
    await userEvent.click(screen.getByTestId("history-undo"));
    expect(await screen.findByRole("alert")).toHaveTextContent("Another step came first.");
  });

  it("is empty in a new shop", async () => {
    desk = installFakeDesk({
      history_page: { total: 0, rows: [] },
      history_state: { undo: null, redo: null },
    });
    renderPage(<HistoryPage />);
    expect(await screen.findByText("Nothing was changed yet")).toBeVisible();
    expect(screen.getByTestId("history-undo")).toBeDisabled();
  });
});
