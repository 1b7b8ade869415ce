// Before every test file: matchers, what jsdom lacks, the English texts.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure, getConfig } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { startLanguage } from "../app/language";

class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResizeObserver as unknown as typeof ResizeObserver;
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
})) as unknown as typeof window.matchMedia;
// jsdom cannot compute pseudo-elements and says so each time it is asked; without them the answer is the same.
const computed = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => computed(element);
Element.prototype.scrollIntoView ??= () => undefined;

// A step of the user ends with a timer of 0 ms. React draws and runs effects in turns of setImmediate, which
// come after that timer where the machine is busy: the turns are waited for, so that a page is looked at
// when it has answered the step, and not before.
const TURNS = 10;
const { setImmediate: turn } = globalThis as unknown as { setImmediate(done: () => void): void };
const { asyncWrapper } = getConfig();
configure({
  // A busy machine is slow, not wrong.
  asyncUtilTimeout: 10_000,
  asyncWrapper: (step) =>
    asyncWrapper(async () => {
      const value = await step();
      for (let turns = 0; turns < TURNS; turns += 1) await new Promise<void>((done) => turn(done));
      return value;
    }),
});

beforeAll(() => startLanguage("en"));
afterEach(cleanup);
