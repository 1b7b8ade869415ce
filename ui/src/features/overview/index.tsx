// The first page: what is due, what is wrong, what was left, what comes next.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type DeskState, useDesk } from "../../bridge";
import { CardGrid, Stack } from "../../kit/card";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText } from "../../kit/toast";
import { Campaigns } from "./campaigns";
import { Figures } from "./figures";
import { FirstSteps } from "./first-steps";
import { Drafts, Due, SkuErrorList } from "./lists";
import "./overview.css";

/** Time passes while the page is open, so it is asked for again every minute. */
const pollMs = 60_000;

export default function OverviewPage() {
  const { t } = useTranslation(["overview", "kit"]);
  const navigate = useNavigate();
  const desk = useDesk("desk_state", {}, { pollMs });
  const overview = useDesk("overview", {}, { pollMs, alwaysFresh: true });
  if (overview.isError) {
    return (
      <Notice
        tone="block"
        title={t("overview:failed")}
        action={
          <Button size="small" onClick={() => void overview.refetch()}>
            {t("kit:again")}
          </Button>
        }
        testId="overview-problem"
      >
        {problemText(overview.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!overview.data) return <PageSkeleton />;
  const { first_steps, due, sku_errors, drafts, campaigns } = overview.data;
  const now = desk.data?.now;
  return (
    <div data-testid="overview">
      <PageHeader
        title={t("overview:title")}
        subtitle={t("overview:text")}
        actions={
          <Button onClick={() => void navigate(pathTo("calendar"))} data-testid="overview-calendar">
            {t("overview:calendar")}
          </Button>
        }
      />
      <Stack>
        <DeskNotices desk={desk.data} />
        <FirstSteps steps={first_steps} />
        {sku_errors.length > 0 && <SkuErrorList errors={sku_errors} />}
        <Figures overview={overview.data} />
        <CardGrid min={360}>
          <Due due={due} now={now} />
          <Drafts drafts={drafts} now={now} />
        </CardGrid>
        <Campaigns campaigns={campaigns} now={now} />
      </Stack>
    </div>
  );
}

function DeskNotices({ desk }: { desk: DeskState | undefined }) {
  const { t } = useTranslation("overview");
  if (!desk) return null;
  return (
    <>
      {desk.clock_went_back && (
        <Notice tone="warn" title={t("clock")} testId="clock-went-back">
          {t("clockText")}
        </Notice>
      )}
      {desk.notices.map((notice) => (
        <Notice key={notice} tone="info" title={notice} testId="desk-notice" />
      ))}
    </>
  );
}
