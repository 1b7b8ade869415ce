// What only the window can do: native dialogs, dropped files, the wish to close, the title bar.
import { Channel } from "@tauri-apps/api/core";
import { asDeskError } from "./desk-error";
import { uiLanguage } from "./language";
import { send } from "./transport";

/** Which files a dialog offers. */
export type FileKind = "workbook" | "table" | "csv" | "xlsx" | "png" | "backup";

/** A dialog says what it cannot take in the language of the page. */
function pick<T>(name: string, args: Record<string, unknown>): Promise<T> {
  return ask(name, { ...args, language: uiLanguage() });
}

async function ask<T>(name: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return (await send(name, args)) as T;
  } catch (thrown) {
    throw asDeskError(name, thrown);
  }
}

/** Paths the seller chose; empty when the dialog was closed. */
export function pickFiles(kind: FileKind, title: string, several = false): Promise<string[]> {
  return pick("window_pick_files", { kind, several, title });
}

/** Where to write; null when the dialog was closed. */
export function pickSave(kind: FileKind, suggested: string, title: string): Promise<string | null> {
  return pick("window_pick_save", { kind, suggested, title });
}

/** A folder; null when the dialog was closed. */
export function pickFolder(title: string): Promise<string | null> {
  return pick("window_pick_folder", { title });
}

/** Gives the title bar the page's colours; null follows the system. */
export function setWindowTheme(theme: "light" | "dark" | null): void {
  // Cosmetic: outside the window nobody answers, and that is fine.
  void ask("window_theme", { theme }).catch(() => undefined);
}

/** What the window tells the page on its own. */
export type Notice =
  | { kind: "filesOver"; count: number }
  | { kind: "filesGone" }
  /** `unreadable` counts files whose names are no text. */
  | { kind: "filesDropped"; paths: string[]; unreadable: number }
  | { kind: "closeRequested" };

type Listener = (notice: Notice) => void;
const listeners = new Set<Listener>();
let channel: Channel<Notice> | undefined;

/** Hears the window's notices until the returned function is called. One channel serves all listeners. */
export function listenToWindow(listener: Listener): () => void {
  listeners.add(listener);
  openChannel();
  return () => listeners.delete(listener);
}

function openChannel(): void {
  if (channel || !("__TAURI_INTERNALS__" in globalThis)) return;
  channel = new Channel<Notice>((notice) => tellPage(notice));
  void send("window_listen", { channel }).catch(() => {
    channel = undefined;
  });
}

/** Passes a notice to every listener; tests call it in place of the window. */
export function tellPage(notice: Notice): void {
  for (const listener of listeners) listener(notice);
}

/** Lets the window go (`true`) or keeps it open, in answer to `closeRequested`. */
export function answerClose(close: boolean): void {
  void ask(close ? "window_close" : "window_keep_open").catch(() => undefined);
}
