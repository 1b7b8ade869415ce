import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import {
  call,
  DeskError,
  newQueryClient,
  pickFiles,
  setUiLanguage,
  useDesk,
  useDeskAction,
  useHistory,
} from ".";
import { type FakeDesk, installFakeDesk, refuse } from "./fake";
import { deskState, finding, historyLine } from "./samples";
import type { UndoState } from "./types";

let desk: FakeDesk;
afterEach(() => {
  desk.remove();
  setUiLanguage("en");
});

const noShop = deskState({ shop: null });
const nothing: UndoState = { undo: null, redo: null };

function wrapper() {
  const client = newQueryClient();
  return ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
}

describe("call", () => {
  it("sends the request with the language of the page", async () => {
    desk = installFakeDesk({ desk_state: noShop });
    setUiLanguage("zh-CN");
    expect(await call("desk_state", {})).toEqual(noShop);
    expect(desk.calls).toEqual([{ name: "desk_state", request: {}, language: "zh-CN" }]);
  });

  it("turns a refusal into a DeskError that keeps its kind", async () => {
    desk = installFakeDesk({
      history_undo: () => refuse({ kind: "outdated", message: "There is nothing to undo." }),
    });
    const thrown: unknown = await call("history_undo", {}).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(DeskError);
    expect((thrown as DeskError).kind).toBe("outdated");
    expect((thrown as DeskError).message).toBe("There is nothing to undo.");
    expect((thrown as DeskError).findings).toEqual([]);
  });

  it("counts what is no refusal as a bug", async () => {
    desk = installFakeDesk({
      desk_state: () => {
        throw new TypeError("lost");
      },
    });
    await expect(call("desk_state", {})).rejects.toMatchObject({ kind: "bug", message: "lost" });
  });

  it("counts an answer in no shape of the desk's as a bug, and says what it was", async () => {
    desk = installFakeDesk({
      desk_state: () => {
        throw { kind: "nameIsNoText", name: "a\uFFFD.csv" };
      },
    });
    await expect(call("desk_state", {})).rejects.toMatchObject({
      kind: "bug",
      message: '{"kind":"nameIsNoText","name":"a\uFFFD.csv"}',
    });
  });

  it("names the command the fake desk cannot answer", async () => {
    desk = installFakeDesk({});
    await expect(call("history_redo", {})).rejects.toThrow(
      "The fake desk has no answer for history_redo.",
    );
  });
});

describe("the window's dialogs", () => {
  it("refuse a name that is no text as the desk refuses, in the language of the page", async () => {
    desk = installFakeDesk(
      {},
      {
        window_pick_files: () =>
          refuse({
            kind: "invalid",
            field: "path",
            message: "“a\uFFFD.csv”或其所在文件夹的名称不是有效文本。",
            remedy: "请重命名后重新选择。",
          }),
      },
    );
    setUiLanguage("zh-CN");
    const thrown: unknown = await pickFiles("table", "导入").catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(DeskError);
    expect(thrown).toMatchObject({
      kind: "invalid",
      message: "“a\uFFFD.csv”或其所在文件夹的名称不是有效文本。",
      remedy: "请重命名后重新选择。",
      findings: [],
    });
    expect(desk.calls).toEqual([
      { name: "window_pick_files", request: undefined, language: "zh-CN" },
    ]);
  });
});

describe("useDesk and useDeskAction", () => {
  it("asks again in the other language when the seller switches", async () => {
    desk = installFakeDesk({ desk_state: noShop });
    renderHook(() => useDesk("desk_state", {}), { wrapper: wrapper() });
    await waitFor(() => expect(desk.calls).toHaveLength(1));
    act(() => setUiLanguage("zh-CN"));
    await waitFor(() => expect(desk.calls.map((one) => one.language)).toEqual(["en", "zh-CN"]));
  });

  it("words a refusal by its first finding", async () => {
    desk = installFakeDesk({
      history_redo: () =>
        refuse({
          kind: "refused",
          findings: [finding({ what: "The price is 4.00 too high." })],
          counts: { block: 1, warn: 0, info: 0, by_rule: [], by_field: [] },
          unacknowledged: [],
        }),
    });
    await expect(call("history_redo", {})).rejects.toThrow("The price is 4.00 too high.");
  });

  it("asks again after an action", async () => {
    let left: UndoState = { undo: historyLine({ summary: "Import" }), redo: null };
    desk = installFakeDesk({
      history_state: () => left,
      history_undo: () => {
        left = { undo: null, redo: historyLine({ summary: "Import" }) };
        return left;
      },
    });
    const { result } = renderHook(() => useHistory(), { wrapper: wrapper() });
    await waitFor(() => expect(result.current.undoTitle).toBe("Import"));
    expect(await act(() => result.current.undo())).toBe("Import");
    await waitFor(() => expect(result.current.undoTitle).toBeUndefined());
    expect(result.current.redoTitle).toBe("Import");
  });

  it("leaves other answers alone when the action names what it changes", async () => {
    desk = installFakeDesk({ desk_state: noShop, history_state: nothing, history_undo: nothing });
    const { result } = renderHook(
      () => ({
        desk: useDesk("desk_state", {}),
        state: useDesk("history_state", {}),
        undo: useDeskAction("history_undo", { invalidates: ["history_state"] }),
      }),
      { wrapper: wrapper() },
    );
    await waitFor(() => expect(desk.calls).toHaveLength(2));
    await act(() => result.current.undo.runAsync({}));
    expect(desk.requests("history_state")).toHaveLength(2);
    expect(desk.requests("desk_state")).toHaveLength(1);
  });
});
