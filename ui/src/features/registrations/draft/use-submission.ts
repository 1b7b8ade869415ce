// Submitting a draft: the warnings that have to be answered first, and what comes back as refused.
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import {
  call,
  type DeskError,
  type DraftHead,
  deskKey,
  type FindingView,
  type RequestOf,
  type RuleCount,
  type Submitted,
  useDeskAction,
  useUiLanguage,
} from "../../../bridge";
import { everyRow } from "./row-filter";

export interface Submission {
  /** The rules that warn, with how often. */
  warned: readonly RuleCount[];
  /** One warning of each rule, to say what it is about. */
  warnings: readonly FindingView[];
  acknowledged: readonly string[];
  acknowledge: (rules: string[]) => void;
  /** Every warning is answered. */
  ready: boolean;
  submitting: boolean;
  refused: DeskError | null;
  submit: () => Promise<void>;
  /** The seller leaves the review to change something: what was refused then is no longer news. */
  forgetRefusal: () => void;
}

export function useSubmission(
  { line, summary }: DraftHead,
  onSubmitted: (submitted: Submitted) => void,
): Submission {
  const [acknowledged, acknowledge] = useState<string[]>([]);
  const [refused, setRefused] = useState<DeskError | null>(null);
  const action = useDeskAction("draft_submit", {
    onDone: onSubmitted,
    onRefused: setRefused,
  });
  const warned = summary.counts.by_rule.filter(({ grade }) => grade === "warn");
  const answered = acknowledged.filter((rule) => warned.some((one) => one.rule === rule));
  return {
    warned,
    warnings: useExamples(line.id, warned, summary.overall),
    acknowledged: answered,
    acknowledge,
    ready: warned.every(({ rule }) => answered.includes(rule)),
    submitting: action.isPending,
    refused,
    forgetRefusal: () => setRefused(null),
    submit: async () => {
      setRefused(null);
      // A refusal is shown on the page by its findings.
      await action
        .runAsync({ draft_id: line.id, acknowledged: answered })
        .catch((error: DeskError) => {
          if (error.kind !== "refused") throw error;
        });
    },
  };
}

/** One finding of each rule: from those about the whole draft, or the first among the rows. */
function useExamples(
  draftId: string,
  rules: readonly RuleCount[],
  overall: readonly FindingView[],
): FindingView[] {
  const language = useUiLanguage();
  const inRows = rules.filter(({ rule }) => !overall.some((finding) => finding.rule === rule));
  const requests = inRows.map(
    ({ rule }): RequestOf<"draft_findings"> => ({
      draft_id: draftId,
      filter: { ...everyRow, rule },
      window: { offset: 0, limit: 1 },
    }),
  );
  const answers = useQueries({
    queries: requests.map((request) => ({
      queryKey: deskKey("draft_findings", request, language),
      queryFn: () => call("draft_findings", request),
    })),
  });
  return rules.flatMap(({ rule }) => {
    const whole = overall.filter((finding) => finding.rule === rule && finding.grade === "warn");
    const place = inRows.findIndex((one) => one.rule === rule);
    return whole.length > 0 ? whole : (answers[place]?.data?.rows ?? []);
  });
}
