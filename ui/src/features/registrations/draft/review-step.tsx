// The review: what the book says, what the plan leaves, the warnings to answer, and a refusal in full.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { DraftHead, DraftStep } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { useFindings } from "../../../kit/findings/findings-context";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { FindingsSummary } from "../../../kit/findings/findings-summary";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { useShopTerms } from "../../../kit/shop-terms";
import { problemText } from "../../../kit/toast";
import { AcknowledgeWarnings, ReviewSection } from "../../../wizard";
import { PlanMoney } from "./plan-money";
import { SummaryLine } from "./summary-line";
import type { Submission } from "./use-submission";

/** So many findings of a refusal are written out; the grid shows all. */
const writtenOut = 30;

export function ReviewStep({
  head,
  goTo,
  submission,
}: {
  head: DraftHead;
  goTo: (step: DraftStep) => void;
  submission: Submission;
}) {
  const { t } = useTranslation("drafts");
  const { onRepair } = useFindings();
  const { line, summary } = head;
  return (
    <Stack>
      <Refusal submission={submission} onRepairInGrid={() => goTo("prices")} />
      <ReviewSection
        title={t("review.registration")}
        onChange={() => goTo("prices")}
        testId="review-registration"
      >
        <Stack gap={12}>
          <SummaryLine summary={summary} />
          <FindingsSummary counts={summary.counts.by_rule} testId="review-findings" />
        </Stack>
      </ReviewSection>
      {summary.overall.length > 0 && (
        <Card title={t("review.overall")} testId="review-overall">
          <FindingsSlot findings={summary.overall} {...(onRepair ? { onRepair } : {})} />
        </Card>
      )}
      <PlanMoney draftId={line.id} />
      <AcknowledgeWarnings
        findings={submission.warnings}
        counts={submission.warned}
        acknowledged={submission.acknowledged}
        onChange={submission.acknowledge}
      />
    </Stack>
  );
}

function Refusal({
  submission: { refused },
  onRepairInGrid,
}: {
  submission: Submission;
  onRepairInGrid: () => void;
}) {
  const { t } = useTranslation(["drafts", "kit"]);
  const { language } = useShopTerms();
  if (!refused) return null;
  if (refused.error.kind !== "refused") {
    return (
      <Notice tone="block" title={t("drafts:review.notSubmitted")} testId="submit-problem">
        {problemText(refused, t("kit:toast.bug"))}
      </Notice>
    );
  }
  const { findings, counts } = refused.error;
  const all = counts.block + counts.warn + counts.info;
  const shown = findings.slice(0, writtenOut);
  return (
    <Stack gap={12}>
      <Notice
        tone="block"
        title={t("drafts:review.notSubmitted")}
        action={
          <Button type="primary" onClick={onRepairInGrid} data-testid="back-to-prices">
            {t("drafts:review.backToPrices")}
          </Button>
        }
        testId="submit-refused"
      >
        {t("drafts:review.refusedBy", {
          count: counts.block,
          shown: countText(counts.block, language),
        })}
      </Notice>
      <FindingsSummary counts={counts.by_rule} testId="refused-rules" />
      <FindingsSlot findings={shown} testId="refused-findings" />
      {all > shown.length && (
        <p className="pd-draft-quiet">
          {t("drafts:moreFindings", {
            count: all - shown.length,
            shown: countText(all - shown.length, language),
          })}
        </p>
      )}
    </Stack>
  );
}
