// The plan's money: every fee on its own base, what is left, the worst single order, money at risk in words.
import { Switch } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type PlanView, useDesk } from "../../../bridge";
import { Card, CardGrid, Figure, Stack } from "../../../kit/card";
import { moneyText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { useShopTerms } from "../../../kit/shop-terms";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText } from "../../../kit/toast";
import { CountText, MoneyText, PercentText } from "../../../kit/values";
import { useMarginNote } from "./margin-note";
import { MoneyLines } from "./money-lines";

export function PlanMoney({ draftId }: { draftId: string }) {
  const { t } = useTranslation(["drafts", "kit"]);
  const [risk, setRisk] = useState(false);
  const id = useId();
  const plan = useDesk(
    "draft_plan",
    { draft_id: draftId, risk_scenario: risk },
    { keepPrevious: true },
  );
  return (
    <Card
      title={t("drafts:plan.title")}
      text={t("drafts:plan.text")}
      extra={
        <label htmlFor={id} className="pd-draft-switch">
          <Switch id={id} checked={risk} onChange={setRisk} data-testid="risk-scenario" />
          {t("drafts:plan.risk")}
        </label>
      }
      testId="plan-money"
    >
      {plan.isError ? (
        <Notice tone="block" title={t("drafts:plan.failed")}>
          {problemText(plan.error, t("kit:toast.bug"))}
        </Notice>
      ) : plan.data ? (
        <Money plan={plan.data} />
      ) : (
        <BlockSkeleton lines={6} />
      )}
    </Card>
  );
}

const below = (money: string | null) => (money?.startsWith("-") ? { tone: "block" as const } : {});

function Money({ plan }: { plan: PlanView }) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const note = useMarginNote(plan);
  const money = (value: string | null) => (value === null ? "–" : moneyText(value, { language }));
  return (
    <Stack>
      {plan.in_plain_words.length > 0 && (
        <ul className="pd-draft-words" data-testid="plan-words">
          {plan.in_plain_words.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <CardGrid min={170}>
        <Figure label={t("plan.units")} value={<CountText value={plan.units} />} />
        <Figure label={t("plan.payout")} value={<MoneyText value={plan.payout} />} />
        <Figure
          label={t("plan.margin")}
          value={<MoneyText value={plan.margin} />}
          note={plan.margin === null ? note : <PercentText value={plan.margin_percent} />}
          {...below(plan.margin)}
          testId="plan-margin"
        />
        <Figure
          label={t("plan.atRetail")}
          value={<MoneyText value={plan.margin_at_retail} />}
          note={
            plan.margin_change !== null && (
              <>
                {t("plan.change")} <MoneyText value={plan.margin_change} signed />
              </>
            )
          }
          testId="plan-margin-retail"
        />
        {plan.worst_order && (
          <Figure
            label={t("plan.worst")}
            value={<MoneyText value={plan.worst_order.payout} />}
            note={
              <>
                {t("plan.worstNote", {
                  pays: money(plan.worst_order.customer_pays),
                  left: money(plan.worst_order.margin),
                })}
                <br />
                {plan.worst_order.title}
              </>
            }
            {...below(plan.worst_order.margin ?? plan.worst_order.payout)}
            testId="plan-worst"
          />
        )}
      </CardGrid>
      <MoneyLines label={t("plan.title")} lines={plan.lines} testId="plan-lines" />
    </Stack>
  );
}
