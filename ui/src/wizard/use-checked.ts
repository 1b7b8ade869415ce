// Checking while typing: after a short pause the draft goes to a `…_check` command.
import {
  type CommandName,
  type DeskError,
  identityOf,
  type RequestOf,
  type ResponseOf,
  useDesk,
} from "../bridge";
import { useSettled } from "../kit/search-field";

export interface Checking<T> {
  /** The latest answer; it may be about the draft of a moment ago while `checking`. */
  answer: T | undefined;
  /** The draft has changed since the answer. */
  checking: boolean;
  error: DeskError | null;
}

/** `useChecked("campaign_check", { campaign })`; pass `enabled: false` while there is nothing to check. */
export function useChecked<K extends CommandName>(
  name: K,
  request: RequestOf<K>,
  { enabled = true, pauseMs = 300 }: { enabled?: boolean; pauseMs?: number } = {},
): Checking<ResponseOf<K>> {
  const wanted = JSON.stringify(request);
  const settled = useSettled(wanted, pauseMs);
  const checked = useDesk(name, JSON.parse(settled) as RequestOf<K>, {
    enabled,
    keepPrevious: true,
    alwaysFresh: true,
  });
  return {
    answer: checked.data,
    checking: enabled && (wanted !== settled || checked.isFetching || checked.isPlaceholderData),
    error: checked.error,
  };
}

/**
 * The same for a draft that may be too long to be compared; one that was changed has to be another
 * object: `useCheckedDraft("partner_join_check", draft, (draft) => ({ draft }))`.
 */
export function useCheckedDraft<K extends CommandName, D extends object>(
  name: K,
  draft: D,
  requestOf: (draft: D) => RequestOf<K>,
  { pauseMs = 300 }: { pauseMs?: number } = {},
): Checking<ResponseOf<K>> {
  const settled = useSettled(draft, pauseMs);
  const checked = useDesk(name, requestOf(settled), {
    keepPrevious: true,
    alwaysFresh: true,
    standsFor: identityOf(settled),
  });
  return {
    answer: checked.data,
    checking: draft !== settled || checked.isFetching || checked.isPlaceholderData,
    error: checked.error,
  };
}
