// Every recorded campaign, the next to close first, with whether the shop may register.
import { FileExcelOutlined, FundOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type CampaignLine, useDesk } from "../../bridge";
import { Card } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { EmptyState } from "../../kit/empty-state";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo, pathToCampaign } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";
import { useCampaignColumns } from "./columns";
import { useRegister } from "./register";

export function CampaignList() {
  const { t } = useTranslation(["campaigns", "kit"]);
  const navigate = useNavigate();
  const toast = useToast();
  const list = useDesk("campaign_list", {});
  const now = useDesk("desk_state", {}).data?.now;
  const { register, opening } = useRegister((error) => toast.problem(error));
  const columns = useCampaignColumns({ now, register, opening });
  const record = () => void navigate(pathTo("campaigns", "new"));
  const begin = () => void navigate(pathTo("campaigns", "new", "prefill"));

  if (list.isError) {
    return (
      <Notice tone="block" title={t("campaigns:failed")} testId="campaigns-problem">
        {problemText(list.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!list.data) return <PageSkeleton />;
  if (list.data.campaigns.length === 0) {
    return (
      <EmptyState
        page
        icon={<FundOutlined />}
        title={t("campaigns:empty")}
        text={t("campaigns:emptyText")}
        action={{ label: t("campaigns:record"), run: record, testId: "record-campaign" }}
        secondAction={{ label: t("campaigns:fromPrefill"), run: begin, testId: "from-prefill" }}
        testId="campaigns-empty"
      />
    );
  }
  return (
    <div data-testid="campaigns">
      <PageHeader
        title={t("campaigns:title")}
        subtitle={t("campaigns:text")}
        actions={
          <>
            <Button icon={<FileExcelOutlined />} onClick={begin} data-testid="from-prefill">
              {t("campaigns:fromPrefill")}
            </Button>
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={record}
              data-testid="record-campaign"
            >
              {t("campaigns:record")}
            </Button>
          </>
        }
      />
      <Card flush>
        <DataTable<CampaignLine>
          label={t("campaigns:title")}
          rows={list.data.campaigns}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => void navigate(pathToCampaign(id))}
          rowTone={({ phase }) => (phase === "over" ? "muted" : undefined)}
          empty={{ title: t("campaigns:empty"), text: t("campaigns:emptyText") }}
          testId="campaign-table"
        />
      </Card>
    </div>
  );
}
