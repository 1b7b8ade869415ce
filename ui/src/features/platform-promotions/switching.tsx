// Moving a switch: what it does is shown, then exactly that is confirmed.
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  type DeskError,
  type FundedCampaign,
  type FundedSwitchShown,
  type FundedSwitchView,
  type Position,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { Notice } from "../../kit/notice";
import { pathToCampaign } from "../../kit/places";
import { BlockSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";
import { PeriodText } from "../../kit/values";
import { AcknowledgeWarnings, unanswered } from "../../wizard";
import { ConcernedRows } from "./rows";

interface SwitchingProps {
  line: FundedSwitchView;
  to: Position;
  onClose: () => void;
}

export function SwitchingDialog({ line, to, onClose }: SwitchingProps) {
  const { t } = useTranslation("platform-promotions");
  const { name, funded_type } = line;
  const switching = useSwitching({ line, to, onClose });
  const { shown } = switching;
  return (
    <Modal
      open
      width={760}
      title={t(`dialog.${to}`, { name })}
      okText={t(`confirm.${to}`)}
      okButtonProps={{
        danger: to === "off",
        disabled: !switching.ready,
        loading: switching.busy,
        "data-testid": "switch-confirm",
      }}
      cancelText={t("dialog.leave")}
      cancelButtonProps={{ "data-testid": "switch-cancel" }}
      onOk={switching.confirm}
      onCancel={onClose}
    >
      <div className="pd-funded-dialog" data-testid="switching" data-type={funded_type}>
        {switching.problem && <SwitchProblem problem={switching.problem} />}
        {shown ? (
          <>
            <Consequences shown={shown} />
            <AcknowledgeWarnings
              findings={shown.findings}
              acknowledged={switching.acknowledged}
              onChange={switching.acknowledge}
            />
          </>
        ) : (
          !switching.problem && <BlockSkeleton />
        )}
      </div>
    </Modal>
  );
}

/** What moving the switch does, and the confirmation of exactly that. */
function useSwitching({ line, to, onClose }: SwitchingProps) {
  const { t } = useTranslation("platform-promotions");
  const toast = useToast();
  const { funded_type, name } = line;
  const except = { product_ids: [], brands: [] };
  const shown = useDesk("funded_switching", { funded_type, to, except }, { alwaysFresh: true });
  const [acknowledged, acknowledge] = useState<string[]>([]);
  const [refused, setRefused] = useState<DeskError>();
  const move = useDeskAction("funded_switch", {
    onDone: () => {
      toast.done(t(`done.${to}`, { name }), { undo: true });
      onClose();
    },
    onRefused: (error) => {
      setRefused(error);
      acknowledge([]);
      void shown.refetch();
    },
  });
  const token = shown.isFetching ? undefined : shown.data?.token;
  const open = shown.data ? unanswered(shown.data.findings, acknowledged) : [];
  return {
    shown: shown.data,
    acknowledged,
    acknowledge,
    problem: refused ?? shown.error ?? undefined,
    ready: token !== undefined && open.length === 0,
    busy: move.isPending,
    confirm: () => {
      setRefused(undefined);
      if (token !== undefined) move.run({ funded_type, to, except, token, acknowledged });
    },
  };
}

function SwitchProblem({ problem }: { problem: DeskError }) {
  const { t } = useTranslation(["platform-promotions", "kit"]);
  return (
    <Notice tone="block" title={t("platform-promotions:refused")} testId="switch-problem">
      {problem.findings.length > 0 ? (
        <FindingsSlot findings={problem.findings.filter(({ grade }) => grade !== "info")} />
      ) : (
        problemText(problem, t("kit:toast.bug"))
      )}
    </Notice>
  );
}

function Consequences({ shown }: { shown: FundedSwitchShown }) {
  const { t } = useTranslation("platform-promotions");
  return (
    <>
      <Sentences title={t(`goes.${shown.to}`)} lines={shown.changes} testId="switch-changes" />
      <Sentences title={t("stays")} lines={shown.stays} testId="switch-stays" />
      <section data-testid="switch-campaigns">
        <h3>{t("campaigns")}</h3>
        {shown.campaigns.length === 0 ? (
          <p className="pd-funded-quiet">{t("noCampaigns")}</p>
        ) : (
          <ul>
            {shown.campaigns.map((campaign) => (
              <li key={campaign.campaign_id}>
                <CampaignLine campaign={campaign} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {shown.rows > 0 && <ConcernedRows total={shown.rows} />}
    </>
  );
}

function CampaignLine({ campaign }: { campaign: FundedCampaign }) {
  const { t } = useTranslation("platform-promotions");
  const { campaign_id, name, running, registered, planned } = campaign;
  return (
    <>
      <Link to={pathToCampaign(campaign_id)}>{name}</Link>
      <small>
        <PeriodText {...running} style="date" />
        {registered > 0 && <> · {t("registered", { count: registered })}</>}
        {planned > 0 && <> · {t("planned", { count: planned })}</>}
      </small>
    </>
  );
}

function Sentences({
  title,
  lines,
  testId,
}: {
  title: string;
  lines: readonly string[];
  testId: string;
}) {
  return (
    <section data-testid={testId}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
