// Beginning or reopening the draft of a campaign, and going to it.
import { useState } from "react";
import { useNavigate } from "react-router";
import { useDeskAction } from "../../bridge";
import { pathToDraft } from "../../kit/places";
import { useToast } from "../../kit/toast";

export function useOpenDraft() {
  const navigate = useNavigate();
  const toast = useToast();
  const [opening, setOpening] = useState(false);
  const { runAsync } = useDeskAction("draft_open");
  /** `again` finds the products to begin with; left out: as the draft stands. */
  const open = async (campaignId: string, again?: () => string[] | Promise<string[]>) => {
    setOpening(true);
    try {
      const head = await runAsync({ campaign_id: campaignId, again: (await again?.()) ?? [] });
      void navigate(pathToDraft(head.line.id));
    } catch (thrown) {
      toast.problem(thrown);
    } finally {
      setOpening(false);
    }
  };
  return {
    open: (id: string, again?: Parameters<typeof open>[1]) => void open(id, again),
    opening,
  };
}
