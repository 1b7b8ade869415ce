// Every campaign with what is registered in it, and the drafts that were left.
import { FileDoneOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { type CampaignLine, type DraftLine, useDesk, useDeskAction } from "../../bridge";
import { Card, Stack } from "../../kit/card";
import { useConfirm } from "../../kit/confirm";
import { type DataColumn, DataTable } from "../../kit/data-table";
import { EmptyState } from "../../kit/empty-state";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo, pathToDraft } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { problemText, useToast } from "../../kit/toast";
import { CountText, InstantText, PeriodText } from "../../kit/values";
import { StateCountTags } from "./parts";
import { useOpenDraft } from "./use-open-draft";

export function RegistrationList() {
  const { t } = useTranslation(["registrations", "kit"]);
  const navigate = useNavigate();
  const campaigns = useDesk("campaign_list", {});
  const drafts = useDesk("draft_list", {});
  const errors = useDesk("sku_errors", {});
  const problem = campaigns.error ?? drafts.error;
  if (problem) {
    return (
      <Notice tone="block" title={t("registrations:failed")} testId="registrations-problem">
        {problemText(problem, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!campaigns.data || !drafts.data) return <PageSkeleton />;
  if (campaigns.data.campaigns.length === 0) {
    return (
      <EmptyState
        page
        icon={<FileDoneOutlined />}
        title={t("registrations:empty")}
        text={t("registrations:emptyText")}
        action={{
          label: t("registrations:toCampaigns"),
          run: () => void navigate(pathTo("campaigns")),
          testId: "to-campaigns",
        }}
        testId="registrations-empty"
      />
    );
  }
  const urgent = errors.data?.errors ?? [];
  return (
    <div data-testid="registrations">
      <PageHeader title={t("registrations:title")} subtitle={t("registrations:text")} />
      <Stack>
        {urgent[0] && (
          <Notice
            tone="warn"
            title={t("registrations:skuErrors", { count: urgent.length })}
            action={
              <Link to={pathTo("registrations", urgent[0].campaign_id)} data-testid="to-sku-errors">
                {urgent[0].campaign_name}
              </Link>
            }
          >
            {urgent[0].title}: {urgent[0].action}
          </Notice>
        )}
        {drafts.data.drafts.length > 0 && <Drafts drafts={drafts.data.drafts} />}
        <Card flush title={t("registrations:campaigns")}>
          <CampaignTable campaigns={campaigns.data.campaigns} />
        </Card>
      </Stack>
    </div>
  );
}

function Drafts({ drafts }: { drafts: readonly DraftLine[] }) {
  const { t } = useTranslation(["registrations", "drafts"]);
  const navigate = useNavigate();
  const remove = useDeleteDraft();
  return (
    <Card title={t("registrations:drafts")} testId="draft-list">
      <ul className="pd-reg-lines">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <div>
              <strong>{draft.campaign_name}</strong>
              <span>
                {t("registrations:leftAt", { step: t(`drafts:steps.${draft.step}`) })} ·{" "}
                <CountText value={draft.products} /> {t("registrations:products")} ·{" "}
                <CountText value={draft.skus} /> {t("registrations:skus")} ·{" "}
                {t("registrations:changedAt")} <InstantText value={draft.changed_at} />
              </span>
            </div>
            <Button
              onClick={() => remove(draft)}
              aria-label={t("registrations:deleteNamed", { name: draft.campaign_name })}
              data-testid={`delete-draft-${draft.id}`}
            >
              {t("registrations:delete")}
            </Button>
            <Button
              type="primary"
              onClick={() => void navigate(pathToDraft(draft.id))}
              aria-label={t("registrations:continueNamed", { name: draft.campaign_name })}
              data-testid={`continue-draft-${draft.id}`}
            >
              {t("registrations:continue")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useDeleteDraft() {
  const { t } = useTranslation("registrations");
  const confirm = useConfirm();
  const toast = useToast();
  const action = useDeskAction("draft_delete", {
    onDone: () => toast.done(t("deleted"), { undo: true }),
    onRefused: (error) => toast.problem(error),
  });
  return async ({ id, campaign_name }: DraftLine) => {
    const sure = await confirm({
      title: t("deleteTitle", { name: campaign_name }),
      text: t("deleteText"),
      confirmLabel: t("delete"),
      danger: true,
    });
    if (sure) action.run({ draft_id: id });
  };
}

const phaseTones: Record<CampaignLine["phase"], Tone> = {
  upcoming: "neutral",
  open: "accent",
  closed: "neutral",
  running: "good",
  over: "neutral",
};

function CampaignTable({ campaigns }: { campaigns: readonly CampaignLine[] }) {
  const { t } = useTranslation("registrations");
  const navigate = useNavigate();
  const { open, opening } = useOpenDraft();
  const columns: DataColumn<CampaignLine>[] = [
    {
      key: "name",
      title: t("columns.campaign"),
      render: ({ name, ineligible_because }) => (
        <div className="pd-two pd-name">
          <span title={name}>{name}</span>
          {ineligible_because !== null && <small>{ineligible_because}</small>}
        </div>
      ),
    },
    {
      key: "phase",
      title: t("columns.phase"),
      width: 120,
      render: ({ phase }) => <StatusTag tone={phaseTones[phase]}>{t(`phases.${phase}`)}</StatusTag>,
    },
    {
      key: "registration",
      title: t("columns.registration"),
      width: 200,
      render: ({ registration: { end }, running }) => (
        <div className="pd-two">
          <InstantText value={end} />
          <small>
            {t("runs")} <PeriodText {...running} style="date" />
          </small>
        </div>
      ),
    },
    {
      key: "products",
      title: t("columns.products"),
      render: ({ products }) => <StateCountTags counts={products} />,
    },
    {
      key: "action",
      title: <span className="pd-visually-hidden">{t("columns.action")}</span>,
      width: 130,
      fixed: "end",
      render: ({ id, name, draft_id }) => (
        <Button
          size="small"
          disabled={opening}
          onClick={() => open(id)}
          aria-label={t(draft_id === null ? "registerNamed" : "continueNamed", { name })}
          data-testid={`register-${id}`}
        >
          {t(draft_id === null ? "register" : "continue")}
        </Button>
      ),
    },
  ];
  return (
    <DataTable<CampaignLine>
      label={t("campaigns")}
      columns={columns}
      rows={campaigns}
      rowKey={({ id }) => id}
      empty={{ title: t("empty") }}
      onOpen={({ id }) => void navigate(pathTo("registrations", id))}
      rowTone={({ phase }) => (phase === "over" ? "muted" : undefined)}
      testId="campaign-table"
    />
  );
}
