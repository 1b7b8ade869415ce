import { describe, expect, it } from "vitest";
import { cellFor, parseBlock, pasteSize } from "./block";

describe("a copied block", () => {
  it("comes apart into rows and cells, without the empty line spreadsheets add", () => {
    expect(parseBlock("1.11\t31\r\n2.22\t32\r\n")).toEqual([
      ["1.11", "31"],
      ["2.22", "32"],
    ]);
    expect(parseBlock("a\nb\rc")).toEqual([["a"], ["b"], ["c"]]);
  });

  it("keeps empty cells in their places", () => {
    expect(parseBlock("1\t\t3\n\t2\t")).toEqual([
      ["1", "", "3"],
      ["", "2", ""],
    ]);
  });

  it("reads quoted cells with tabs, line breaks and quotes inside", () => {
    expect(parseBlock('"a\tb"\t"two\nlines"\t"say ""hi"""')).toEqual([
      ["a\tb", "two\nlines", 'say "hi"'],
    ]);
  });

  it("is nothing when there is nothing", () => {
    expect(parseBlock("")).toEqual([]);
  });

  it("of one cell fills the selected range", () => {
    const block = [["5.55"]];
    expect(pasteSize(block, { rows: 4, columns: 2 })).toEqual({ rows: 4, columns: 2 });
    expect(cellFor(block, 3, 1)).toBe("5.55");
  });

  it("of one row fills down the selected rows", () => {
    const block = [["1", "2"]];
    expect(pasteSize(block, { rows: 3, columns: 1 })).toEqual({ rows: 3, columns: 2 });
    expect(cellFor(block, 2, 1)).toBe("2");
    expect(cellFor(block, 2, 2)).toBeUndefined();
  });

  it("of several rows lands once, however much is selected", () => {
    const block = [["1"], ["2"]];
    expect(pasteSize(block, { rows: 9, columns: 3 })).toEqual({ rows: 2, columns: 1 });
    expect([cellFor(block, 1, 0), cellFor(block, 2, 0), cellFor(block, 0, 1)]).toEqual([
      "2",
      undefined,
      undefined,
    ]);
  });
});
