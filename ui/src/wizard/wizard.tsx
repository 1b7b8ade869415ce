// The frame of a wizard: rail, page of the step, findings of the draft, back and next.
import { CheckOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FindingView, Grade, RuleCount } from "../bridge";
import {
  countByRule,
  FindingsProvider,
  findingsAt,
  worstFirst,
} from "../kit/findings/findings-context";
import { FindingsSummary } from "../kit/findings/findings-summary";
import { GradeIcon } from "../kit/findings/grade-icon";
import { LeaveGuard } from "../kit/leave-guard";
import { PageHeader } from "../kit/page-header";
import "./wizard.css";

export interface WizardStep {
  key: string;
  title: string;
  /** A sentence under the step's heading. */
  text?: ReactNode;
  content: ReactNode;
  /** Paths of the draft this step answers for: findings there mark the step in the rail. */
  paths?: readonly string[];
  /** Cannot be gone to yet; going on with `onNext` may be what opens it. */
  locked?: boolean;
}

export interface WizardProps {
  title: ReactNode;
  subtitle?: ReactNode;
  steps: readonly WizardStep[];
  current: string;
  onStep: (key: string) => void;
  /** Findings of the whole draft; fields below show theirs by path. */
  findings?: readonly FindingView[];
  /** Counts from the desk where the findings are too many to send. */
  counts?: readonly RuleCount[];
  onRepair?: (finding: FindingView) => void;
  /** A check is under way. */
  checking?: boolean;
  /** Whether the current step allows to go on; true when left out. */
  canNext?: boolean;
  /** Runs before going on, such as saving the step; refuse by throwing or answering false. */
  onNext?: () => Promise<boolean | undefined> | boolean | undefined;
  /** What going on is called in this step; "Next" when left out. */
  nextLabel?: string;
  /** Going on is under way. */
  goingOn?: boolean;
  finishLabel: string;
  onFinish: () => void;
  canFinish?: boolean;
  /** Saving is under way. */
  finishing?: boolean;
  /** Leaves the wizard. */
  onClose: () => void;
  /** true while leaving would lose something: asks first. Drafts that are kept need no question. */
  unsaved?: boolean;
  /** Says in the foot that the draft is kept. */
  kept?: boolean;
  /** Beside the page: the plan's money, a preview. */
  aside?: ReactNode;
  /** More buttons in the foot. */
  extra?: ReactNode;
  /** Where the steps stand: above the page for steps that need its whole width. */
  rail?: "side" | "top";
}

export function Wizard(props: WizardProps) {
  const { steps, findings = [], onRepair, unsaved = false, kept = false } = props;
  const { t } = useTranslation("wizard");
  const at = Math.max(
    0,
    steps.findIndex(({ key }) => key === props.current),
  );
  const step = steps[at];
  if (!step) return null;
  return (
    <FindingsProvider findings={findings} {...(onRepair ? { onRepair } : {})}>
      <LeaveGuard when={unsaved} />
      <div className="pd-wizard" data-testid="wizard" data-step={step.key}>
        <PageHeader
          title={props.title}
          subtitle={props.subtitle}
          actions={
            <Button onClick={props.onClose} data-testid="wizard-close">
              {t(kept ? "closeKept" : "close")}
            </Button>
          }
        />
        <div
          className="pd-wizard-body"
          data-aside={props.aside !== undefined}
          data-rail={props.rail ?? "side"}
        >
          <Rail {...props} findings={findings} at={at} />
          <StepPage step={step} at={at} count={steps.length}>
            <DraftFindings {...props} findings={findings} />
          </StepPage>
          {props.aside && <aside className="pd-wizard-aside">{props.aside}</aside>}
        </div>
        <Foot {...props} at={at} />
      </div>
    </FindingsProvider>
  );
}

