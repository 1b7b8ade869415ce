// One request to the desk, typed by its name.
import { asDeskError } from "./desk-error";
import { uiLanguage } from "./language";
import { send } from "./transport";
import type { Commands } from "./types";

export type CommandName = keyof Commands;
export type RequestOf<K extends CommandName> = Commands[K][0];
export type ResponseOf<K extends CommandName> = Commands[K][1];

/**
 * Sends one request in the language of the page.
 * @throws {DeskError} for every refusal and failure.
 */
export async function call<K extends CommandName>(
  name: K,
  request: RequestOf<K>,
): Promise<ResponseOf<K>> {
  try {
    return (await send(name, { request, language: uiLanguage() })) as ResponseOf<K>;
  } catch (thrown) {
    throw asDeskError(name, thrown);
  }
}
