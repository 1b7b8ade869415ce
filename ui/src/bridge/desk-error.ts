// What the desk answers when it says no.
import type { CommandError, FindingView } from "./types";

/** A refusal or failure of one command. `error` is a tagged union on `kind`. */
export class DeskError extends Error {
  override readonly name = "DeskError";

  constructor(
    readonly command: string,
    readonly error: CommandError,
  ) {
    super("message" in error ? error.message : (error.findings[0]?.what ?? command));
  }

  get kind(): CommandError["kind"] {
    return this.error.kind;
  }

  /** What to do about it, in the asked language; undefined where the message says it all. */
  get remedy(): string | undefined {
    return "remedy" in this.error ? this.error.remedy : undefined;
  }

  /** The findings of a refusal; empty for every other kind. */
  get findings(): readonly FindingView[] {
    return "findings" in this.error ? this.error.findings : [];
  }
}

/** A kind, and what every kind has to show: a message, or the findings of a refusal. */
export function isCommandError(thrown: unknown): thrown is CommandError {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "kind" in thrown &&
    typeof thrown.kind === "string" &&
    (("message" in thrown && typeof thrown.message === "string") ||
      ("findings" in thrown && Array.isArray(thrown.findings)))
  );
}

/** Anything a transport throws, as a DeskError; what is no CommandError counts as a bug. */
export function asDeskError(command: string, thrown: unknown): DeskError {
  if (thrown instanceof DeskError) return thrown;
  if (isCommandError(thrown)) return new DeskError(command, thrown);
  const message = thrown instanceof Error ? thrown.message : textOf(thrown);
  return new DeskError(command, { kind: "bug", message });
}

/** Something that is no error, as a text for the report of a bug. */
function textOf(thrown: unknown): string {
  return typeof thrown === "object" ? JSON.stringify(thrown) : String(thrown);
}
