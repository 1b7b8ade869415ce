// Throws away what stands in a wizard; undo brings it back.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useDeskAction } from "../../bridge";
import { useToast } from "../../kit/toast";

export interface DiscardProps {
  command: "partner_join_discard" | "own_campaign_draft_delete";
  campaignId: string;
  onDone: () => void;
  testId: string;
}

export function Discard({ command, campaignId, onDone, testId }: DiscardProps) {
  const { t } = useTranslation("affiliate");
  const toast = useToast();
  const discarding = useDeskAction(command, {
    onDone: () => {
      toast.done(t("join.discarded"), { undo: true });
      onDone();
    },
    // Nothing was kept yet.
    onRefused: (error) => (error.kind === "not_found" ? onDone() : toast.problem(error)),
  });
  return (
    <Button
      onClick={() => discarding.run({ campaign_id: campaignId })}
      loading={discarding.isPending}
      data-testid={testId}
    >
      {t("join.discard")}
    </Button>
  );
}
