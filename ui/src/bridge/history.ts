// Undo and redo, for the header, the shortcuts and the toasts.
import { useCallback } from "react";
import { useDesk, useDeskAction } from "./hooks";

export interface History {
  /** What undo would take back; undefined when there is nothing. */
  undoTitle: string | undefined;
  redoTitle: string | undefined;
  busy: boolean;
  /** Takes the last step back and tells which it was. */
  undo: () => Promise<string>;
  redo: () => Promise<string>;
}

export function useHistory(): History {
  const state = useDesk("history_state", {});
  const undo = useDeskAction("history_undo");
  const redo = useDeskAction("history_redo");
  const { runAsync: runUndo } = undo;
  const { runAsync: runRedo } = redo;
  return {
    undoTitle: state.data?.undo?.summary,
    redoTitle: state.data?.redo?.summary,
    busy: undo.isPending || redo.isPending,
    // A step taken back is the first to be done again, and the other way round.
    undo: useCallback(async () => (await runUndo({})).redo?.summary ?? "", [runUndo]),
    redo: useCallback(async () => (await runRedo({})).undo?.summary ?? "", [runRedo]),
  };
}
