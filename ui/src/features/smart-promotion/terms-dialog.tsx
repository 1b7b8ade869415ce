// Recording the terms that Seller Center offers for a mode.
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskError, type Terms, useDeskAction } from "../../bridge";
import { Field, type FieldFault } from "../../kit/field";
import { PercentField } from "../../kit/number-fields";
import { useToast } from "../../kit/toast";

type TermsDraft = { [K in keyof Terms]: K extends "mode" ? Terms[K] : Terms[K] | null };

function termsOf(draft: TermsDraft): Terms | undefined {
  const { fee_rate, campaign_surcharge, service_package } = draft;
  if (fee_rate === null || campaign_surcharge === null) return undefined;
  return { ...draft, fee_rate, campaign_surcharge, service_package: service_package ?? "" };
}

export function TermsDialog({
  terms,
  complete,
  onClose,
}: {
  terms: Terms;
  /** Whether these terms were ever stated: where not, the rate starts empty. */
  complete: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("smart-promotion");
  const toast = useToast();
  const [draft, setDraft] = useState<TermsDraft>(complete ? terms : { ...terms, fee_rate: null });
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<DeskError>();
  const save = useDeskAction("smart_promotion_offer_save", {
    onDone: () => {
      toast.done(t("termsSaved"), { undo: true });
      onClose();
    },
    onRefused: (error) => {
      if (error.kind === "invalid") setRefused(error);
      else toast.problem(error);
    },
  });
  const set = (changes: Partial<TermsDraft>) => {
    setRefused(undefined);
    setDraft({ ...draft, ...changes });
  };
  const problem = (field: keyof Terms, required = false): FieldFault | undefined => {
    if (refused?.error.kind === "invalid" && refused.error.field === `terms.${field}`) {
      return { what: refused.error.message, action: refused.error.remedy };
    }
    return required && attempted && draft[field] === null
      ? { what: t("emptyField.what"), action: t("emptyField.action") }
      : undefined;
  };
  const submit = () => {
    setAttempted(true);
    const whole = termsOf(draft);
    if (whole) save.run({ terms: whole });
  };
  return (
    <Modal
      open
      title={t("recordTitle", { mode: t(`modes.${terms.mode}`) })}
      okText={t("saveTerms")}
      okButtonProps={{ loading: save.isPending, "data-testid": "terms-save" }}
      cancelButtonProps={{ "data-testid": "terms-cancel" }}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="pd-programme-quiet">{t("recordText")}</p>
      <Field label={t("servicePackage")} optional problem={problem("service_package")}>
        {(control) => (
          <Input
            {...control}
            value={draft.service_package ?? ""}
            onChange={({ target }) => set({ service_package: target.value })}
            data-testid="terms-package"
          />
        )}
      </Field>
      <Field
        label={t("feeRate")}
        hint={t(`feeBases.${terms.mode}`)}
        problem={problem("fee_rate", true)}
      >
        {(control) => (
          <PercentField
            {...control}
            value={draft.fee_rate}
            onChange={(fee_rate) => set({ fee_rate })}
            testId="terms-fee-rate"
          />
        )}
      </Field>
      <Field
        label={t("exemptedRate")}
        hint={t("exemptedHint")}
        optional
        problem={problem("exempted_rate")}
      >
        {(control) => (
          <PercentField
            {...control}
            value={draft.exempted_rate}
            onChange={(exempted_rate) => set({ exempted_rate })}
            testId="terms-exempted-rate"
          />
        )}
      </Field>
      <Field label={t("surcharge")} problem={problem("campaign_surcharge", true)}>
        {(control) => (
          <PercentField
            {...control}
            value={draft.campaign_surcharge}
            onChange={(campaign_surcharge) => set({ campaign_surcharge })}
            testId="terms-surcharge"
          />
        )}
      </Field>
    </Modal>
  );
}
