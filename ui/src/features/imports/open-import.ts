// The import that is open, kept while the seller looks at another page and comes back.
import { useSyncExternalStore } from "react";
import {
  call,
  type DeskError,
  type ImportDone,
  type ImportPreview,
  type ImportTarget,
} from "../../bridge";

export type OpenImport =
  | { stage: "pick"; problem?: DeskError }
  | { stage: "preview"; asked: ImportTarget | null; paths: string[]; preview: ImportPreview }
  | { stage: "done"; asked: ImportTarget | null; target: ImportTarget | null; done: ImportDone };

let current: OpenImport = { stage: "pick" };
const listeners = new Set<() => void>();

export function setOpenImport(next: OpenImport): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Back to choosing files; what the desk holds open is let go. */
export function leaveImport(): void {
  if (current.stage === "preview") {
    // The desk forgets it anyway when it closes; nothing depends on the answer.
    void call("import_close", { import_id: current.preview.import_id }).catch(() => undefined);
  }
  setOpenImport({ stage: "pick" });
}

export function useOpenImport(): OpenImport {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
