// What a campaign of one's own says, when, for whom, at which rate.
import { Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { CreatorFormat, OwnCampaignDraft, OwnCampaignForm } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { CountField, PercentField } from "../../../kit/number-fields";
import { type DraftPeriod, PeriodField } from "../../../kit/period-field";

export type TypedOwn = Omit<OwnCampaignDraft, "registration" | "running"> & {
  registration: DraftPeriod;
  running: DraftPeriod;
};

interface OwnProps {
  form: OwnCampaignForm;
  typed: TypedOwn;
  change: (fields: Partial<TypedOwn>) => void;
}

export function OwnFields(props: OwnProps) {
  const { t } = useTranslation("affiliate");
  return (
    <Stack>
      <Card title={t("own.says")}>
        <SaysFields {...props} />
      </Card>
      <Card title={t("own.terms")}>
        <TermFields {...props} />
      </Card>
      <Card title={t("own.creators")} text={t("own.creatorsText")}>
        <CreatorFields {...props} />
      </Card>
    </Stack>
  );
}

function SaysFields({ form, typed, change }: OwnProps) {
  const { t } = useTranslation("affiliate");
  const most = (count: number | null) =>
    count === null ? undefined : t("own.atMostCharacters", { count });
  return (
    <Stack>
      <Field label={t("own.title")} hint={most(form.title_at_most)} path="title">
        {(control) => (
          <Input
            {...control}
            value={typed.title}
            onChange={({ target }) => change({ title: target.value })}
            data-testid="own-title"
          />
        )}
      </Field>
      <Field
        label={t("own.description")}
        hint={most(form.description_at_most)}
        path="description"
        optional
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={typed.description}
            onChange={({ target }) => change({ description: target.value })}
            data-testid="own-description"
          />
        )}
      </Field>
    </Stack>
  );
}

function TermFields({ form, typed, change }: OwnProps) {
  const { t } = useTranslation("affiliate");
  const { openness } = typed;
  const period = (field: "registration" | "running") => (
    <Field
      label={t(`own.${field}`)}
      hint={t("own.days", { least: form.days_at_least, most: form.days_at_most })}
      path={field}
    >
      {(control) => (
        <PeriodField
          {...control}
          value={typed[field]}
          onChange={(next) => change({ [field]: next })}
          testId={`own-${field}`}
        />
      )}
    </Field>
  );
  return (
    <div className="pd-fields pd-affiliate-fields">
      {period("registration")}
      {period("running")}
      <Field
        label={t("join.rate")}
        hint={t("join.rateHint", { least: form.rate_at_least, most: form.rate_at_most })}
        path="rate"
      >
        {(control) => (
          <PercentField
            {...control}
            value={typed.rate}
            onChange={(rate) => change({ rate })}
            testId="own-rate"
          />
        )}
      </Field>
      <Field label={t("own.openness")} path="openness" group>
        {() => (
          <Stack gap={8}>
            <Radio.Group
              value={openness.kind}
              onChange={({ target }) =>
                change({
                  openness:
                    target.value === "all_partners"
                      ? { kind: "all_partners" }
                      : { kind: "selected_partners", partners: [] },
                })
              }
              options={[
                { value: "all_partners", label: t("own.allPartners") },
                { value: "selected_partners", label: t("own.selectedPartners") },
              ]}
              data-testid="own-openness"
            />
            {openness.kind === "selected_partners" && (
              <Select<string[]>
                mode="tags"
                open={false}
                suffixIcon={null}
                aria-label={t("own.selectedPartners")}
                placeholder={t("own.partnerNames")}
                value={openness.partners}
                onChange={(partners) =>
                  change({ openness: { kind: "selected_partners", partners } })
                }
                data-testid="own-partners"
              />
            )}
          </Stack>
        )}
      </Field>
    </div>
  );
}

const formats: readonly CreatorFormat[] = ["video", "live", "showcase"];

function CreatorFields({ typed, change }: OwnProps) {
  const { t } = useTranslation("affiliate");
  const { preferences } = typed;
  const set = (fields: Partial<typeof preferences>) =>
    change({ preferences: { ...preferences, ...fields } });
  return (
    <div className="pd-fields pd-affiliate-fields">
      <Field label={t("own.followers")} optional>
        {(control) => (
          <CountField
            {...control}
            value={preferences.followers_at_least}
            onChange={(followers_at_least) => set({ followers_at_least })}
            testId="own-followers"
          />
        )}
      </Field>
      <Field label={t("own.formats")} optional>
        {(control) => (
          <Select<CreatorFormat[]>
            {...control}
            mode="multiple"
            aria-label={t("own.formats")}
            value={preferences.formats}
            onChange={(next) => set({ formats: next })}
            options={formats.map((value) => ({ value, label: t(`own.format.${value}`) }))}
            style={{ width: "100%" }}
            data-testid="own-formats"
          />
        )}
      </Field>
      <Field label={t("own.wishes")} optional>
        {(control) => (
          <Input
            {...control}
            value={preferences.wishes}
            onChange={({ target }) => set({ wishes: target.value })}
            data-testid="own-wishes"
          />
        )}
      </Field>
    </div>
  );
}
