// Keys that work on every page. Inside a text field undo and redo belong to the field.
import { useEffect } from "react";
import { useUndo } from "./undo";

export type Shortcut = "palette" | "undo" | "redo";

export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === "k" && !event.shiftKey) return "palette";
  if (inTextField(event.target)) return undefined;
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  if (key === "y" && !event.shiftKey) return "redo";
  return undefined;
}

function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])")
  );
}

export function useShortcuts(openPalette: () => void): void {
  const { undo, redo, undoTitle, redoTitle, busy } = useUndo();
  useEffect(() => {
    const run: Record<Shortcut, () => void> = {
      palette: openPalette,
      undo: () => undoTitle !== undefined && !busy && undo(),
      redo: () => redoTitle !== undefined && !busy && redo(),
    };
    const pressed = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      run[shortcut]();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [openPalette, undo, redo, undoTitle, redoTitle, busy]);
}
