// The window asks before it closes: the page lets it go, unless something unsaved would be lost.
import { useEffect } from "react";
import { answerClose, listenToWindow } from "../bridge";
import { somethingUnsaved, useAskToLeave } from "../kit/leave-guard";

export function WindowClosing() {
  const ask = useAskToLeave();
  useEffect(
    () =>
      listenToWindow(({ kind }) => {
        if (kind !== "closeRequested") return;
        if (!somethingUnsaved()) {
          answerClose(true);
          return;
        }
        // The window does not wait long for an answer: it stays open first, and closes when the seller says so.
        answerClose(false);
        void ask().then((leave) => leave && answerClose(true));
      }),
    [ask],
  );
  return null;
}