function Rail({
  steps,
  at,
  onStep,
  findings,
}: WizardProps & { at: number; findings: readonly FindingView[] }) {
  const { t } = useTranslation("wizard");
  return (
    <nav className="pd-rail" aria-label={t("steps")}>
      <ol>
        {steps.map((step, index) => {
          const state = index < at ? "done" : index === at ? "now" : "waiting";
          const grade = worstGrade(findings, step);
          return (
            <li key={step.key}>
              <button
                type="button"
                className="pd-rail-step"
                data-state={state}
                aria-current={state === "now" ? "step" : undefined}
                disabled={step.locked ?? false}
                onClick={() => onStep(step.key)}
                data-testid={`step-${step.key}`}
              >
                <span className="pd-rail-mark" aria-hidden="true">
                  {state === "done" ? <CheckOutlined /> : index + 1}
                </span>
                <span className="pd-rail-title">{step.title}</span>
                {grade && <GradeIcon grade={grade} />}
                {state === "done" && <span className="pd-visually-hidden">{t("done")}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Only what refuses or warns marks a step. */
function worstGrade(findings: readonly FindingView[], { paths }: WizardStep): Grade | undefined {
  if (!paths) return undefined;
  const [worst] = worstFirst(findingsAt(findings, paths));
  return worst?.grade === "block" || worst?.grade === "warn" ? worst.grade : undefined;
}

function StepPage({
  step,
  at,
  count,
  children,
}: {
  step: WizardStep;
  at: number;
  count: number;
  children: ReactNode;
}) {
  const { t } = useTranslation("wizard");
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step.key);
  // With the step itself, not after it: a key pressed at once must not reach the page that has gone.
  useLayoutEffect(() => {
    // A new step is announced and starts at its top; the first one leaves the focus alone.
    if (shown.current === step.key) return;
    shown.current = step.key;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [step.key]);
  return (
    <section className="pd-step" aria-labelledby="wizard-step-title">
      <p className="pd-step-count">{t("stepOf", { at: at + 1, count })}</p>
      <h2 id="wizard-step-title" ref={heading} tabIndex={-1}>
        {step.title}
      </h2>
      {step.text && <p className="pd-step-text">{step.text}</p>}
      {step.content}
      {children}
    </section>
  );
}

/** What the book says of the whole draft; a chip leads to the step it is about. */
function DraftFindings({
  findings,
  counts,
  steps,
  onStep,
}: WizardProps & { findings: readonly FindingView[] }) {
  const { t } = useTranslation("wizard");
  const shown = counts ?? countByRule(findings);
  if (shown.length === 0) return null;
  const goTo = (rule: string | null) => {
    const found = findings.find((finding) => finding.rule === rule);
    const step = found && steps.find(({ paths }) => paths && findingsAt([found], paths).length > 0);
    if (step && !step.locked) onStep(step.key);
  };
  return (
    <section className="pd-wizard-findings" aria-label={t("findings")}>
      <h3>{t("findings")}</h3>
      <FindingsSummary counts={shown} onPick={goTo} testId="wizard-findings" />
    </section>
  );
}

function Foot(props: WizardProps & { at: number }) {
  const { steps, at, onStep, canNext = true, canFinish = true, finishing = false } = props;
  const { t } = useTranslation("wizard");
  const before = steps[at - 1];
  const after = steps[at + 1];
  const goOn = async () => {
    const allowed = (await props.onNext?.()) ?? true;
    if (allowed && after) onStep(after.key);
  };
  return (
    <footer className="pd-wizard-foot">
      <Button
        disabled={!before}
        onClick={() => before && onStep(before.key)}
        data-testid="wizard-back"
      >
        {t("back")}
      </Button>
      <span className="pd-wizard-state" role="status">
        {props.checking ? t("checking") : props.kept ? t("kept") : ""}
      </span>
      {props.extra}
      {after ? (
        <Button
          type="primary"
          disabled={!canNext || ((after.locked ?? false) && !props.onNext)}
          loading={props.goingOn ?? false}
          onClick={goOn}
          data-testid="wizard-next"
        >
          {props.nextLabel ?? t("next")}
        </Button>
      ) : (
        <Button
          type="primary"
          disabled={!canFinish}
          loading={finishing}
          onClick={props.onFinish}
          data-testid="wizard-finish"
        >
          {props.finishLabel}
        </Button>
      )}
    </footer>
  );
}
