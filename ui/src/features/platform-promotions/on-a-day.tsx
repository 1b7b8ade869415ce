// How the switches stood on a day, or stand on the days of a campaign.
import { DatePicker, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FundedStandings, useDesk } from "../../bridge";
import { Card, Row } from "../../kit/card";
import { Field } from "../../kit/field";
import { Notice } from "../../kit/notice";
import { StatusTag } from "../../kit/status-tag";
import { problemText } from "../../kit/toast";
import { InstantText, PeriodText } from "../../kit/values";
import { dashed } from "./type-id";

type Asked = { kind: "day"; day: string } | { kind: "campaign"; campaignId: string };

export function OnADay() {
  const { t } = useTranslation("platform-promotions");
  const [asked, setAsked] = useState<Asked>();
  const campaigns = useDesk("campaign_list", {});
  return (
    <Card title={t("onADay.title")} text={t("onADay.text")} testId="on-a-day">
      <Row gap={16}>
        <Field label={t("onADay.day")}>
          {({ id }) => (
            <DatePicker
              id={id}
              format="YYYY-MM-DD"
              onChange={(picked: Dayjs | null) =>
                setAsked(picked ? { kind: "day", day: picked.format("YYYY-MM-DD") } : undefined)
              }
              data-testid="on-a-day-picker"
            />
          )}
        </Field>
        <Field label={t("onADay.campaign")}>
          {({ id }) => (
            <Select<string>
              id={id}
              allowClear
              style={{ minWidth: 260 }}
              placeholder={t("onADay.chooseCampaign")}
              aria-label={t("onADay.campaign")}
              value={asked?.kind === "campaign" ? asked.campaignId : null}
              onChange={(campaignId) =>
                setAsked(campaignId ? { kind: "campaign", campaignId } : undefined)
              }
              options={(campaigns.data?.campaigns ?? []).map(({ id: value, name }) => ({
                value,
                label: name,
              }))}
              data-testid="on-a-day-campaign"
            />
          )}
        </Field>
      </Row>
      {asked?.kind === "day" && <Day day={asked.day} />}
      {asked?.kind === "campaign" && <Campaign campaignId={asked.campaignId} />}
    </Card>
  );
}

function Day({ day }: { day: string }) {
  const answer = useDesk("funded_on", { day }, { keepPrevious: true });
  return <Answer standings={answer.data} error={answer.error} />;
}

function Campaign({ campaignId }: { campaignId: string }) {
  const answer = useDesk("funded_during", { campaign_id: campaignId }, { keepPrevious: true });
  return <Answer standings={answer.data} error={answer.error} />;
}

function Answer({
  standings,
  error,
}: {
  standings: FundedStandings | undefined;
  error: Error | null;
}) {
  const { t } = useTranslation(["platform-promotions", "kit"]);
  if (error) {
    return (
      <Notice tone="block" title={t("platform-promotions:onADay.failed")}>
        {problemText(error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!standings) return null;
  return (
    <div className="pd-funded-standings" data-testid="on-a-day-answer">
      <p className="pd-funded-quiet">
        <PeriodText {...standings.period} />
      </p>
      <ul>
        {standings.types.map(({ funded_type, in_words, throughout }) => (
          <li key={funded_type} data-testid={`stood-${dashed(funded_type)}`}>
            <StatusTag tone={throughout === "on" ? "good" : throughout === "off" ? "warn" : "info"}>
              {throughout
                ? t(`platform-promotions:positions.${throughout}`)
                : t("platform-promotions:positions.both")}
            </StatusTag>{" "}
            {in_words}
          </li>
        ))}
      </ul>
      {standings.assumed_from && (
        <p className="pd-funded-quiet">
          {t("platform-promotions:onADay.assumed")} <InstantText value={standings.assumed_from} />
        </p>
      )}
    </div>
  );
}
