// A made-up desk for tests: answers from a map typed by the same commands.
import type { CommandName, RequestOf, ResponseOf } from "./call";
import { replaceTransport } from "./transport";
import type { CommandError } from "./types";

export type FakeAnswers = {
  [K in CommandName]?:
    | ResponseOf<K>
    | ((request: RequestOf<K>, language: string) => ResponseOf<K> | Promise<ResponseOf<K>>);
};

export interface FakeCall {
  name: string;
  request: unknown;
  language: string;
}

export interface FakeDesk {
  /** Every request so far, oldest first. */
  readonly calls: readonly FakeCall[];
  /** The requests of one command. */
  requests<K extends CommandName>(name: K): RequestOf<K>[];
  /** Changes or adds answers. */
  answer(more: FakeAnswers, others?: Record<string, unknown>): void;
  remove(): void;
}

/** Thrown by an answer function to refuse, as the desk would. */
export function refuse(error: CommandError): never {
  throw error;
}

/**
 * Answers commands from `answers`, and window-only commands from `others` (a value, or a function of
 * the request). A command without an answer is an error that names it.
 */
export function installFakeDesk(
  answers: FakeAnswers,
  others: Record<string, unknown> = {},
): FakeDesk {
  const known: Record<string, unknown> = { ...answers, ...others };
  const calls: FakeCall[] = [];
  const restore = replaceTransport({
    async send(name, args) {
      const language = String(args["language"] ?? "");
      calls.push({ name, request: args["request"], language });
      if (!(name in known)) {
        throw { kind: "bug", message: `The fake desk has no answer for ${name}.` };
      }
      const answer = known[name];
      const value: unknown =
        typeof answer === "function" ? await answer(args["request"], language) : answer;
      // What crosses the bridge is JSON: nobody may keep a reference to the desk's own values.
      return value === undefined ? undefined : structuredClone(value);
    },
  });
  return {
    calls,
    requests: <K extends CommandName>(name: K) =>
      calls.filter((one) => one.name === name).map((one) => one.request as RequestOf<K>),
    answer: (more, extra = {}) => Object.assign(known, more, extra),
    remove: restore,
  };
}
