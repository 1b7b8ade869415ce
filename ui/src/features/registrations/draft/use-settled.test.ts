import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useSettled } from "./use-settled";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, start: () => done };
}

it("waits for the last of the work, and for the pause after it", async () => {
  const { result } = renderHook(() => useSettled(600));
  expect(result.current.settled).toBe(true);
  const [first, second] = [work(), work()];
  act(() => void result.current.during(first.start));
  expect(result.current.settled).toBe(false);
  await act(async () => first.end());
  act(() => void result.current.during(second.start));
  await act(async () => vi.advanceTimersByTime(5_000));
  expect(result.current.settled).toBe(false);
  await act(async () => second.end());
  await act(async () => vi.advanceTimersByTime(599));
  expect(result.current.settled).toBe(false);
  await act(async () => vi.advanceTimersByTime(1));
  expect(result.current.settled).toBe(true);
});

it("passes on what the work answers and how it fails, and settles after both", async () => {
  const { result } = renderHook(() => useSettled(600));
  const { during } = result.current;
  await act(async () => expect(await during(async () => 7)).toBe(7));
  const failing = during(() => Promise.reject(new Error("refused")));
  await act(async () => expect(failing).rejects.toThrow("refused"));
  await act(async () => vi.advanceTimersByTime(600));
  expect(result.current.settled).toBe(true);
});
