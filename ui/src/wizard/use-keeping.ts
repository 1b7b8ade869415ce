// What is typed into a wizard is kept at the desk, as a draft of its own, after a short pause.
import { useEffect, useRef } from "react";
import { type CommandName, type RequestOf, useDeskAction } from "../bridge";
import { useSettled } from "../kit/search-field";
import { useToast } from "../kit/toast";

/**
 * Keeps a draft that differs from the one the wizard began with; true while that is under way.
 * One that was changed has to be another object. `stale` are the answers that show kept drafts:
 * `useKeeping("partner_join_save", draft, (draft) => ({ draft }), ["partner_campaign_page"])`.
 */
export function useKeeping<K extends CommandName, D extends object>(
  name: K,
  draft: D,
  requestOf: (draft: D) => RequestOf<K>,
  stale: readonly CommandName[],
): boolean {
  const toast = useToast();
  const settled = useSettled(draft, 800);
  const kept = useRef(draft);
  const { run, isPending } = useDeskAction(name, {
    invalidates: stale,
    onRefused: (error) => toast.problem(error),
  });
  useEffect(() => {
    if (settled === kept.current) return;
    kept.current = settled;
    run(requestOf(settled));
  }, [settled, run, requestOf]);
  return isPending;
}
