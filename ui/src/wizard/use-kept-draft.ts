// What was typed into a wizard is still there when it is opened again, until it is saved or thrown away.
import { useCallback, useState } from "react";

const prefix = "promodesk.draft.";

export interface KeptDraft<T> {
  draft: T;
  /** Changes some fields. */
  change: (fields: Partial<T>) => void;
  /** true when an earlier draft was found. */
  restored: boolean;
  /** After saving, or to begin anew. */
  forget: () => void;
}

function recall<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(prefix + key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    // Unreadable: as if there were none.
    return undefined;
  }
}

/**
 * Drafts the desk does not keep itself. `key` names the thing being made, with the shop in it:
 * `${shop}.campaign.new`. Change the key's version when the draft's fields change.
 */
export function useKeptDraft<T extends object>(key: string, initial: T): KeptDraft<T> {
  const [found] = useState(() => recall<T>(key));
  const [draft, setDraft] = useState<T>(() => ({ ...initial, ...found }));
  const change = useCallback(
    (fields: Partial<T>) =>
      setDraft((former) => {
        const next = { ...former, ...fields };
        try {
          localStorage.setItem(prefix + key, JSON.stringify(next));
        } catch {
          // Storage is full or switched off: the draft lives as long as the wizard.
        }
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => {
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // Nothing was kept then.
    }
    setDraft(initial);
  }, [key, initial]);
  return { draft, change, restored: found !== undefined, forget };
}
