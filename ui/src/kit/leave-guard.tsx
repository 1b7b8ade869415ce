// Asks before something unsaved is left: by going to another page, or by closing the window.
import { use, useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { UNSAFE_DataRouterContext as DataRouter, useBlocker } from "react-router";
import { useConfirm } from "./confirm";

let active = 0;

/** Whether anything on the page would be lost now. */
export function somethingUnsaved(): boolean {
  return active > 0;
}

export function LeaveGuard({ when }: { when: boolean }) {
  // Without the app's own router (parts shown alone) there is no page to go to.
  const routed = use(DataRouter) !== null;
  useEffect(() => {
    if (!when) return;
    active += 1;
    return () => {
      active -= 1;
    };
  }, [when]);
  return routed ? <PageGuard when={when} /> : null;
}

function PageGuard({ when }: { when: boolean }) {
  const ask = useAskToLeave();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    void ask().then((leave) => (leave ? blocker.proceed() : blocker.reset()));
  }, [blocker, ask]);
  return null;
}

/** The question itself; true to leave. */
export function useAskToLeave(): () => Promise<boolean> {
  const { t } = useTranslation("kit");
  const confirm = useConfirm();
  return useCallback(
    () =>
      confirm({
        title: t("leave.title"),
        text: t("leave.text"),
        confirmLabel: t("leave.leave"),
        cancelLabel: t("leave.stay"),
        danger: true,
      }),
    [confirm, t],
  );
}
