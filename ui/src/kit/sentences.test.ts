import { afterEach, describe, expect, it } from "vitest";
import { switchLanguage } from "../app/language";
import { betweenSentences, inARow, sentences } from "./sentences";

afterEach(() => switchLanguage("en"));

describe("joining", () => {
  it("puts a blank between English sentences and none between Chinese ones", async () => {
    expect(sentences("It failed.", "Try again.", "Or leave it.")).toBe(
      "It failed. Try again. Or leave it.",
    );
    await switchLanguage("zh-CN");
    expect(sentences("操作未成功。", "请重试。")).toBe("操作未成功。请重试。");
    expect(betweenSentences()).toBe("");
    await switchLanguage("en");
    expect(betweenSentences()).toBe(" ");
  });

  it("leaves out what is missing", () => {
    expect(sentences(null, "It failed.", "", undefined)).toBe("It failed.");
    expect(sentences(undefined)).toBe("");
  });

  it("keeps what looks like a placeholder", () => {
    expect(sentences("No product {{next}}.", "See $t(again).")).toBe(
      "No product {{next}}. See $t(again).",
    );
  });

  it("sets the language's comma between names", async () => {
    expect(inARow(["RG-01", "RG-02", "RG-03"])).toBe("RG-01, RG-02, RG-03");
    expect(inARow([])).toBe("");
    await switchLanguage("zh-CN");
    expect(inARow(["RG-01", "RG-02"])).toBe("RG-01、RG-02");
  });
});
