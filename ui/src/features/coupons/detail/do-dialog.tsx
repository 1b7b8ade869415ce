// What editing cannot take back is asked for once more; what the desk objects to is answered here.
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskError, useDeskAction } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Notice } from "../../../kit/notice";
import { problemText, useToast } from "../../../kit/toast";
import { AnswerFindings, unanswered } from "../../../wizard";

export type Doing = "deactivate" | "send";

export function DoDialog({
  doing,
  couponId,
  name,
  onClose,
}: {
  doing: Doing;
  couponId: string;
  name: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(["coupons", "kit"]);
  const toast = useToast();
  const [acknowledged, acknowledge] = useState<string[]>([]);
  const [refused, setRefused] = useState<DeskError>();
  const options = {
    onDone: () => {
      toast.done(t(`coupons:do.${doing}.done`, { name }), { undo: true });
      onClose();
    },
    onRefused: setRefused,
  };
  const deactivate = useDeskAction("coupon_deactivate", options);
  const send = useDeskAction("coupon_send", options);
  const action = doing === "deactivate" ? deactivate : send;
  const findings = refused?.findings ?? [];
  return (
    <Modal
      open
      title={t(`coupons:do.${doing}.title`, { name })}
      okText={t(`coupons:do.${doing}.confirm`)}
      okButtonProps={{
        danger: doing === "deactivate",
        loading: action.isPending,
        disabled: unanswered(findings, acknowledged).length > 0,
        "data-testid": "coupon-do-confirm",
      }}
      cancelButtonProps={{ "data-testid": "coupon-do-cancel" }}
      onOk={() => action.run({ coupon_id: couponId, acknowledged })}
      onCancel={onClose}
      data-testid="coupon-do"
    >
      <Stack>
        <p>{t(`coupons:do.${doing}.text`)}</p>
        {refused && findings.length === 0 && (
          <Notice tone="block" title={t("coupons:do.refused")} testId="coupon-do-problem">
            {problemText(refused, t("kit:toast.bug"))}
          </Notice>
        )}
        <AnswerFindings findings={findings} acknowledged={acknowledged} onChange={acknowledge} />
      </Stack>
    </Modal>
  );
}
