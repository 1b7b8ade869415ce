// Short messages at the foot of the window: done (with undo), a notice, a problem.
import { App, Button } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { DeskError, useHistory } from "../bridge";
import { sentences } from "./sentences";

export interface Toast {
  /** Something was saved. `undo` offers to take the last step back. */
  done: (text: string, options?: { undo?: boolean; detail?: string }) => void;
  notice: (text: string, detail?: string) => void;
  /** Something failed: pass what was thrown. */
  problem: (thrown: unknown, title?: string) => void;
}

export function useToast(): Toast {
  const { notification } = App.useApp();
  const { t } = useTranslation("kit");
  const history = useHistory();
  const { undo } = history;

  return useMemo(() => {
    const place = { placement: "bottomLeft" as const };
    const problem: Toast["problem"] = (thrown, title) => {
      notification.error({
        ...place,
        title: title ?? t("toast.failed"),
        description: problemText(thrown, t("toast.bug")),
        duration: 10,
        role: "alert",
      });
    };
    return {
      done: (text, options = {}) => {
        const key = `done-${Date.now()}`;
        notification.success({
          ...place,
          key,
          title: text,
          description: options.detail,
          duration: options.undo ? 8 : 4,
          role: "status",
          actions: options.undo ? (
            <Button
              size="small"
              data-testid="toast-undo"
              onClick={() => {
                notification.destroy(key);
                undo().catch((thrown: unknown) => problem(thrown));
              }}
            >
              {t("toast.undo")}
            </Button>
          ) : undefined,
        });
      },
      notice: (text, detail) =>
        notification.info({ ...place, title: text, description: detail, role: "status" }),
      problem,
    };
  }, [notification, t, undo]);
}

/** The sentences of an error that are meant for the seller; a bug gets one general sentence. */
export function problemText(thrown: unknown, general: string): string {
  if (!(thrown instanceof DeskError) || thrown.kind === "bug") return general;
  return sentences(thrown.message, thrown.remedy);
}
