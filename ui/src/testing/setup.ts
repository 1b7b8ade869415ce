// Before every test file: matchers, what jsdom lacks, the English texts.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
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

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => startLanguage("en"));
afterEach(cleanup);
