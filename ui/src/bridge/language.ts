// The language requests are asked in, so that findings come back in the words the seller reads.
import { useSyncExternalStore } from "react";

export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

let current: Language = "en";
const listeners = new Set<() => void>();

export function uiLanguage(): Language {
  return current;
}

/** Told by the frame whenever the seller switches. */
export function setUiLanguage(language: Language): void {
  if (language === current) return;
  current = language;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useUiLanguage(): Language {
  return useSyncExternalStore(subscribe, uiLanguage);
}
