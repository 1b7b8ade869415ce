// Checking while typing: after a short pause the draft goes to a `…_check` command.
import {
  type CommandName,
  type DeskError,
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
