// Throws a kept draft away; undo brings it back.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useDeskAction } from "../../../bridge";
import { useConfirm } from "../../../kit/confirm";
import { useToast } from "../../../kit/toast";

export function DiscardButton({ draftId, onGone }: { draftId: string; onGone: () => void }) {
  const { t } = useTranslation("coupons");
  const confirm = useConfirm();
  const toast = useToast();
  const action = useDeskAction("coupon_draft_delete", {
    onDone: () => {
      toast.done(t("wizard.discarded"), { undo: true });
      onGone();
    },
    onRefused: (error) => toast.problem(error),
  });
  const discard = async () => {
    const sure = await confirm({
      title: t("wizard.discardTitle"),
      text: t("wizard.discardText"),
      confirmLabel: t("wizard.discard"),
      danger: true,
    });
    if (sure) action.run({ coupon_id: draftId });
  };
  return (
    <Button
      type="text"
      loading={action.isPending}
      onClick={() => void discard()}
      data-testid="wizard-discard"
    >
      {t("wizard.discard")}
    </Button>
  );
}
