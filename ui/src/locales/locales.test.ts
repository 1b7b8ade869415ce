import { describe, expect, it } from "vitest";
import en from "./en";
import zh from "./zh-CN";

// English counts in one and other, Chinese in other alone.
const pluralEnding = /_(zero|one|two|few|many|other)$/;

function texts(node: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(here, value);
    else for (const [deeper, text] of texts(value as object, here)) found.set(deeper, text);
  }
  return found;
}

const stems = (all: Map<string, string>) =>
  [...new Set([...all.keys()].map((key) => key.replace(pluralEnding, "")))].sort();

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]).sort();

describe("locales", () => {
  const english = texts(en);
  const chinese = texts(zh);

  it("have the same keys", () => {
    expect(stems(chinese)).toEqual(stems(english));
  });

  it("leave no text empty", () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  it("use the same placeholders", () => {
    const differing = [...chinese].filter(([key, text]) => {
      const other = english.get(key) ?? english.get(key.replace(pluralEnding, "_other"));
      return other === undefined || `${placeholders(text)}` !== `${placeholders(other)}`;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("are really translated", () => {
    const alike = [...chinese].filter(
      ([key, text]) => english.get(key) === text && /[a-z]{4,} [a-z]{2,}/i.test(text),
    );
    expect(alike.map(([key]) => key)).toEqual([]);
  });
});
