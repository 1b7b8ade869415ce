import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tellPage, type UndoState, uiLanguage } from "../bridge";
import { type FakeDesk, installFakeDesk } from "../bridge/fake";
import { deskState, historyLine } from "../bridge/samples";
import { PromodeskApp } from "./app";
import { switchLanguage } from "./language";
import { shortcutOf } from "./shortcuts";

let desk: FakeDesk;
let history: UndoState;
const step = historyLine({ summary: "Price change" });

beforeEach(() => {
  localStorage.clear();
  window.location.hash = "#/nowhere";
  history = { undo: step, redo: null };
  desk = installFakeDesk({
    desk_state: deskState({ is_sample: true }),
    history_state: () => history,
    history_undo: () => {
      history = { undo: null, redo: step };
      return history;
    },
    history_redo: () => {
      history = { undo: step, redo: null };
      return history;
    },
  });
});
afterEach(async () => {
  desk.remove();
  await act(() => switchLanguage("en"));
});

async function open() {
  const view = render(<PromodeskApp />);
  await screen.findByTestId("shop-name");
  return view;
}

describe("the frame", () => {
  it("names the shop and marks the sample shop", async () => {
    await open();
    expect(screen.getByTestId("shop-name")).toHaveTextContent("Northwind Home Goods");
    expect(screen.getByTestId("sample-shop")).toHaveTextContent("Sample shop");
  });

  it("says that an address leads nowhere", async () => {
    await open();
    expect(screen.getByText("There is no such page")).toBeVisible();
  });

  it("undoes and does again by button and key, and says what", async () => {
    await open();
    await userEvent.click(await screen.findByRole("button", { name: "Undo: Price change" }));
    expect(await screen.findByText("Undone: Price change")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId("redo")).toBeEnabled());
    expect(screen.getByTestId("undo")).toBeDisabled();
    fireEvent.keyDown(document.body, { key: "Z", ctrlKey: true, shiftKey: true });
    expect(await screen.findByText("Done again: Price change")).toBeInTheDocument();
    expect(desk.requests("history_undo")).toHaveLength(1);
    expect(desk.requests("history_redo")).toHaveLength(1);
  });

  it("leaves undo to a text field while one is being typed in", () => {
    const field = document.createElement("input");
    const pressed = (target: HTMLElement, keys: KeyboardEventInit) => {
      const event = new KeyboardEvent("keydown", { bubbles: true, ...keys });
      target.dispatchEvent(event);
      return shortcutOf(event);
    };
    document.body.append(field);
    expect(pressed(field, { key: "z", ctrlKey: true })).toBeUndefined();
    expect(pressed(field, { key: "k", ctrlKey: true })).toBe("palette");
    expect(pressed(document.body, { key: "z", metaKey: true })).toBe("undo");
    expect(pressed(document.body, { key: "y", ctrlKey: true })).toBe("redo");
    expect(pressed(document.body, { key: "z" })).toBeUndefined();
    field.remove();
  });

  it("switches language at run time, remembers it, and asks the desk again in it", async () => {
    await open();
    const name = screen.getByTestId("shop-name");
    await userEvent.click(screen.getByTestId("language"));
    await userEvent.click(await screen.findByText("简体中文"));
    expect(await screen.findByText("没有这个页面")).toBeVisible();
    expect(uiLanguage()).toBe("zh-CN");
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(localStorage.getItem("promodesk.language")).toBe("zh-CN");
    await waitFor(() => expect(desk.calls.at(-1)?.language).toBe("zh-CN"));
    // Nothing was taken off the page meanwhile, so what is typed there survives.
    expect(screen.getByTestId("shop-name")).toBe(name);
  });

  it("switches the theme at run time and remembers it", async () => {
    await open();
    await userEvent.click(screen.getByTestId("theme"));
    await userEvent.click(await screen.findByText("Dark"));
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    expect(localStorage.getItem("promodesk.theme")).toBe("dark");
    expect(desk.calls.some(({ name }) => name === "window_theme")).toBe(true);
  });

  it("finds commands by name", async () => {
    await open();
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    await userEvent.type(await screen.findByTestId("palette-input"), "undo");
    await userEvent.click(screen.getByTestId("palette-undo"));
    await waitFor(() => expect(desk.requests("history_undo")).toHaveLength(1));
  });

  it("has no fault a screen reader would meet", async () => {
    const { container } = await open();
    const { violations } = await axe.run(container, {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe("without a shop", () => {
  it("shows the welcome page alone", async () => {
    desk.answer({ desk_state: deskState({ shop: null }) });
    render(<PromodeskApp />);
    await waitFor(() => expect(document.querySelector(".pd-first-run")).not.toBeNull());
    expect(screen.queryByTestId("undo")).toBeNull();
    expect(screen.queryByRole("navigation")).toBeNull();
  });

  it("offers the backups when the file cannot be opened", async () => {
    desk.answer({
      desk_state: deskState({
        shop: null,
        state: {
          kind: "cannot_open",
          problem: "The file is damaged.",
          remedy: "Restore a backup.",
          backups: [
            {
              path: "/b/1.promodesk",
              made_at: "2026-11-20T08:00:00Z",
              reason: "at start",
              bytes: 4096,
              verified: true,
            },
          ],
        },
      }),
      backup_restore: deskState(),
    });
    render(<PromodeskApp />);
    expect(await screen.findByText(/The file is damaged\. Restore a backup\./)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Restore" }));
    await userEvent.click(await screen.findByTestId("confirm-yes"));
    await waitFor(() =>
      expect(desk.requests("backup_restore")).toEqual([{ path: "/b/1.promodesk" }]),
    );
  });
});

describe("closing the window", () => {
  it("lets it go when nothing would be lost", async () => {
    await open();
    act(() => tellPage({ kind: "closeRequested" }));
    await waitFor(() => expect(desk.calls.some(({ name }) => name === "window_close")).toBe(true));
  });
});
