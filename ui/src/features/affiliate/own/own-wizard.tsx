// A campaign of one's own: what it says, products, terms; kept as a draft until it is published (AF-09).
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import {
  type FindingView,
  type OwnCampaignDraft,
  type OwnCampaignForm,
  type PartnerFinding,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { pathTo } from "../../../kit/places";
import { PageSkeleton } from "../../../kit/skeletons";
import { useToast } from "../../../kit/toast";
import { useCheckedDraft, useKeeping, Wizard } from "../../../wizard";
import { wholePeriod } from "../agency/record";
import { Discard } from "../discard";
import { ProductPicker } from "../picker";
import { Failed } from "../tabs";
import { OwnFields, type TypedOwn } from "./own-fields";

export function OwnWizardPage() {
  const { campaignId } = useParams();
  const [sought] = useSearchParams();
  const like = sought.get("like");
  const isNew = campaignId === undefined;
  const fresh = useDesk(
    "own_campaign_template",
    {},
    { enabled: isNew && like === null, alwaysFresh: true },
  );
  const again = useDesk(
    "own_campaign_duplicate",
    { campaign_id: like ?? "" },
    { enabled: isNew && like !== null, alwaysFresh: true },
  );
  const kept = useDesk(
    "own_campaign_open",
    { campaign_id: campaignId ?? "" },
    { enabled: !isNew, alwaysFresh: true },
  );
  const form = isNew ? (like === null ? fresh : again) : kept;
  if (form.isError) return <Failed error={form.error} />;
  // What was answered on an earlier visit is another draft by now.
  if (!form.data || !form.isFetchedAfterMount) return <PageSkeleton />;
  return <OwnWizard key={campaignId ?? `like ${like}`} form={form.data} />;
}

function typedOf(draft: OwnCampaignDraft): TypedOwn {
  const none = { start: null, end: null };
  return {
    ...draft,
    registration: draft.registration ?? none,
    running: draft.running ?? none,
  };
}

function draftOf(typed: TypedOwn): OwnCampaignDraft {
  return {
    ...typed,
    registration: wholePeriod(typed.registration),
    running: wholePeriod(typed.running),
  };
}

function OwnWizard({ form }: { form: OwnCampaignForm }) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const toast = useToast();
  const [typed, setTyped] = useState(() => typedOf(form.draft));
  const [step, setStep] = useState("says");
  const draft = useMemo(() => draftOf(typed), [typed]);
  const change = (fields: Partial<TypedOwn>) => setTyped((former) => ({ ...former, ...fields }));
  const check = useCheckedDraft("own_campaign_check", draft, ownCheck);
  const keeping = useKeeping("own_campaign_draft_save", draft, ownCheck, showsKept);
  const close = () => void navigate(pathTo("affiliate", "seller"));
  const repairing = useDeskAction("own_campaign_repair", {
    invalidates: [],
    onDone: (repaired) => setTyped(typedOf(repaired.draft)),
    onRefused: (error) => toast.problem(error),
  });
  const publishing = useDeskAction("own_campaign_publish", {
    onDone: ({ line }) => {
      toast.done(t("own.publishedSaved", { title: line.title }), { undo: true });
      close();
    },
    onRefused: (error) => toast.problem(error),
  });
  const findings: readonly PartnerFinding[] = check.answer?.findings ?? [];
  const repair = (finding: FindingView) => {
    const changes = findings.find((one) => one === finding)?.changes ?? [];
    repairing.run({ draft, repair: { kind: "steps", changes } });
  };
  return (
    <Wizard
      title={typed.title.trim() || t("own.new")}
      current={step}
      onStep={setStep}
      findings={findings}
      onRepair={repair}
      checking={check.checking || keeping}
      kept
      onClose={close}
      extra={
        <Discard
          command="own_campaign_draft_delete"
          campaignId={typed.id}
          onDone={close}
          testId="own-discard"
        />
      }
      finishLabel={t("own.publish")}
      canFinish={check.answer?.passes === true && !check.checking}
      finishing={publishing.isPending}
      onFinish={() => publishing.run({ draft, acknowledged: [] })}
      steps={[
        {
          key: "says",
          title: t("own.says"),
          text: t("own.saysText"),
          paths: ["title", "description", "registration", "running", "openness", "rate"],
          content: <OwnFields form={form} typed={typed} change={change} />,
        },
        {
          key: "products",
          title: t("join.products"),
          text: t("own.productsText"),
          paths: ["products"],
          content: (
            <ProductPicker
              campaignId={null}
              products={typed.products}
              onProducts={(products) => change({ products })}
            />
          ),
        },
      ]}
    />
  );
}

const ownCheck = (draft: OwnCampaignDraft) => ({ draft });

/** What shows that a draft is kept. */
const showsKept = ["own_campaign_page", "history_state"] as const;
