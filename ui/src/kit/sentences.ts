// Sentences one after the other and names in a row, as the language joins them: Chinese has no blanks.
import i18next from "i18next";

/** Sentences in their order; those that are empty or missing are left out. */
export function sentences(...said: readonly (string | null | undefined)[]): string {
  return said
    .filter((one) => one !== null && one !== undefined && one !== "")
    .reduce<string>(
      (before, next) =>
        before === "" ? String(next) : i18next.t("kit:joined.sentences", { before, next }),
      "",
    );
}

/** What stands between two sentences that are drawn differently, so that they are copied and read apart. */
export function betweenSentences(): string {
  return i18next.t("kit:joined.sentences", { before: "", next: "" });
}

/** Names in a row, such as ids or columns. */
export function inARow(names: readonly string[]): string {
  return names.reduce(
    (before, next) => (before === "" ? next : i18next.t("kit:joined.names", { before, next })),
    "",
  );
}
