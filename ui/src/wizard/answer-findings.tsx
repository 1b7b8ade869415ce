// Findings of a single save: what refuses and what explains in full, what warns with a box to answer it.
import type { FindingView } from "../bridge";
import { FindingsSlot } from "../kit/findings/findings-slot";
import { AcknowledgeWarnings, type AcknowledgeWarningsProps } from "./acknowledge";
import "./acknowledge.css";

/** The rules that still stand in the way: warnings not answered, and whatever refuses. */
export function unanswered(
  findings: readonly FindingView[],
  acknowledged: readonly string[],
): string[] {
  const rules = findings
    .filter(
      ({ grade, rule }) => grade === "block" || (grade === "warn" && !acknowledged.includes(rule)),
    )
    .map(({ rule }) => rule);
  return [...new Set(rules)];
}

export function AnswerFindings(props: AcknowledgeWarningsProps) {
  const others = props.findings.filter(({ grade }) => grade !== "warn");
  return (
    <div className="pd-answer-findings">
      <FindingsSlot findings={others} />
      <AcknowledgeWarnings {...props} />
    </div>
  );
}
