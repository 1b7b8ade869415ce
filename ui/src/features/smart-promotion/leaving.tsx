// Leaving the programme: the campaigns it concerns are named before it is confirmed.
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  type CampaignAffected,
  type DeskError,
  type LeavingShown,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { Notice } from "../../kit/notice";
import { pathToCampaign } from "../../kit/places";
import { BlockSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";
import { PeriodText } from "../../kit/values";
import { AnswerFindings, unanswered } from "../../wizard";

export function LeavingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("smart-promotion");
  const toast = useToast();
  const shown = useDesk("smart_promotion_leaving", {}, { alwaysFresh: true });
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const [problem, setProblem] = useState<DeskError>();
  const leave = useDeskAction("smart_promotion_leave", {
    onDone: () => {
      toast.done(t("left"), { undo: true });
      onClose();
    },
    onRefused: (error) => {
      setProblem(error);
      if (error.kind === "outdated") {
        setAcknowledged([]);
        void shown.refetch();
      }
    },
  });
  const token = shown.isFetching ? undefined : shown.data?.token;
  const open = shown.data ? unanswered(shown.data.findings, acknowledged) : [];
  return (
    <Modal
      open
      width={620}
      title={t("leaveTitle")}
      okText={t("leave")}
      okButtonProps={{
        danger: true,
        disabled: token === undefined || open.length > 0,
        loading: leave.isPending,
        "data-testid": "leave-confirm",
      }}
      cancelText={t("stay")}
      cancelButtonProps={{ "data-testid": "leave-cancel" }}
      onOk={() => {
        setProblem(undefined);
        if (token !== undefined) leave.run({ token, acknowledged });
      }}
      onCancel={onClose}
    >
      <div className="pd-programme-leaving" data-testid="leaving">
        {problem && <LeaveProblem problem={problem} />}
        {shown.isError && <LeaveProblem problem={shown.error} />}
        {shown.data ? (
          <>
            <Consequences shown={shown.data} />
            <AnswerFindings
              findings={shown.data.findings}
              acknowledged={acknowledged}
              onChange={setAcknowledged}
            />
          </>
        ) : (
          !shown.isError && <BlockSkeleton />
        )}
      </div>
    </Modal>
  );
}

function LeaveProblem({ problem }: { problem: DeskError }) {
  const { t } = useTranslation(["smart-promotion", "kit"]);
  const outdated = problem.kind === "outdated";
  return (
    <Notice
      tone={outdated ? "warn" : "block"}
      title={t(outdated ? "smart-promotion:leaveOutdated" : "smart-promotion:leaveRefused")}
      testId="leave-problem"
    >
      {problem.findings.length > 0 ? (
        <FindingsSlot findings={problem.findings} />
      ) : (
        problemText(problem, t("kit:toast.bug"))
      )}
    </Notice>
  );
}

function Consequences({ shown }: { shown: LeavingShown }) {
  const { t } = useTranslation("smart-promotion");
  if (shown.running.length === 0 && shown.upcoming.length === 0) {
    return <p className="pd-programme-quiet">{t("leaveNobody")}</p>;
  }
  return (
    <>
      <Affected title={t("leaveRunning")} campaigns={shown.running} testId="leaving-running" />
      <Affected title={t("leaveUpcoming")} campaigns={shown.upcoming} testId="leaving-upcoming" />
    </>
  );
}

function Affected({
  title,
  campaigns,
  testId,
}: {
  title: string;
  campaigns: readonly CampaignAffected[];
  testId: string;
}) {
  const { t } = useTranslation("smart-promotion");
  if (campaigns.length === 0) return null;
  return (
    <section data-testid={testId}>
      <h3>{title}</h3>
      <ul>
        {campaigns.map(({ campaign_id, name, running, products }) => (
          <li key={campaign_id}>
            <Link to={pathToCampaign(campaign_id)}>{name}</Link>
            <small>
              <PeriodText {...running} style="date" /> · {t("products", { count: products })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
