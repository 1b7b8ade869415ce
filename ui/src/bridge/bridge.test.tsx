import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { call, DeskError, newQueryClient, setUiLanguage, useDesk, useDeskAction } from ".";
import { type FakeDesk, installFakeDesk, refuse } from "./fake";

let desk: FakeDesk;
afterEach(() => {
  desk.remove();
  setUiLanguage("en");
});

const noShop = { shop: null, sample: false };

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
      history_undo: () => refuse({ kind: "conflict", message: "There is nothing to undo." }),
    });
    const thrown: unknown = await call("history_undo", {}).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(DeskError);
    expect((thrown as DeskError).kind).toBe("conflict");
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

  it("names the command the fake desk cannot answer", async () => {
    desk = installFakeDesk({});
    await expect(call("history_redo", {})).rejects.toThrow(
      "The fake desk has no answer for history_redo.",
    );
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

  it("asks again after an action", async () => {
    let steps = 0;
    desk = installFakeDesk({
      history_list: () => ({ entries: [], total: steps }),
      history_undo: () => {
        steps += 1;
        return { title: "Import" };
      },
    });
    const { result } = renderHook(
      () => ({
        list: useDesk("history_list", { offset: 0, limit: 1 }),
        undo: useDeskAction("history_undo"),
      }),
      { wrapper: wrapper() },
    );
    await waitFor(() => expect(result.current.list.data?.total).toBe(0));
    await act(() => result.current.undo.runAsync({}));
    await waitFor(() => expect(result.current.list.data?.total).toBe(1));
  });

  it("leaves other answers alone when the action names what it changes", async () => {
    desk = installFakeDesk({
      desk_state: noShop,
      history_list: { entries: [], total: 0 },
      history_undo: { title: "Import" },
    });
    const { result } = renderHook(
      () => ({
        state: useDesk("desk_state", {}),
        list: useDesk("history_list", { offset: 0, limit: 1 }),
        undo: useDeskAction("history_undo", { invalidates: ["history_list"] }),
      }),
      { wrapper: wrapper() },
    );
    await waitFor(() => expect(desk.calls).toHaveLength(2));
    await act(() => result.current.undo.runAsync({}));
    expect(desk.requests("history_list")).toHaveLength(2);
    expect(desk.requests("desk_state")).toHaveLength(1);
  });
});
