// What an agency's campaign shows, recorded by hand (AF-02).
import { Button, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import {
  type DeskError,
  type PartnerCampaign,
  type PartnerCampaignSave,
  type SellerScope,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { useConfirm } from "../../../kit/confirm";
import { Field, type FieldFault } from "../../../kit/field";
import { PercentField } from "../../../kit/number-fields";
import { PageHeader } from "../../../kit/page-header";
import { type DraftPeriod, PeriodField } from "../../../kit/period-field";
import { pathTo } from "../../../kit/places";
import { PageSkeleton } from "../../../kit/skeletons";
import { useToast } from "../../../kit/toast";
import { Failed } from "../tabs";

type Typed = Omit<PartnerCampaignSave, "registration" | "running"> & {
  registration: DraftPeriod;
  running: DraftPeriod;
};

const nothing: DraftPeriod = { start: null, end: null };
const empty: Typed = {
  id: null,
  name: "",
  details: "",
  registration: nothing,
  running: nothing,
  minimum_rate: null,
  partner: "",
  partner_contact: "",
  scope: { kind: "all_sellers" },
  note: "",
};

/** A period once both ends are chosen. */
export function wholePeriod({ start, end }: DraftPeriod) {
  return start !== null && end !== null ? { start, end } : null;
}

export function RecordPage() {
  const { campaignId } = useParams();
  const found = useDesk(
    "partner_campaign_get",
    { campaign_id: campaignId ?? "" },
    { enabled: campaignId !== undefined },
  );
  if (campaignId === undefined) return <RecordForm initial={empty} />;
  if (found.isError) return <Failed error={found.error} />;
  if (!found.data) return <PageSkeleton />;
  const { campaign, products } = found.data.line;
  return <RecordForm key={campaign.id} initial={campaign} deletable={products.total === 0} />;
}

function faultAt(error: DeskError | null, field: string): FieldFault | undefined {
  const cause = error?.error;
  if (cause?.kind !== "invalid" || cause.field !== field) return undefined;
  return { what: cause.message, action: cause.remedy };
}

function RecordForm({
  initial,
  deletable = false,
}: {
  initial: Typed | PartnerCampaign;
  deletable?: boolean;
}) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const toast = useToast();
  const [typed, setTyped] = useState<Typed>(initial);
  const back = pathTo("affiliate");
  const saving = useDeskAction("partner_campaign_save", {
    onDone: ({ line }) => {
      toast.done(t("record.saved", { name: line.campaign.name }), { undo: true });
      void navigate(back);
    },
    onRefused: (error) => {
      if (error.kind !== "invalid") toast.problem(error);
    },
  });
  const change = (fields: Partial<Typed>) => setTyped((former) => ({ ...former, ...fields }));
  const save = () =>
    saving.run({
      ...typed,
      registration: wholePeriod(typed.registration),
      running: wholePeriod(typed.running),
    });
  const group = { typed, change, problem: (field: string) => faultAt(saving.error, field) };
  return (
    <form
      noValidate
      aria-label={t("record.title")}
      data-testid="partner-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        <PageHeader
          title={typed.id === null ? t("record.title") : typed.name}
          subtitle={t("record.text")}
          back={{ label: t("title"), to: back }}
        />
        <Card>
          <NameFields {...group} />
        </Card>
        <Card>
          <TermFields {...group} />
        </Card>
        <div className="pd-affiliate-foot">
          {deletable && typed.id !== null && <DeleteButton id={typed.id} name={typed.name} />}
          <Button onClick={() => void navigate(back)} data-testid="partner-cancel">
            {t("record.cancel")}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={saving.isPending}
            data-testid="partner-save"
          >
            {t("record.save")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function DeleteButton({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const toast = useToast();
  const confirm = useConfirm();
  const deleting = useDeskAction("partner_campaign_delete", {
    onDone: () => {
      toast.done(t("record.deleted", { name }), { undo: true });
      void navigate(pathTo("affiliate"));
    },
    onRefused: (error) => toast.problem(error),
  });
  const ask = async () => {
    const title = t("record.deleteTitle", { name });
    if (await confirm({ title, confirmLabel: t("record.delete"), danger: true })) {
      deleting.run({ campaign_id: id });
    }
  };
  return (
    <Button
      danger
      onClick={() => void ask()}
      loading={deleting.isPending}
      data-testid="partner-delete"
    >
      {t("record.delete")}
    </Button>
  );
}

interface Group {
  typed: Typed;
  change: (fields: Partial<Typed>) => void;
  problem: (field: string) => FieldFault | undefined;
}

function NameFields({ typed, change, problem }: Group) {
  const { t } = useTranslation("affiliate");
  const text = (field: "name" | "partner" | "partner_contact") => (
    <Field label={t(`record.${field}`)} optional={field !== "name"} problem={problem(field)}>
      {(control) => (
        <Input
          {...control}
          value={typed[field]}
          onChange={({ target }) => change({ [field]: target.value })}
          data-testid={`partner-${field}`}
        />
      )}
    </Field>
  );
  return (
    <div className="pd-fields pd-affiliate-fields">
      {text("name")}
      {text("partner")}
      {text("partner_contact")}
      <div className="pd-affiliate-wide">
        <Field label={t("record.details")} optional>
          {({ status, ...control }) => (
            <Input.TextArea
              {...control}
              status={status}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={typed.details}
              onChange={({ target }) => change({ details: target.value })}
              data-testid="partner-details"
            />
          )}
        </Field>
      </div>
    </div>
  );
}

const scopes = ["all_sellers", "selected", "not_selected", "not_noted"] as const;
type ScopeWord = (typeof scopes)[number];

function wordOf(scope: SellerScope): ScopeWord {
  if (scope.kind === "all_sellers") return "all_sellers";
  if (scope.this_shop === null) return "not_noted";
  return scope.this_shop ? "selected" : "not_selected";
}

function scopeOf(word: ScopeWord): SellerScope {
  if (word === "all_sellers") return { kind: "all_sellers" };
  const this_shop = word === "not_noted" ? null : word === "selected";
  return { kind: "selected_sellers", this_shop };
}

function TermFields({ typed, change, problem }: Group) {
  const { t } = useTranslation("affiliate");
  return (
    <div className="pd-fields pd-affiliate-fields">
      <Field label={t("record.registration")} problem={problem("registration")}>
        {(control) => (
          <PeriodField
            {...control}
            value={typed.registration}
            onChange={(registration) => change({ registration })}
            testId="partner-registration"
          />
        )}
      </Field>
      <Field label={t("record.running")} problem={problem("running")}>
        {(control) => (
          <PeriodField
            {...control}
            value={typed.running}
            onChange={(running) => change({ running })}
            testId="partner-running"
          />
        )}
      </Field>
      <Field
        label={t("record.minimum_rate")}
        hint={t("record.minimumHint")}
        optional
        problem={problem("minimum_rate")}
      >
        {(control) => (
          <PercentField
            {...control}
            value={typed.minimum_rate}
            onChange={(minimum_rate) => change({ minimum_rate })}
            testId="partner-rate"
          />
        )}
      </Field>
      <Field label={t("record.scope")} group>
        {() => (
          <Radio.Group
            value={wordOf(typed.scope)}
            onChange={({ target }) => change({ scope: scopeOf(target.value as ScopeWord) })}
            options={scopes.map((value) => ({ value, label: t(`record.scopes.${value}`) }))}
            data-testid="partner-scope"
          />
        )}
      </Field>
    </div>
  );
}
