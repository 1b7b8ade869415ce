// Campaigns of one's own: drafts, published ones, the partners that joined.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import {
  type OwnCampaignLine,
  type OwnCampaignStage,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { Card, Row, Stack } from "../../../kit/card";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { EmptyState } from "../../../kit/empty-state";
import { Field } from "../../../kit/field";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { usePagedSearch } from "../../../kit/paged-search";
import { pathTo } from "../../../kit/places";
import { FilterChips, SearchField } from "../../../kit/search-field";
import { PageSkeleton } from "../../../kit/skeletons";
import { StatusTag, type Tone } from "../../../kit/status-tag";
import { useToast } from "../../../kit/toast";
import { CountText, PercentText, PeriodText } from "../../../kit/values";
import { Failed, TabHead } from "../tabs";
import { OwnDetail } from "./own-detail";

export function OwnListPage() {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const { search, window, find, toPage, paging } = usePagedSearch();
  const [stage, setStage] = useState<OwnCampaignStage | null>(null);
  const [joining, setJoining] = useState<OwnCampaignLine>();
  const [shown, setShown] = useState<OwnCampaignLine>();
  const list = useDesk(
    "own_campaign_page",
    { search, stage, window },
    { keepPrevious: true, alwaysFresh: true },
  );
  const columns = useOwnColumns(setJoining);
  const open = (line: OwnCampaignLine) =>
    line.stage === "draft"
      ? void navigate(pathTo("affiliate", "seller", "draft", line.id))
      : setShown(line);
  const begin = () => void navigate(pathTo("affiliate", "seller", "new"));
  if (list.isError) return <Failed error={list.error} />;
  if (!list.data) return <PageSkeleton />;
  const { rows, stages, total } = list.data;
  return (
    <div data-testid="affiliate-seller">
      <Stack>
        <TabHead
          tab="seller"
          actions={
            <Button type="primary" icon={<PlusOutlined />} onClick={begin} data-testid="own-new">
              {t("own.new")}
            </Button>
          }
        />
        {stages.length === 0 ? (
          <EmptyState
            title={t("own.empty")}
            text={t("own.emptyText")}
            action={{ label: t("own.new"), run: begin, testId: "own-first" }}
            testId="own-empty"
          />
        ) : (
          <>
            <Row gap={12}>
              <SearchField
                value={search}
                onSearch={find}
                label={t("own.search")}
                width={300}
                testId="own-search"
              />
              <FilterChips<OwnCampaignStage>
                label={t("own.filter")}
                chips={stages.map((one) => ({
                  key: one.stage,
                  label: t(`ownStages.${one.stage}`),
                  count: one.campaigns,
                }))}
                active={stage}
                onPick={(key) => {
                  setStage(key);
                  toPage(0);
                }}
              />
            </Row>
            <Card flush>
              <DataTable<OwnCampaignLine>
                label={t("tabs.seller")}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                loading={list.isPlaceholderData}
                onOpen={open}
                paging={paging(total)}
                empty={{ title: t("own.noMatch"), text: t("own.noMatchText") }}
                testId="own-table"
              />
            </Card>
          </>
        )}
      </Stack>
      {shown && <OwnDetail line={shown} onClose={() => setShown(undefined)} />}
      {joining && <PartnerDialog line={joining} onClose={() => setJoining(undefined)} />}
    </div>
  );
}

const tones: Record<OwnCampaignStage, Tone> = {
  draft: "neutral",
  published: "info",
  open: "good",
  registration_over: "neutral",
  ended: "neutral",
};

function useOwnColumns(onPartner: (line: OwnCampaignLine) => void): DataColumn<OwnCampaignLine>[] {
  const { t } = useTranslation("affiliate");
  return [
    {
      key: "title",
      title: t("own.columns.title"),
      render: ({ id, title, stage }) => (
        <div className="pd-two pd-name">
          {stage === "draft" ? (
            <Link
              to={pathTo("affiliate", "seller", "draft", id)}
              title={title}
              data-testid={`own-${id}`}
            >
              {title || t("own.untitled")}
            </Link>
          ) : (
            <span title={title} data-testid={`own-${id}`}>
              {title}
            </span>
          )}
          <StatusTag tone={tones[stage]}>{t(`ownStages.${stage}`)}</StatusTag>
        </div>
      ),
    },
    {
      key: "windows",
      title: t("agency.columns.windows"),
      width: 220,
      render: ({ registration, running }) => (
        <div className="pd-two">
          <PeriodText start={registration?.start} end={registration?.end} style="date" />
          <small>
            {t("agency.runs")} <PeriodText start={running?.start} end={running?.end} style="date" />
          </small>
        </div>
      ),
    },
    {
      key: "rate",
      title: t("columns.rate"),
      width: 90,
      align: "right",
      render: ({ rate }) => <PercentText value={rate} />,
    },
    {
      key: "products",
      title: t("agency.columns.products"),
      width: 110,
      align: "right",
      render: ({ products }) => <CountText value={products} />,
    },
    {
      key: "partners",
      title: t("own.columns.partners"),
      width: 170,
      render: ({ joined, selected_partners }) => (
        <div className="pd-two">
          <span>{t("own.joined", { count: joined })}</span>
          <small>
            {selected_partners === null
              ? t("own.allPartners")
              : t("own.selected", { count: selected_partners })}
          </small>
        </div>
      ),
    },
    {
      key: "do",
      title: "",
      width: 150,
      align: "right",
      fixed: "end",
      render: (line) =>
        line.stage === "draft" ? null : (
          <Button size="small" onClick={() => onPartner(line)} data-testid={`own-join-${line.id}`}>
            {t("own.recordJoined")}
          </Button>
        ),
    },
  ];
}

function PartnerDialog({ line, onClose }: { line: OwnCampaignLine; onClose: () => void }) {
  const { t } = useTranslation("affiliate");
  const toast = useToast();
  const [partner, setPartner] = useState("");
  const recording = useDeskAction("own_campaign_partner_joined", {
    onDone: () => {
      toast.done(t("own.joinedSaved", { partner }), { undo: true });
      onClose();
    },
    onRefused: (error) => {
      if (error.kind !== "refused") toast.problem(error);
    },
  });
  return (
    <Modal
      open
      title={t("own.recordJoined")}
      okText={t("acts.save")}
      cancelText={t("record.cancel")}
      okButtonProps={{ loading: recording.isPending, ...{ "data-testid": "own-joined-save" } }}
      onOk={() => recording.run({ campaign_id: line.id, partner })}
      onCancel={onClose}
    >
      <Stack>
        <Field label={t("own.partner")}>
          {(control) => (
            <Input
              {...control}
              value={partner}
              onChange={({ target }) => setPartner(target.value)}
              data-testid="own-partner"
            />
          )}
        </Field>
        <FindingsSlot findings={recording.error?.findings ?? []} />
      </Stack>
    </Modal>
  );
}
