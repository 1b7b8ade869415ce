// What a campaign is called, and when it takes registrations and runs.
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { CampaignKind } from "../../bridge";
import { Field } from "../../kit/field";
import { InstantField, PeriodField } from "../../kit/period-field";
import { problemAt } from "./campaign-draft";
import type { Fields } from "./form";
import { kinds } from "./kinds";

export function NameFields({
  draft,
  change,
  problems,
  onKind,
}: Fields & { onKind: (kind: CampaignKind) => void }) {
  const { t } = useTranslation(["campaign-form", "campaigns"]);
  return (
    <div className="pd-fields pd-campaign-fields">
      <Field label={t("name.label")} hint={t("name.hint")} problem={problemAt(problems, "name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
            data-testid="campaign-name"
          />
        )}
      </Field>
      <Field label={t("kind.label")} hint={t("kind.hint")} problem={problemAt(problems, "kind")}>
        {(control) => (
          <Select<CampaignKind>
            {...control}
            aria-label={t("kind.label")}
            value={draft.kind}
            onChange={onKind}
            options={kinds.map((kind) => ({ value: kind, label: t(`campaigns:kinds.${kind}`) }))}
            style={{ width: "100%" }}
            data-testid="campaign-kind"
          />
        )}
      </Field>
      {(draft.kind === "integrated" || draft.sub_campaigns.length > 0) && (
        <Field
          label={t("subCampaigns.label")}
          hint={t("subCampaigns.hint")}
          optional
          problem={problemAt(problems, "sub_campaigns")}
        >
          {(control) => (
            <Select<string[]>
              {...control}
              mode="tags"
              open={false}
              suffixIcon={null}
              aria-label={t("subCampaigns.label")}
              value={draft.sub_campaigns}
              onChange={(sub_campaigns) => change({ sub_campaigns })}
              style={{ width: "100%" }}
              data-testid="campaign-sub-campaigns"
            />
          )}
        </Field>
      )}
      <Field label={t("note.label")} optional problem={problemAt(problems, "note")}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={draft.note}
            onChange={({ target }) => change({ note: target.value })}
            data-testid="campaign-note"
          />
        )}
      </Field>
    </div>
  );
}

export function WindowFields({ draft, change, problems }: Fields) {
  const { t } = useTranslation("campaign-form");
  return (
    <div className="pd-fields pd-campaign-fields">
      <Field
        label={t("registration.label")}
        problem={problemAt(problems, "registration")}
        testId="campaign-registration"
      >
        {(control) => (
          <PeriodField
            {...control}
            value={draft.registration}
            onChange={(registration) => change({ registration })}
          />
        )}
      </Field>
      <Field
        label={t("running.label")}
        problem={problemAt(problems, "running")}
        testId="campaign-running"
      >
        {(control) => (
          <PeriodField
            {...control}
            value={draft.running}
            onChange={(running) => change({ running })}
          />
        )}
      </Field>
      <Field
        label={t("reRegistration.label")}
        hint={t("reRegistration.hint")}
        optional
        problem={problemAt(problems, "re_registration_deadline")}
        testId="campaign-re-registration"
      >
        {(control) => (
          <InstantField
            {...control}
            value={draft.re_registration_deadline}
            onChange={(re_registration_deadline) => change({ re_registration_deadline })}
          />
        )}
      </Field>
    </div>
  );
}
