import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState, shop } from "../../bridge/samples";
import { shopRoom } from "../../testing/desk/shop";
import { renderPage } from "../../testing/render-page";
import Settings from ".";

let desk: FakeDesk;
afterEach(() => desk.remove());

async function open(answers: FakeAnswers = {}) {
  desk = installFakeDesk(
    {
      ...shopRoom,
      desk_state: deskState(),
      history_state: { undo: null, redo: null },
      ...answers,
    },
    { window_pick_save: "/home/mei/backup.db" },
  );
  renderPage(<Settings />);
  await screen.findByTestId("settings-save");
}

describe("settings", () => {
  it("saves what changed and leaves the rest as it was", async () => {
    await open();
    expect(screen.getByTestId("settings-save")).toBeDisabled();
    const score = screen.getByTestId("shop-field-sps");
    await userEvent.clear(score);
    await userEvent.type(score, "3.4");
    await userEvent.click(screen.getByTestId("settings-save"));
    await waitFor(() => expect(desk.requests("shop_save")).toHaveLength(1));
    expect(desk.requests("shop_save")[0]?.shop).toEqual(shop({ sps: "3.4" }));
  });

  it("shows at the field what the desk refuses, and goes back on demand", async () => {
    await open({
      shop_save: () =>
        refuse({
          kind: "invalid",
          field: "fee_terms.wanted_margin",
          message: "120 % cannot be kept.",
          remedy: "Enter less than 100.",
        }),
    });
    const margin = screen.getByTestId("shop-field-wanted-margin");
    await userEvent.clear(margin);
    await userEvent.type(margin, "120");
    await userEvent.click(screen.getByTestId("settings-save"));
    expect(await screen.findByTestId("field-problem")).toHaveTextContent(
      "120 % cannot be kept. Enter less than 100.",
    );
    await userEvent.click(screen.getByTestId("settings-reset"));
    expect(screen.getByTestId("shop-field-wanted-margin")).toHaveValue("20");
    expect(screen.queryByTestId("field-problem")).toBeNull();
  });

  it("makes backups and brings one back after a question", async () => {
    await open();
    await userEvent.click(screen.getByTestId("backup-now"));
    await userEvent.click(screen.getByTestId("backup-to"));
    await waitFor(() =>
      expect(desk.requests("backup_now")).toEqual([
        { path: null },
        { path: "/home/mei/backup.db" },
      ]),
    );
    const [newest] = await screen.findAllByTestId("restore-backup");
    if (newest) await userEvent.click(newest);
    expect(desk.requests("backup_restore")).toEqual([]);
    await userEvent.click(await screen.findByTestId("confirm-yes"));
    await waitFor(() => expect(desk.requests("backup_restore")).toHaveLength(1));
    expect(desk.requests("backup_restore")[0]?.path).toContain("shop-2026-11-21-start.db");
  });

  it("switches the theme at once", async () => {
    await open();
    await userEvent.click(screen.getByText("Dark"));
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    await userEvent.click(screen.getByText("Light"));
    expect(document.documentElement.dataset["theme"]).toBe("light");
  });

  it("leaves the sample shop", async () => {
    await open({ desk_state: deskState({ is_sample: true }) });
    await userEvent.click(screen.getByTestId("sample-leave"));
    await waitFor(() => expect(desk.requests("sample_leave")).toEqual([{}]));
  });
});
