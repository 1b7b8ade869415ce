// What the desk answers when it says no.
import type { CommandError, Finding } from "./types";

/** A refusal or failure of one command. `error` is a tagged union on `kind`. */
export class DeskError extends Error {
  override readonly name = "DeskError";

  constructor(
    readonly command: string,
    readonly error: CommandError,
  ) {
    super("message" in error ? error.message : `${command}: ${error.kind}`);
  }

  get kind(): CommandError["kind"] {
    return this.error.kind;
  }

  /** The findings of a refusal; empty for every other kind. */
  get findings(): readonly Finding[] {
    return "findings" in this.error ? this.error.findings : [];
  }
}

export function isCommandError(thrown: unknown): thrown is CommandError {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "kind" in thrown &&
    typeof thrown.kind === "string"
  );
}

/** Anything a transport throws, as a DeskError; what is no CommandError counts as a bug. */
export function asDeskError(command: string, thrown: unknown): DeskError {
  if (thrown instanceof DeskError) return thrown;
  if (isCommandError(thrown)) return new DeskError(command, thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new DeskError(command, { kind: "bug", message });
}
