// Recording a campaign and changing it: its terms are fetched, then the form is shown.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { type Campaign, call, useDesk } from "../../bridge";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo, pathToCampaign } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";
import { type CampaignDraft, retemplated } from "./campaign-draft";
import { CampaignForm } from "./form";
import { kinds } from "./kinds";

/** Whose draft is kept: never one shop's for another. */
function useShopKey(): string | undefined {
  const desk = useDesk("desk_state", {}).data;
  return desk && `${desk.is_sample ? "sample" : "own"}.${desk.shop?.name ?? ""}`;
}

export function NewCampaign() {
  const { t } = useTranslation("campaigns");
  const navigate = useNavigate();
  return (
    <RecordForm
      header={
        <PageHeader
          title={t("newTitle")}
          subtitle={t("newText")}
          back={{ label: t("title"), to: pathTo("campaigns") }}
        />
      }
      keptAs="new"
      begin={(usual) => usual}
      onSaved={({ id }) => void navigate(pathToCampaign(id))}
    />
  );
}

interface RecordFormProps {
  header: ReactNode;
  /** What tells this draft from others of the shop that are kept. */
  keptAs: string;
  /** What stands in the form at first, from the kind's usual terms. */
  begin: (usual: Campaign) => CampaignDraft;
  onSaved: (campaign: Campaign) => void;
}

/** The form for a campaign that is not recorded yet. */
export function RecordForm({ header, keptAs, begin, onSaved }: RecordFormProps) {
  const navigate = useNavigate();
  const toast = useToast();
  const [query] = useSearchParams();
  const asked = kinds.find((kind) => kind === query.get("kind")) ?? "major";
  const first = useDesk("campaign_template", { kind: asked });
  const [template, setTemplate] = useState<Campaign>();
  const shop = useShopKey();
  const usual = template ?? first.data;

  if (first.isError) return <Failed error={first.error} />;
  if (!usual || !first.data || shop === undefined) return <PageSkeleton />;
  return (
    <CampaignForm
      header={header}
      initial={begin(first.data)}
      usual={first.data}
      keptAs={`${shop}.campaign.${keptAs}`}
      onKind={async (kind, draft) => {
        try {
          const next = await call("campaign_template", { kind });
          setTemplate(next);
          return retemplated(draft, begin(usual), begin(next));
        } catch (thrown) {
          toast.problem(thrown);
          return draft;
        }
      }}
      onSaved={onSaved}
      onCancel={() => void navigate(pathTo("campaigns"))}
    />
  );
}

export function EditCampaign() {
  const { t } = useTranslation("campaigns");
  const navigate = useNavigate();
  const { campaignId = "" } = useParams();
  const campaign = useDesk("campaign_get", { campaign_id: campaignId });
  const shop = useShopKey();
  if (campaign.isError) return <Failed error={campaign.error} />;
  if (!campaign.data || shop === undefined) return <PageSkeleton />;
  const { name } = campaign.data;
  const toCampaign = () => void navigate(pathToCampaign(campaignId));
  return (
    <CampaignForm
      header={
        <PageHeader title={t("editTitle")} back={{ label: name, to: pathToCampaign(campaignId) }} />
      }
      initial={campaign.data}
      usual={campaign.data}
      keptAs={`${shop}.campaign.${campaignId}`}
      onKind={async (kind, draft) => ({ ...draft, kind })}
      onSaved={toCampaign}
      onCancel={toCampaign}
    />
  );
}

export function Failed({ error }: { error: Error }) {
  const { t } = useTranslation(["campaigns", "kit"]);
  return (
    <Notice tone="block" title={t("campaigns:failedOne")} testId="campaign-problem">
      {problemText(error, t("kit:toast.bug"))}
    </Notice>
  );
}
