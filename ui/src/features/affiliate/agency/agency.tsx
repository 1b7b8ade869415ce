// Campaigns of affiliate partners: open ones first, with the time left and what keeps the shop out.
import { PlusOutlined, TeamOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type PartnerCampaignChoice, type PartnerCampaignLine, useDesk } from "../../../bridge";
import { Card, Row, Stack } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { EmptyState } from "../../../kit/empty-state";
import { usePagedSearch } from "../../../kit/paged-search";
import { pathTo, pathToImport } from "../../../kit/places";
import { FilterChips, SearchField } from "../../../kit/search-field";
import { PageSkeleton } from "../../../kit/skeletons";
import { Failed, TabHead } from "../tabs";
import { useAgencyColumns } from "./columns";

export function AgencyPage() {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const { search, window, find, toPage, paging } = usePagedSearch();
  const [only, setOnly] = useState<PartnerCampaignChoice>("all");
  const list = useDesk(
    "partner_campaign_page",
    { search, only, window },
    // The clock moves stages on without anything being stored.
    { keepPrevious: true, alwaysFresh: true },
  );
  const columns = useAgencyColumns();
  const record = () => void navigate(pathTo("affiliate", "new"));
  const bring = () =>
    void navigate(pathToImport({ kind: "partner_campaigns" }, pathTo("affiliate")));
  if (list.isError) return <Failed error={list.error} />;
  if (!list.data) return <PageSkeleton />;
  const { all, can_join, joined, total, rows } = list.data;
  const actions = (
    <>
      <Button onClick={bring} data-testid="partner-import">
        {t("agency.import")}
      </Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={record} data-testid="partner-new">
        {t("agency.record")}
      </Button>
    </>
  );
  return (
    <div data-testid="affiliate-agency">
      <Stack>
        <TabHead tab="agency" actions={actions} />
        {all === 0 ? (
          <EmptyState
            icon={<TeamOutlined />}
            title={t("agency.empty")}
            text={t("agency.emptyText")}
            action={{ label: t("agency.record"), run: record, testId: "partner-first" }}
            testId="agency-empty"
          />
        ) : (
          <>
            <Row gap={12}>
              <SearchField
                value={search}
                onSearch={find}
                label={t("agency.search")}
                width={300}
                testId="partner-search"
              />
              <FilterChips<Exclude<PartnerCampaignChoice, "all">>
                label={t("agency.filter")}
                allCount={all}
                chips={[
                  { key: "can_join", label: t("agency.can_join"), count: can_join },
                  { key: "joined", label: t("agency.joined"), count: joined },
                ]}
                active={only === "all" ? null : only}
                onPick={(key) => {
                  setOnly(key ?? "all");
                  toPage(0);
                }}
              />
            </Row>
            <Card flush>
              <DataTable<PartnerCampaignLine>
                label={t("tabs.agency")}
                columns={columns}
                rows={rows}
                rowKey={({ campaign }) => campaign.id}
                loading={list.isPlaceholderData}
                paging={paging(total)}
                rowTone={({ stage }) => (stage === "ended" ? "muted" : undefined)}
                empty={{ title: t("agency.noMatch"), text: t("agency.noMatchText") }}
                testId="agency-table"
              />
            </Card>
          </>
        )}
      </Stack>
    </div>
  );
}
