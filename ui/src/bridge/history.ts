// Undo and redo, for the header, the shortcuts and the toasts.
import { useCallback } from "react";
import { useDesk, useDeskAction } from "./hooks";

export interface History {
  /** What undo would take back; undefined when there is nothing. */
  undoTitle: string | undefined;
  redoTitle: string | undefined;
  busy: boolean;
  /** Resolves to the title of the step taken back. */
  undo: () => Promise<string>;
  redo: () => Promise<string>;
}

export function useHistory(): History {
  const list = useDesk("history_list", { offset: 0, limit: 1 });
  const undo = useDeskAction("history_undo");
  const redo = useDeskAction("history_redo");
  const { runAsync: runUndo } = undo;
  const { runAsync: runRedo } = redo;
  return {
    undoTitle: list.data?.undo,
    redoTitle: list.data?.redo,
    busy: undo.isPending || redo.isPending,
    undo: useCallback(async () => (await runUndo({})).title, [runUndo]),
    redo: useCallback(async () => (await runRedo({})).title, [runRedo]),
  };
}
