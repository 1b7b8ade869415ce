// The four switches with what they are and since when, the timeline, and how they stood on a day.
import { Button, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type FundedPage, type FundedSwitchView, type Position, useDesk } from "../../bridge";
import { Card, CardGrid, Stack } from "../../kit/card";
import { KeyValues } from "../../kit/key-values";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { StatusTag } from "../../kit/status-tag";
import { problemText } from "../../kit/toast";
import { InstantText } from "../../kit/values";
import { ExclusionDialog } from "./exclusion";
import { OnADay } from "./on-a-day";
import { SwitchingDialog } from "./switching";
import { TimelineCard } from "./timeline";
import { dashed } from "./type-id";

export function SwitchesPage() {
  const { t } = useTranslation("platform-promotions");
  const page = useDesk("funded_promotions", {});
  if (page.isError) return <PromotionsFailed error={page.error} />;
  if (!page.data) return <PageSkeleton />;
  const { offered, note, switches } = page.data;
  return (
    <div data-testid="platform-promotions">
      <PageHeader
        title={t("title")}
        subtitle={t("text")}
        actions={offered && <Actions page={page.data} />}
      />
      <Stack>
        <Notice tone={offered ? "info" : "warn"} title={t(offered ? "where" : "notOffered")}>
          {note}
        </Notice>
        {offered && (
          <>
            <CardGrid min={340}>
              {switches.map((line) => (
                <SwitchCard key={line.funded_type} line={line} />
              ))}
            </CardGrid>
            <OnADay />
          </>
        )}
        <TimelineCard steps={page.data.timeline} />
      </Stack>
    </div>
  );
}

export function PromotionsFailed({ error }: { error: Error }) {
  const { t } = useTranslation(["platform-promotions", "kit"]);
  return (
    <Notice
      tone="block"
      title={t("platform-promotions:failed")}
      testId="platform-promotions-problem"
    >
      {problemText(error, t("kit:toast.bug"))}
    </Notice>
  );
}

function Actions({ page }: { page: FundedPage }) {
  const { t } = useTranslation("platform-promotions");
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} data-testid="ask-exclusion">
        {t("exclusion.open")}
      </Button>
      <Button
        onClick={() => void navigate(pathTo("platform-promotions", "questions"))}
        data-testid="open-questions"
      >
        {t("questions.title")}
      </Button>
      {asking && <ExclusionDialog switches={page.switches} onClose={() => setAsking(false)} />}
    </>
  );
}

function SwitchCard({ line }: { line: FundedSwitchView }) {
  const { t } = useTranslation("platform-promotions");
  const [moving, setMoving] = useState<Position>();
  const { funded_type, name, position, since } = line;
  const id = dashed(funded_type);
  return (
    <Card
      title={name}
      text={line.about}
      extra={
        <Switch
          checked={position === "on"}
          checkedChildren={t("positions.on")}
          unCheckedChildren={t("positions.off")}
          aria-label={t("switchOf", { name })}
          onChange={(on) => setMoving(on ? "on" : "off")}
          data-testid={`switch-${id}`}
        />
      }
    >
      <KeyValues
        testId={`promotion-${id}`}
        items={[
          {
            key: "position",
            label: t("stands"),
            value: (
              <StatusTag tone={position === "on" ? "good" : "warn"}>
                {t(`positions.${position}`)}
              </StatusTag>
            ),
            note: since ? (
              <>
                {t("since")} <InstantText value={since} />
              </>
            ) : (
              t("neverMoved")
            ),
          },
          { key: "label", label: t("label"), value: line.label },
          { key: "combines", label: t("combines"), value: line.combines },
        ]}
      />
      {line.prices_may_differ_until && (
        <Notice tone="warn" title={t("mayDiffer")} testId={`may-differ-${id}`}>
          {t("mayDifferText")} <InstantText value={line.prices_may_differ_until} />
        </Notice>
      )}
      {moving && <SwitchingDialog line={line} to={moving} onClose={() => setMoving(undefined)} />}
    </Card>
  );
}
