// Joining an agency's campaign: products, terms, consequences, submit (AF-03).
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import {
  type FindingView,
  type JoinDraft,
  type JoinForm,
  type PartnerFinding,
  type PartnerRepair,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { Stack } from "../../../kit/card";
import { pathTo } from "../../../kit/places";
import { PageSkeleton } from "../../../kit/skeletons";
import { useToast } from "../../../kit/toast";
import { unanswered, useCheckedDraft, useKeeping, Wizard } from "../../../wizard";
import { Discard } from "../discard";
import { ProductPicker } from "../picker";
import { Failed } from "../tabs";
import { ReviewStep } from "./review-step";
import { TermsStep } from "./terms-step";

export function JoinWizardPage() {
  const { campaignId = "" } = useParams();
  const form = useDesk("partner_join_open", { campaign_id: campaignId }, { alwaysFresh: true });
  if (form.isError) return <Failed error={form.error} />;
  // What was answered on an earlier visit is an older draft. From here on the wizard holds it.
  if (!form.data || !form.isFetchedAfterMount) return <PageSkeleton />;
  return <JoinWizard key={campaignId} form={form.data} />;
}

function JoinWizard({ form }: { form: JoinForm }) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const toast = useToast();
  const [draft, setDraft] = useState(form.draft);
  const [step, setStep] = useState("products");
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const change = (fields: Partial<JoinDraft>) => setDraft((former) => ({ ...former, ...fields }));
  const check = useCheckedDraft("partner_join_check", draft, joinCheck);
  const keeping = useKeeping("partner_join_save", draft, joinCheck, showsKept);
  const { campaign } = form.line;
  const close = () => void navigate(pathTo("affiliate"));
  const repairing = useDeskAction("partner_join_repair", {
    invalidates: [],
    onDone: (repaired) => setDraft(repaired.draft),
    onRefused: (error) => toast.problem(error),
  });
  const submitting = useDeskAction("partner_join_submit", {
    onDone: () => {
      toast.done(t("join.submitted", { name: campaign.name }), { undo: true });
      void navigate(`${pathTo("affiliate", "joined")}?campaign=${encodeURIComponent(campaign.id)}`);
    },
    onRefused: (error) => toast.problem(error),
  });
  const findings: readonly PartnerFinding[] = check.answer?.findings ?? [];
  const repair = (finding: FindingView) => {
    const known = findings.find((one) => one === finding);
    const by: PartnerRepair = known?.changes.length
      ? { kind: "steps", changes: known.changes }
      : { kind: "rule", rule: finding.rule };
    repairing.run({ draft, repair: by });
  };
  const waiting = unanswered(findings, acknowledged);
  return (
    <Wizard
      title={t("join.title", { name: campaign.name })}
      subtitle={form.line.time_left !== null ? t("join.left", { time: form.line.time_left }) : null}
      current={step}
      onStep={setStep}
      findings={findings}
      counts={check.answer?.counts.by_rule ?? []}
      onRepair={repair}
      checking={check.checking || keeping}
      kept
      onClose={close}
      extra={
        <Discard
          command="partner_join_discard"
          campaignId={campaign.id}
          onDone={close}
          testId="join-discard"
        />
      }
      finishLabel={t("join.submit")}
      canFinish={check.answer !== undefined && !check.checking && waiting.length === 0}
      finishing={submitting.isPending}
      onFinish={() => submitting.run({ draft, acknowledged })}
      steps={[
        {
          key: "products",
          title: t("join.products"),
          text: t("join.productsText"),
          paths: ["products", "registration", "scope"],
          content: (
            <ProductPicker
              campaignId={campaign.id}
              products={draft.products}
              onProducts={(products) => change({ products })}
            />
          ),
        },
        {
          key: "terms",
          title: t("join.terms"),
          text: t("join.termsText"),
          paths: ["rate", "samples", "contact"],
          content: <TermsStep form={form} draft={draft} change={change} />,
        },
        {
          key: "review",
          title: t("join.review"),
          text: t("join.reviewText"),
          content: (
            <Stack>
              <ReviewStep
                draft={draft}
                checked={check.answer}
                findings={findings}
                onRepair={repair}
                acknowledged={acknowledged}
                onAcknowledge={setAcknowledged}
              />
            </Stack>
          ),
        },
      ]}
    />
  );
}

const joinCheck = (draft: JoinDraft) => ({ draft });

/** What shows that a registration stands in a wizard. */
const showsKept = ["partner_campaign_page", "history_state"] as const;
