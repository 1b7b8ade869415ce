// What the page's folders may know of each other, checked on the sources themselves.
import { describe, expect, it } from "vitest";
import { places } from "../kit/places";
import { featureNames } from "./places";

const sources = import.meta.glob<string>("../**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

const files = Object.entries(sources)
  .map(([path, text]) => ({
    path: path.replace("../", "src/").replace("src/./", "src/app/"),
    text,
  }))
  .map((file) =>
    file.path.startsWith("./") ? { ...file, path: `src/app/${file.path.slice(2)}` } : file,
  );

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(
    (match) => match[1] ?? "",
  );
}

/** The top folder below `src` an import leads to, or the package's name. */
function targetOf(path: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const parts = path.split("/").slice(0, -1);
  for (const step of specifier.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/");
}

function offences(where: RegExp, allowed: (target: string, path: string) => boolean): string[] {
  return files
    .filter(({ path }) => where.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .map((specifier) => targetOf(path, specifier))
        .filter((target) => !allowed(target, path))
        .map((target) => `${path} imports ${target}`),
    );
}

const inside = (folder: string) => (target: string) => target.startsWith(`src/${folder}`);
const isPackage = (target: string) => !target.startsWith("src/");

describe("house rules", () => {
  it("sees the sources", () => {
    expect(files.map(({ path }) => path)).toContain("src/app/main.tsx");
    expect(files.map(({ path }) => path)).toContain("src/bridge/call.ts");
  });

  it("only the bridge talks to Rust", () => {
    expect(offences(/^src\/(?!bridge\/)/, (target) => !target.startsWith("@tauri-apps/"))).toEqual(
      [],
    );
  });

  it("the bridge knows no other folder", () => {
    expect(
      offences(/^src\/bridge\//, (target) => isPackage(target) || inside("bridge")(target)),
    ).toEqual([]);
  });

  it("the kit knows the bridge only", () => {
    expect(
      offences(
        /^src\/kit\//,
        (target) => isPackage(target) || inside("kit")(target) || inside("bridge")(target),
      ),
    ).toEqual([]);
  });

  it("the wizard knows kit and bridge only", () => {
    expect(
      offences(
        /^src\/wizard\//,
        (target) => isPackage(target) || /^src\/(wizard|kit|bridge)(\/|$)/.test(target),
      ),
    ).toEqual([]);
  });

  it("a feature knows wizard, kit, bridge and itself", () => {
    expect(
      offences(/^src\/features\//, (target, path) => {
        const own = path.split("/").slice(0, 3).join("/");
        return (
          isPackage(target) ||
          target === own ||
          target.startsWith(`${own}/`) ||
          /^src\/(wizard|kit|bridge)(\/|$)/.test(target)
        );
      }),
    ).toEqual([]);
  });

  it("nobody counts money in floating point", () => {
    const floats = files.filter(
      ({ path, text }) => !/\.test\.tsx?$/.test(path) && /\b(parseFloat|toFixed)\(/.test(text),
    );
    expect(floats.map(({ path }) => path)).toEqual([]);
  });

  it("every feature has a place, and the welcome page has none", () => {
    const known: readonly string[] = [...places, "welcome"];
    expect(featureNames().filter((name) => !known.includes(name))).toEqual([]);
  });
});
