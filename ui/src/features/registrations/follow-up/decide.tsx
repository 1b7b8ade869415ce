// Recording what the platform decided: approved, or refused with its reason.
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskError, type PlatformVerdict, useDesk, useDeskAction } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { Notice } from "../../../kit/notice";
import { InstantField } from "../../../kit/period-field";
import { problemText, useToast } from "../../../kit/toast";

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
        <ReasonField reason={reason} onChange={setReason} />
      </Modal>
    </>
  );
}

/** The decision on a request of the seller's own, with the time it was made: fees follow it. */
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
  const [asking, setAsking] = useState<PlatformVerdict["kind"] | null>(null);
  return (
    <>
      <Button
        size="small"
        onClick={() => setAsking("approved")}
        aria-label={t("decide.approveNamed", { named })}
        data-testid={`${testId}-approve`}
      >
        {t("decide.approve")}
      </Button>
      <Button
        size="small"
        onClick={() => setAsking("rejected")}
        aria-label={t("decide.rejectNamed", { named })}
        data-testid={`${testId}-reject`}
      >
        {t("decide.reject")}
      </Button>
      {asking && (
        <RequestDialog
          command={command}
          id={id}
          kind={asking}
          named={named}
          onClose={() => setAsking(null)}
          onApproved={onApproved}
        />
      )}
    </>
  );
}

function RequestDialog({
  command,
  id,
  kind,
  named,
  onClose,
  onApproved,
}: {
  command: "withdrawal_decide" | "price_edit_decide";
  id: string;
  kind: PlatformVerdict["kind"];
  named: string;
  onClose: () => void;
  onApproved: (() => void) | undefined;
}) {
  const { t } = useTranslation(["registrations", "kit"]);
  const toast = useToast();
  const now = useDesk("desk_state", {}, { alwaysFresh: true }).data?.now ?? null;
  const [reason, setReason] = useState("");
  /** Left alone it is the desk's own now, to the second. */
  const [decidedAt, setDecidedAt] = useState<{ at: string | null } | null>(null);
  const decide = useDeskAction(command, {
    onDone: () => {
      toast.done(t("registrations:requests.recorded"), { undo: true });
      if (kind === "approved") onApproved?.();
      onClose();
    },
  });
  const { error } = decide;
  const emptied = decidedAt !== null && decidedAt.at === null;
  const problem = emptied
    ? { what: t("registrations:decide.noTime"), action: t("registrations:decide.enterTime") }
    : error && fieldOf(error) === "decided_at"
      ? { what: error.message, action: error.remedy ?? "" }
      : undefined;
  const record = () =>
    decide.run({
      id,
      verdict: kind === "approved" ? { kind } : { kind, reason: reason.trim() },
      decided_at: decidedAt?.at ?? null,
    });
  return (
    <Modal
      open
      title={t(`registrations:decide.${kind === "approved" ? "approveNamed" : "rejectNamed"}`, {
        named,
      })}
      okText={t("registrations:decide.record")}
      cancelText={t("registrations:cancel")}
      okButtonProps={{ disabled: emptied, "data-testid": "decide-confirm" }}
      confirmLoading={decide.isPending}
      onOk={record}
      onCancel={onClose}
    >
      <Stack gap={12}>
        {error && fieldOf(error) !== "decided_at" && (
          <Notice tone="block" title={t("registrations:decide.failed")} testId="decide-problem">
            {problemText(error, t("kit:toast.bug"))}
          </Notice>
        )}
        <Field
          label={t("registrations:decide.at")}
          hint={t("registrations:decide.atHint")}
          problem={problem}
        >
          {(control) => (
            <InstantField
              {...control}
              value={decidedAt ? decidedAt.at : now}
              onChange={(at) => setDecidedAt({ at })}
              testId="decided-at"
            />
          )}
        </Field>
        {kind === "rejected" && <ReasonField reason={reason} onChange={setReason} />}
      </Stack>
    </Modal>
  );
}

/** The field that the desk refuses. */
const fieldOf = ({ error }: DeskError) => (error.kind === "invalid" ? error.field : undefined);

function ReasonField({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation("registrations");
  return (
    <Field label={t("decide.reason")} hint={t("decide.reasonHint")}>
      {({ status, ...control }) => (
        <Input.TextArea
          {...control}
          status={status}
          rows={3}
          value={reason}
          onChange={({ target }) => onChange(target.value)}
          data-testid="reject-reason"
        />
      )}
    </Field>
  );
}
