// Recording what the platform decided: approved, or refused with its reason.
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PlatformVerdict, useDeskAction } from "../../../bridge";
import { Field } from "../../../kit/field";
import { useToast } from "../../../kit/toast";

export function DecideButtons({
  named,
  busy,
  disabled = false,
  onDecide,
  testId,
}: {
  /** What is decided, for screen readers. */
  named: string;
  busy: boolean;
  disabled?: boolean;
  onDecide: (verdict: PlatformVerdict) => void;
  testId: string;
}) {
  const { t } = useTranslation("registrations");
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const reject = () => {
    setAsking(false);
    onDecide({ kind: "rejected", reason: reason.trim() });
    setReason("");
  };
  return (
    <>
      <Button
        size="small"
        disabled={disabled || busy}
        onClick={() => onDecide({ kind: "approved" })}
        aria-label={t("decide.approveNamed", { named })}
        data-testid={`${testId}-approve`}
      >
        {t("decide.approve")}
      </Button>
      <Button
        size="small"
        disabled={disabled || busy}
        onClick={() => setAsking(true)}
        aria-label={t("decide.rejectNamed", { named })}
        data-testid={`${testId}-reject`}
      >
        {t("decide.reject")}
      </Button>
      <Modal
        open={asking}
        title={t("decide.rejectNamed", { named })}
        okText={t("decide.record")}
        cancelText={t("cancel")}
        onOk={reject}
        onCancel={() => setAsking(false)}
        okButtonProps={{ "data-testid": "reject-confirm" }}
        destroyOnHidden
      >
        <Field label={t("decide.reason")} hint={t("decide.reasonHint")}>
          {({ status, ...control }) => (
            <Input.TextArea
              {...control}
              status={status}
              rows={3}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              data-testid="reject-reason"
            />
          )}
        </Field>
      </Modal>
    </>
  );
}

/** The decision on a request of the seller's own. */
export function DecideRequest({
  command,
  id,
  named,
  testId,
  onApproved,
}: {
  command: "withdrawal_decide" | "price_edit_decide";
  /** The request. */
  id: string;
  named: string;
  testId: string;
  onApproved?: () => void;
}) {
  const { t } = useTranslation("registrations");
  const toast = useToast();
  const decide = useDeskAction(command, {
    onDone: (_changed, { verdict }) => {
      toast.done(t("requests.recorded"), { undo: true });
      if (verdict.kind === "approved") onApproved?.();
    },
    onRefused: (error) => toast.problem(error),
  });
  return (
    <DecideButtons
      named={named}
      busy={decide.isPending}
      onDecide={(verdict) => decide.run({ id, verdict })}
      testId={testId}
    />
  );
}
