// The terms of a campaign, checked while they are typed; what was typed is kept until it is saved.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Campaign,
  type CampaignDefaults,
  type CampaignKind,
  type FieldProblem,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { Card } from "../../kit/card";
import { Notice } from "../../kit/notice";
import { useToast } from "../../kit/toast";
import { useChecked, useKeptDraft } from "../../wizard";
import { type CampaignDraft, campaignOf, emptyFields, problemOf } from "./campaign-draft";
import { CouponFields } from "./form-coupons";
import { CriteriaFields } from "./form-criteria";
import { FeeFields } from "./form-fees";
import { NameFields, WindowFields } from "./form-name";
import { PriceFields, TierFields } from "./form-prices";

/** What every group of fields gets. */
export interface Fields {
  draft: CampaignDraft;
  change: (fields: Partial<CampaignDraft>) => void;
  problems: readonly FieldProblem[];
  defaults: CampaignDefaults | undefined;
}

interface CampaignFormProps {
  header: ReactNode;
  /** What stands in the form at first. */
  initial: CampaignDraft;
  /** Whole terms, such as those that this kind usually has. */
  usual: Campaign;
  keptAs: string;
  onKind: (kind: CampaignKind, draft: CampaignDraft) => Promise<CampaignDraft>;
  onSaved: (campaign: Campaign) => void;
  onCancel: () => void;
}

export function CampaignForm(props: CampaignFormProps) {
  const { initial, usual, keptAs, onKind, onCancel } = props;
  const { t } = useTranslation("campaign-form");
  const { draft, change, restored, forget } = useKeptDraft<CampaignDraft>(keptAs, initial);
  const defaults = useDesk("campaign_defaults", {}).data;
  const saving = useSaving(draft, { initial, usual }, (saved) => {
    forget();
    props.onSaved(saved);
  });
  const edit = (fields: Partial<CampaignDraft>) => {
    saving.clear();
    change(fields);
  };
  const fields = { draft, change: edit, problems: saving.problems, defaults };
  return (
    <form
      className="pd-campaign-form"
      noValidate
      aria-label={t("form")}
      data-testid="campaign-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.save();
      }}
    >
      {props.header}
      {restored && (
        <Notice
          tone="info"
          title={t("restored")}
          action={
            <Button size="small" onClick={forget} data-testid="campaign-forget">
              {t("forget")}
            </Button>
          }
        >
          {t("restoredText")}
        </Notice>
      )}
      <Card title={t("groups.name")} text={t("texts.name")}>
        <NameFields {...fields} onKind={async (kind) => edit(await onKind(kind, draft))} />
      </Card>
      <Card title={t("groups.windows")} text={t("texts.windows")}>
        <WindowFields {...fields} />
      </Card>
      <Card title={t("groups.criteria")} text={t("texts.criteria")}>
        <CriteriaFields {...fields} />
      </Card>
      <Card title={t("groups.prices")} text={t("texts.prices")}>
        <PriceFields {...fields} />
        <TierFields {...fields} />
      </Card>
      <Card title={t("groups.coupons")} text={t("texts.coupons")}>
        <CouponFields {...fields} />
      </Card>
      <Card title={t("groups.fees")} text={t("texts.fees")}>
        <FeeFields {...fields} />
      </Card>
      <div className="pd-campaign-foot">
        <span role="status" data-testid="campaign-form-state">
          {saving.checking
            ? t("checking")
            : saving.problems.length > 0
              ? t("problems", { count: saving.problems.length })
              : ""}
        </span>
        <Button onClick={onCancel} data-testid="campaign-cancel">
          {t("cancel")}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={saving.saving}
          data-testid="campaign-save"
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** The check while typing, and the save with what stands in its way. */
function useSaving(
  draft: CampaignDraft,
  { initial, usual }: Pick<CampaignFormProps, "initial" | "usual">,
  onSaved: (saved: Campaign) => void,
) {
  const { t } = useTranslation("campaign-form");
  const toast = useToast();
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<FieldProblem>();
  const campaign = campaignOf(draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(initial);
  const check = useChecked(
    "campaign_check",
    { campaign: campaign ?? usual },
    { enabled: campaign !== undefined && (changed || attempted) },
  );
  const action = useDeskAction("campaign_save", {
    onDone: (saved) => {
      toast.done(t("saved", { name: saved.name }), { undo: true });
      onSaved(saved);
    },
    onRefused: (error) => {
      const problem = problemOf(error);
      if (problem) setRefused(problem);
      else toast.problem(error);
    },
  });
  const empty = attempted
    ? emptyFields(draft).map((field) => ({
        field,
        what: t("emptyField.what"),
        action: t("emptyField.action"),
      }))
    : [];
  // A name that was never typed is no mistake yet.
  const found = (campaign ? (check.answer?.problems ?? []) : []).filter(
    ({ field }) => attempted || field !== "name" || draft.name !== initial.name,
  );
  const known = refused && !found.some(({ field }) => field === refused.field) ? [refused] : [];
  return {
    problems: [...known, ...empty, ...found],
    checking: check.checking && campaign !== undefined,
    saving: action.isPending,
    clear: () => setRefused(undefined),
    save: () => {
      setAttempted(true);
      if (campaign) action.run({ campaign });
    },
  };
}
