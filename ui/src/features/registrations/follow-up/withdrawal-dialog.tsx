// Asking for a withdrawal: what it does, in the desk's words, before it is asked for.
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useDesk, useDeskAction, type Withdraw } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Notice } from "../../../kit/notice";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText, useToast } from "../../../kit/toast";
import { CountText, InstantText } from "../../../kit/values";

export function WithdrawalDialog({
  request,
  onClose,
  onDone,
}: {
  request: Withdraw;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { t } = useTranslation(["registrations", "kit"]);
  const toast = useToast();
  const shown = useDesk("withdrawal_show", request, { alwaysFresh: true });
  const ask = useDeskAction("withdrawal_request", {
    onDone: () => {
      toast.done(t("registrations:withdraw.asked"), { undo: true });
      onDone?.();
      onClose();
    },
  });
  const problem = shown.error ?? ask.error;
  return (
    <Modal
      open
      title={t(`registrations:withdraw.titles.${request.scope}`)}
      okText={t("registrations:withdraw.ask")}
      cancelText={t("registrations:cancel")}
      okButtonProps={{
        danger: true,
        disabled: !shown.data,
        "data-testid": "withdraw-confirm",
      }}
      confirmLoading={ask.isPending}
      onOk={() => ask.run(request)}
      onCancel={onClose}
    >
      <Stack gap={12}>
        {problem && (
          <Notice tone="block" title={t("registrations:withdraw.failed")} testId="withdraw-problem">
            {problemText(problem, t("kit:toast.bug"))}
          </Notice>
        )}
        {shown.data ? (
          <div data-testid="withdraw-consequences">
            <p>
              {t("registrations:withdraw.products")} <CountText value={shown.data.products} />
            </p>
            <ul>
              {shown.data.consequences.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {shown.data.can_register_again_until !== null && (
              <p>
                {t("registrations:withdraw.againUntil")}{" "}
                <InstantText value={shown.data.can_register_again_until} />
              </p>
            )}
          </div>
        ) : (
          !problem && <BlockSkeleton />
        )}
      </Stack>
    </Modal>
  );
}
