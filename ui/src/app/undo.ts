// Undo and redo with the message that says what happened.
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useHistory } from "../bridge";
import { useToast } from "../kit/toast";

export function useUndo() {
  const { t } = useTranslation("frame");
  const { undo, redo, ...state } = useHistory();
  const toast = useToast();
  return {
    ...state,
    undo: useCallback(() => {
      undo().then(
        (title) => toast.notice(t("history.undone", { title })),
        (thrown: unknown) => toast.problem(thrown),
      );
    }, [undo, toast, t]),
    redo: useCallback(() => {
      redo().then(
        (title) => toast.notice(t("history.redone", { title })),
        (thrown: unknown) => toast.problem(thrown),
      );
    }, [redo, toast, t]),
  };
}
