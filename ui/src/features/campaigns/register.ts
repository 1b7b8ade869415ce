// From a campaign into its registration: the draft that is open for it, or a new one.
import { useNavigate } from "react-router";
import { type DeskError, useDeskAction } from "../../bridge";
import { pathToDraft } from "../../kit/places";

export function useRegister(onRefused: (error: DeskError) => void) {
  const navigate = useNavigate();
  const open = useDeskAction("draft_open", {
    onDone: ({ line }) => void navigate(pathToDraft(line.id)),
    onRefused,
  });
  return {
    register: (campaign_id: string) => open.run({ campaign_id, again: [] }),
    /** The campaign whose draft is being opened. */
    opening: open.isPending ? open.variables.campaign_id : undefined,
  };
}
