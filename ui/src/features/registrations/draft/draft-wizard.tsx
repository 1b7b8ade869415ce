// The registration wizard: products, prices and stock, extra discounts, review. The desk keeps the draft.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import {
  type DraftHead,
  type DraftStep,
  type FindingView,
  type Submitted,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { Notice } from "../../../kit/notice";
import { pathTo } from "../../../kit/places";
import { PageSkeleton } from "../../../kit/skeletons";
import { problemText, useToast } from "../../../kit/toast";
import { InstantText, PeriodText } from "../../../kit/values";
import { Wizard, type WizardStep } from "../../../wizard";
import { ExtraDiscountsStep } from "./extra-discounts-step";
import { PricesStep } from "./prices-step";
import { ProductsStep } from "./products-step";
import { ReviewStep } from "./review-step";
import { SubmittedPage } from "./submitted-page";
import { useSubmission } from "./use-submission";
import "./draft.css";

export function DraftWizard() {
  const { t } = useTranslation(["drafts", "kit"]);
  const { draftId = "" } = useParams();
  const navigate = useNavigate();
  const [submitted, setSubmitted] = useState<{ draftId: string; answer: Submitted }>();
  const done = submitted?.draftId === draftId ? submitted.answer : undefined;
  const head = useDesk("draft_get", { draft_id: draftId }, { enabled: done === undefined });

  if (done) return <SubmittedPage submitted={done} />;
  if (head.isError) {
    return (
      <Notice
        tone="block"
        title={t("drafts:failed")}
        action={
          <Button onClick={() => void navigate(pathTo("registrations"))}>
            {t("drafts:toList")}
          </Button>
        }
        testId="draft-problem"
      >
        {problemText(head.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!head.data) return <PageSkeleton />;
  return (
    <OpenDraft
      key={draftId}
      head={head.data}
      onSubmitted={(answer) => setSubmitted({ draftId, answer })}
    />
  );
}

function OpenDraft({
  head,
  onSubmitted,
}: {
  head: DraftHead;
  onSubmitted: (submitted: Submitted) => void;
}) {
  const { t } = useTranslation("drafts");
  const navigate = useNavigate();
  const toast = useToast();
  const { line, campaign, summary } = head;
  const [step, setStep] = useStep(head);
  const repair = useRepair(line.id);
  const submission = useSubmission(head, onSubmitted);
  const goTo = (next: DraftStep) => {
    submission.forgetRefusal();
    setStep(next);
  };
  const steps = useSteps(head, goTo, submission);
  return (
    <Wizard
      rail="top"
      title={campaign.name}
      subtitle={
        <>
          {t("closes")} <InstantText value={campaign.registration.end} /> · {t("runs")}{" "}
          <PeriodText {...campaign.running} style="date" />
        </>
      }
      steps={steps}
      current={steps.some(({ key }) => key === step) ? step : "prices"}
      onStep={(key) => goTo(key as DraftStep)}
      findings={summary.overall}
      onRepair={repair}
      canNext={summary.products > 0}
      finishLabel={t("submit")}
      canFinish={submission.ready}
      finishing={submission.submitting}
      onFinish={() => submission.submit().catch((thrown: unknown) => toast.problem(thrown))}
      onClose={() => void navigate(pathTo("registrations"))}
      kept
    />
  );
}

/** The page the draft was left on; a new one is remembered by the desk. */
function useStep({ line }: DraftHead): [DraftStep, (step: DraftStep) => void] {
  const [step, setStep] = useState(line.step);
  const toast = useToast();
  const remember = useDeskAction("draft_set_step", {
    invalidates: ["draft_list", "history_state"],
    onRefused: (error) => toast.problem(error),
  });
  return [
    step,
    (next) => {
      setStep(next);
      remember.run({ draft_id: line.id, step: next });
    },
  ];
}

/** Carries out what a finding about the whole draft offers. */
function useRepair(draftId: string) {
  const { t } = useTranslation("drafts");
  const toast = useToast();
  const apply = useDeskAction("draft_apply_edits", {
    onDone: () => toast.done(t("repaired"), { undo: true }),
    onRefused: (error) => toast.problem(error),
  });
  return ({ repair }: FindingView) => apply.run({ draft_id: draftId, edits: repair });
}

function useSteps(
  head: DraftHead,
  goTo: (step: DraftStep) => void,
  submission: ReturnType<typeof useSubmission>,
): WizardStep[] {
  const { t } = useTranslation("drafts");
  const locked = head.summary.products === 0;
  const ownPaths = ["coupons"];
  const elsewhere = head.summary.overall
    .map(({ field }) => field)
    .filter((field) => !ownPaths.includes(field));
  const steps: WizardStep[] = [
    {
      key: "products",
      title: t("steps.products"),
      text: t("stepTexts.products"),
      paths: ownPaths,
      content: <ProductsStep head={head} />,
    },
    {
      key: "prices",
      title: t("steps.prices"),
      locked,
      content: <PricesStep head={head} />,
    },
  ];
  if (head.campaign.extra_discount_minimum !== null) {
    steps.push({
      key: "extra_discounts",
      title: t("steps.extra_discounts"),
      text: t("stepTexts.extra_discounts"),
      locked,
      content: <ExtraDiscountsStep head={head} minimum={head.campaign.extra_discount_minimum} />,
    });
  }
  steps.push({
    key: "review",
    title: t("steps.review"),
    text: t("stepTexts.review"),
    paths: elsewhere,
    locked,
    content: <ReviewStep head={head} goTo={goTo} submission={submission} />,
  });
  return steps;
}
