// Rate, samples and contact: all of them are asked for (AF-03, AF-05, AF-10).
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Contact, JoinDraft, JoinForm } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { DecimalField, PercentField } from "../../../kit/number-fields";

interface TermsProps {
  form: JoinForm;
  draft: JoinDraft;
  change: (fields: Partial<JoinDraft>) => void;
}

export function TermsStep({ form, draft, change }: TermsProps) {
  const { t } = useTranslation("affiliate");
  return (
    <Stack>
      <Card title={t("join.offer")}>
        <div className="pd-fields pd-affiliate-fields">
          <Field
            label={t("join.rate")}
            hint={t("join.rateHint", { least: form.rate_at_least, most: form.rate_at_most })}
            path="rate"
          >
            {(control) => (
              <PercentField
                {...control}
                value={draft.rate}
                onChange={(rate) => change({ rate })}
                testId="join-rate"
              />
            )}
          </Field>
          <Field label={t("join.samples")} hint={t("join.samplesHint")} path="samples">
            {(control) => (
              <DecimalField
                {...control}
                value={draft.samples}
                onChange={(samples) => change({ samples })}
                testId="join-samples"
              />
            )}
          </Field>
        </div>
      </Card>
      <Card title={t("join.contact")} text={t("join.contactText")}>
        <ContactFields contact={draft.contact} onChange={(contact) => change({ contact })} />
      </Card>
    </Stack>
  );
}

const parts = ["email", "messenger", "phone"] as const;

function ContactFields({
  contact,
  onChange,
}: {
  contact: Contact;
  onChange: (contact: Contact) => void;
}) {
  const { t } = useTranslation("affiliate");
  return (
    <div className="pd-fields pd-affiliate-fields">
      {parts.map((part) => (
        <Field
          key={part}
          label={t(`join.${part}`)}
          optional={part !== "email"}
          path={`contact.${part}`}
        >
          {(control) => (
            <Input
              {...control}
              value={contact[part]}
              onChange={({ target }) => onChange({ ...contact, [part]: target.value })}
              data-testid={`join-${part}`}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
