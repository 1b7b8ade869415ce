// A question before something that matters, with its consequences spelled out.
import { App } from "antd";
import type { ReactNode } from "react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

export interface Question {
  title: string;
  text?: ReactNode;
  /** What will happen, one line each. */
  consequences?: readonly ReactNode[];
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
}

/** `const confirm = useConfirm(); if (await confirm({…})) …` */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  const { t } = useTranslation("kit");
  return useCallback(
    async ({ title, text, consequences = [], confirmLabel, cancelLabel, danger = false }) => {
      const answer = modal.confirm({
        title,
        icon: null,
        width: 480,
        content: (
          <div className="pd-confirm">
            {text && <p>{text}</p>}
            {consequences.length > 0 && (
              <ul>
                {consequences.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
                  <li key={index}>{line}</li>
                ))}
              </ul>
            )}
          </div>
        ),
        okText: confirmLabel,
        cancelText: cancelLabel ?? t("confirm.cancel"),
        okButtonProps: { danger, "data-testid": "confirm-yes" },
        cancelButtonProps: { "data-testid": "confirm-no" },
        // What cannot be taken back lightly is not under the Enter key.
        focusable: { autoFocusButton: danger ? "cancel" : "ok" },
      });
      return (await answer) === true;
    },
    [modal, t],
  );
}
