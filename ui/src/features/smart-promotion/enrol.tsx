// Joining in the platform's steps: Sign up, Confirm and next, the final details, Confirm.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import {
  type DeskError,
  type FindingView,
  type Mode,
  type SignedUp,
  type SmartPromotionPage,
  type TermsShown,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { Notice } from "../../kit/notice";
import { pathTo } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText } from "../../kit/toast";
import { unanswered, Wizard, type WizardStep } from "../../wizard";
import { useBack } from "./back";
import { Joined } from "./joined";
import { ProgrammeFailed } from "./programme";
import { ConfirmStep, DetailsStep, SignUpStep } from "./steps";
import { TermsDialog } from "./terms-dialog";

export function EnrolPage() {
  const page = useDesk("smart_promotion", {});
  if (page.isError) return <ProgrammeFailed error={page.error} />;
  if (!page.data) return <PageSkeleton />;
  return <Enrolling page={page.data} />;
}

type Step = "sign-up" | "confirm" | "details";

function Enrolling({ page }: { page: SmartPromotionPage }) {
  const { t } = useTranslation("smart-promotion");
  const navigate = useNavigate();
  const back = useBack();
  const joining = useJoining();
  const { mode, step, shown, problem } = joining;
  const [recording, setRecording] = useState(false);
  const offer = page.offers.find(({ terms }) => terms.mode === mode);

  if (joining.joined) return <Joined page={joining.joined} back={back} />;
  const problemNotice = problem && (
    <Problem problem={problem} onRecord={() => setRecording(true)} />
  );
  const steps: WizardStep[] = [
    {
      key: "sign-up",
      title: t("steps.signUp.title"),
      text: t("steps.signUp.text"),
      content: (
        <>
          {problemNotice}
          <SignUpStep
            page={page}
            mode={mode}
            onMode={joining.choose}
            onRecord={() => setRecording(true)}
          />
        </>
      ),
    },
    {
      key: "confirm",
      title: t("steps.confirm.title"),
      text: t("steps.confirm.text"),
      locked: joining.signedUp === undefined,
      content: (
        <>
          {problemNotice}
          {offer && <ConfirmStep offer={offer} findings={joining.signedUp?.findings ?? []} />}
        </>
      ),
    },
    {
      key: "details",
      title: t("steps.details.title"),
      text: t("steps.details.text"),
      locked: shown === undefined,
      content: (
        <>
          {problemNotice}
          {shown && (
            <DetailsStep
              shown={shown}
              acknowledged={joining.acknowledged}
              onAcknowledge={joining.acknowledge}
            />
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <Wizard
        title={t("enrolTitle")}
        subtitle={back ? t("enrolForCampaign") : t("enrolText")}
        steps={steps}
        current={step}
        onStep={(key) => joining.goTo(key as Step)}
        nextLabel={t(step === "sign-up" ? "signUp" : "confirmAndNext")}
        goingOn={joining.busy}
        onNext={joining.goOn}
        finishLabel={t("confirm")}
        canFinish={
          shown !== undefined && unanswered(shown.findings, joining.acknowledged).length === 0
        }
        finishing={joining.busy}
        onFinish={joining.finish}
        onClose={() => void navigate(back ?? pathTo("smart-promotion"))}
      />
      {recording && offer && (
        <TermsDialog
          terms={offer.terms}
          complete={offer.is_complete}
          onClose={() => {
            setRecording(false);
            joining.forgetProblem();
          }}
        />
      )}
    </>
  );
}

/** The three commands of joining, and what was answered so far. */
function useJoining() {
  const [mode, setMode] = useState<Mode>("store_wide");
  const [step, setStep] = useState<Step>("sign-up");
  const [signedUp, setSignedUp] = useState<SignedUp>();
  const [shown, setShown] = useState<TermsShown>();
  const [acknowledged, acknowledge] = useState<string[]>([]);
  const [problem, setProblem] = useState<DeskError>();
  const [joined, setJoined] = useState<SmartPromotionPage>();
  const signUp = useDeskAction("smart_promotion_sign_up");
  const showTerms = useDeskAction("smart_promotion_confirm_and_next", { invalidates: [] });
  const confirm = useDeskAction("smart_promotion_confirm", {
    onDone: setJoined,
    onRefused: (error) => {
      setProblem(error);
      // Other terms than those that were shown: look at them again first.
      if (error.kind === "outdated") {
        setShown(undefined);
        setStep("confirm");
      }
    },
  });
  /** Runs one step; answers whether it was taken. */
  async function take<T>(work: () => Promise<T>, keep: (answer: T) => void) {
    setProblem(undefined);
    try {
      keep(await work());
      return true;
    } catch (thrown) {
      setProblem(thrown as DeskError);
      return false;
    }
  }
  return {
    mode,
    step,
    signedUp,
    shown,
    acknowledged,
    acknowledge,
    problem,
    joined,
    busy: signUp.isPending || showTerms.isPending || confirm.isPending,
    forgetProblem: () => setProblem(undefined),
    goTo: (next: Step) => {
      setStep(next);
      if (next !== "details") setShown(undefined);
    },
    choose: (next: Mode) => {
      setMode(next);
      setSignedUp(undefined);
      setShown(undefined);
      acknowledge([]);
      setProblem(undefined);
    },
    goOn: () =>
      step === "sign-up"
        ? take(() => signUp.runAsync({ mode }), setSignedUp)
        : take(() => showTerms.runAsync({ mode }), setShown),
    finish: () => {
      setProblem(undefined);
      if (shown) confirm.run({ token: shown.token, acknowledged });
    },
  };
}

function Problem({ problem, onRecord }: { problem: DeskError; onRecord: () => void }) {
  const { t } = useTranslation(["smart-promotion", "kit"]);
  const findings: readonly FindingView[] = problem.findings;
  const outdated = problem.kind === "outdated";
  return (
    <Notice
      tone={outdated ? "warn" : "block"}
      title={t(outdated ? "smart-promotion:outdated" : "smart-promotion:refused")}
      testId={outdated ? "enrol-outdated" : "enrol-refused"}
      {...(problem.kind === "invalid"
        ? {
            action: (
              <Button size="small" onClick={onRecord} data-testid="enrol-record-terms">
                {t("smart-promotion:recordTerms")}
              </Button>
            ),
          }
        : {})}
    >
      {findings.length > 0 ? (
        <FindingsSlot findings={findings} />
      ) : (
        problemText(problem, t("kit:toast.bug"))
      )}
    </Notice>
  );
}
