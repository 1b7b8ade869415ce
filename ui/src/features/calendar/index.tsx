// Registrations and campaigns of three months as bars on the shop's clock, and campaigns that conflict.
import { CalendarOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Calendar, useDesk } from "../../bridge";
import { Card, Row, Stack } from "../../kit/card";
import { EmptyState } from "../../kit/empty-state";
import { dayStart, type Month, monthAt, monthsOn } from "../../kit/months";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathToCampaign } from "../../kit/places";
import { useShopTerms } from "../../kit/shop-terms";
import { PageSkeleton, TableBones } from "../../kit/skeletons";
import { problemText } from "../../kit/toast";
import { CampaignTimeline } from "./timeline";

const monthsShown = 3;

export default function CalendarPage() {
  const desk = useDesk("desk_state", {});
  return desk.data ? <Months now={desk.data.now} /> : <PageSkeleton />;
}

function Months({ now }: { now: string }) {
  const { t } = useTranslation(["calendar", "kit"]);
  const { timeZone } = useShopTerms();
  const present = monthAt(now, timeZone);
  const [first, setFirst] = useState<Month>(present);
  const months = Array.from({ length: monthsShown }, (_, step) => monthsOn(first, step));
  const period = {
    start: dayStart(first, 1, timeZone),
    end: dayStart(monthsOn(first, monthsShown), 1, timeZone),
  };
  const calendar = useDesk("calendar", { period }, { keepPrevious: true });
  return (
    <div data-testid="calendar">
      <PageHeader
        title={t("calendar:title")}
        subtitle={t("calendar:text")}
        actions={
          <Row>
            <Button
              icon={<LeftOutlined />}
              aria-label={t("calendar:before")}
              onClick={() => setFirst(monthsOn(first, -1))}
              data-testid="calendar-before"
            />
            <Button onClick={() => setFirst(present)} data-testid="calendar-today">
              {t("calendar:today")}
            </Button>
            <Button
              icon={<RightOutlined />}
              aria-label={t("calendar:after")}
              onClick={() => setFirst(monthsOn(first, 1))}
              data-testid="calendar-after"
            />
          </Row>
        }
      />
      {calendar.isError ? (
        <Notice tone="block" title={t("calendar:failed")} testId="calendar-problem">
          {problemText(calendar.error, t("kit:toast.bug"))}
        </Notice>
      ) : calendar.data ? (
        <Stack>
          <Conflicts calendar={calendar.data} />
          <Card flush>
            {calendar.data.bars.length === 0 ? (
              <EmptyState
                small
                icon={<CalendarOutlined />}
                title={t("calendar:empty")}
                text={t("calendar:emptyText")}
              />
            ) : (
              <CampaignTimeline
                bars={calendar.data.bars}
                months={months}
                period={period}
                now={now}
              />
            )}
          </Card>
        </Stack>
      ) : (
        <TableBones rows={6} />
      )}
    </div>
  );
}

/** Campaigns that share SKUs at different prices; one of the two loses. */
function Conflicts({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation("calendar");
  const nameOf = (id: string) =>
    calendar.bars.find(
      ({ campaign }) => campaign.kind === "platform" && campaign.campaign_id === id,
    )?.name ?? id;
  return calendar.conflicts.map(({ first, second, skus }) => (
    <Notice
      key={`${first} ${second}`}
      tone="warn"
      title={t("conflict", { count: skus })}
      testId="calendar-conflict"
    >
      <Link to={pathToCampaign(first)}>{nameOf(first)}</Link> ·{" "}
      <Link to={pathToCampaign(second)}>{nameOf(second)}</Link>
    </Notice>
  ));
}
