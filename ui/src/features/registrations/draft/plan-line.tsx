// What the plan pays and leaves, in a line beside the grid; the desk counts it.
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { type PlanView, useDesk } from "../../../bridge";
import { problemText } from "../../../kit/toast";
import { MoneyText, PercentText } from "../../../kit/values";
import { useMarginNote } from "./margin-note";

export function PlanLine({
  draftId,
  settled,
}: {
  draftId: string;
  /** Counting a long plan takes the desk a moment: it is asked once edits rest. */
  settled: boolean;
}) {
  const { t } = useTranslation(["drafts", "kit"]);
  const plan = useDesk(
    "draft_plan",
    { draft_id: draftId, risk_scenario: false },
    { enabled: settled, keepPrevious: true },
  );
  if (plan.isError) {
    return (
      <p className="pd-draft-quiet" data-testid="plan-line-failed">
        {t("drafts:plan.failed")}: {problemText(plan.error, t("kit:toast.bug"))}
      </p>
    );
  }
  return <Figures plan={plan.data} stale={!settled || plan.isFetching} />;
}

function Figures({ plan, stale }: { plan: PlanView | undefined; stale: boolean }) {
  const { t } = useTranslation("drafts");
  const note = useMarginNote(plan);
  const { payout, margin, margin_percent, margin_at_retail, margin_change } = plan ?? unknown;
  const below = (money: string | null) => (money?.startsWith("-") ? "block" : undefined);
  return (
    <dl
      className="pd-draft-summary pd-draft-plan"
      aria-label={t("plan.title")}
      aria-busy={stale}
      data-stale={stale}
      data-testid="plan-line"
    >
      <div data-testid="plan-line-payout">
        <dt>{t("plan.payout")}</dt>
        <dd>
          <MoneyText value={payout} />
        </dd>
      </div>
      <div data-tone={below(margin)} data-testid="plan-line-margin">
        <dt>{t("plan.marginNow")}</dt>
        <dd>
          <MoneyText value={margin} />
          {margin_percent !== null && (
            <>
              {" "}
              (<PercentText value={margin_percent} />)
            </>
          )}
        </dd>
      </div>
      <div data-testid="plan-line-retail">
        <dt>{t("plan.retailNow")}</dt>
        <dd>
          <MoneyText value={margin_at_retail} />
        </dd>
      </div>
      <div data-tone={below(margin_change)} data-testid="plan-line-change">
        <dt>{t("plan.change")}</dt>
        <dd>
          <MoneyText value={margin_change} signed />
        </dd>
      </div>
      {note && (
        <div className="pd-draft-plan-note" data-testid="plan-line-note">
          <dt className="pd-visually-hidden">{t("plan.noteLabel")}</dt>
          <Tooltip title={note}>
            <dd>{note}</dd>
          </Tooltip>
        </div>
      )}
    </dl>
  );
}

/** Before the first answer nothing is known. */
const unknown = {
  payout: null,
  margin: null,
  margin_percent: null,
  margin_at_retail: null,
  margin_change: null,
};
