// What joined: every registered product with its state and samples, and what can be done with it.
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import {
  type JoinedLine,
  type JoinedStateKind,
  pickSave,
  useDesk,
  useDeskAction,
} from "../../../bridge";
import { Card, Row, Stack } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { EmptyState } from "../../../kit/empty-state";
import { countText } from "../../../kit/format";
import { usePagedSearch } from "../../../kit/paged-search";
import { pathTo, pathToImport } from "../../../kit/places";
import { FilterChips, SearchField } from "../../../kit/search-field";
import { useShopTerms } from "../../../kit/shop-terms";
import { PageSkeleton } from "../../../kit/skeletons";
import { useToast } from "../../../kit/toast";
import { Failed, TabHead } from "../tabs";
import { Acts } from "./acts";
import { states, useJoinedColumns } from "./columns";
import { JoinedHistory } from "./history";

export function JoinedPage() {
  const { t } = useTranslation("affiliate");
  const { language } = useShopTerms();
  const navigate = useNavigate();
  const [sought, seek] = useSearchParams();
  const campaign_id = sought.get("campaign");
  const { search, window, find, toPage, paging } = usePagedSearch();
  const [state, setState] = useState<JoinedStateKind | null>(null);
  const [selected, setSelected] = useState<string[]>([]);
  const [whole, setWhole] = useState(false);
  const [shown, setShown] = useState<JoinedLine>();
  const list = useDesk(
    "partner_product_page",
    { campaign_id, state, search, window },
    { keepPrevious: true },
  );
  const columns = useJoinedColumns();
  if (list.isError) return <Failed error={list.error} />;
  if (!list.data) return <PageSkeleton />;
  const { counts, rows, total } = list.data;
  const select = (keys: string[]) => {
    setSelected(keys);
    setWhole(false);
  };
  const narrow = (work: () => void) => {
    work();
    toPage(0);
    select([]);
  };
  // Everything in one state of one campaign can be taken at once, on whichever page it is.
  const together = campaign_id !== null && state !== null && search === "" && total > 0;
  const all = together && whole ? { state, count: total } : null;
  const chosen = all ? rows : rows.filter((row) => selected.includes(keyOf(row)));
  return (
    <div data-testid="affiliate-joined">
      <Stack>
        <TabHead
          tab="joined"
          actions={<Actions campaignId={campaign_id} some={counts.total > 0} />}
        />
        {counts.total === 0 ? (
          <EmptyState
            title={t("joined.empty")}
            text={t("joined.emptyText")}
            action={{
              label: t("joined.toAgency"),
              run: () => void navigate(pathTo("affiliate")),
              testId: "joined-to-agency",
            }}
            testId="joined-empty"
          />
        ) : (
          <>
            <Row gap={12}>
              <SearchField
                value={search}
                onSearch={(text) => narrow(() => find(text))}
                label={t("joined.search")}
                width={300}
                testId="joined-search"
              />
              <CampaignChoice
                chosen={campaign_id}
                onChoose={(id) => narrow(() => seek(id === null ? {} : { campaign: id }))}
              />
              <FilterChips<JoinedStateKind>
                label={t("joined.filter")}
                allCount={counts.total}
                chips={states.map((key) => ({
                  key,
                  label: t(`states.${key}`),
                  count: counts[key],
                }))}
                active={state}
                onPick={(key) => narrow(() => setState(key))}
              />
            </Row>
            <Row gap={8}>
              {together && !whole && (
                <Button onClick={() => setWhole(true)} data-testid="joined-choose-all">
                  {t("joined.chooseAll", {
                    count: total,
                    shown: countText(total, language),
                    state: t(`states.${state}`),
                  })}
                </Button>
              )}
              <Acts chosen={chosen} all={all} onDone={() => select([])} />
            </Row>
            <Card flush>
              <DataTable<JoinedLine>
                label={t("tabs.joined")}
                columns={columns}
                rows={rows}
                rowKey={keyOf}
                loading={list.isPlaceholderData}
                selection={{ selected: all ? rows.map(keyOf) : selected, onSelect: select }}
                onOpen={setShown}
                paging={{
                  ...paging(total),
                  onPage: (next) => {
                    toPage(next);
                    if (!whole) select([]);
                  },
                }}
                empty={{ title: t("joined.noMatch"), text: t("joined.noMatchText") }}
                testId="joined-table"
              />
            </Card>
          </>
        )}
      </Stack>
      {shown && <JoinedHistory line={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}

/** As many as the desk sends at once. */
const mostCampaigns = 500;

function keyOf({ product }: JoinedLine): string {
  return `${product.campaign_id} ${product.product_id}`;
}

/** Products of one campaign, or of all that products joined. */
function CampaignChoice({
  chosen,
  onChoose,
}: {
  chosen: string | null;
  onChoose: (campaignId: string | null) => void;
}) {
  const { t } = useTranslation("affiliate");
  const found = useDesk("partner_campaign_page", {
    search: "",
    only: "joined",
    window: { offset: 0, limit: mostCampaigns },
  });
  const joined = (found.data?.rows ?? []).map(({ campaign }) => ({
    value: campaign.id,
    label: campaign.name,
  }));
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      value={joined.some(({ value }) => value === chosen) ? chosen : null}
      onChange={(id?: string) => onChoose(id ?? null)}
      options={joined}
      placeholder={t("joined.everyCampaign")}
      aria-label={t("joined.columns.campaign")}
      style={{ width: 240 }}
      data-testid="joined-campaign"
    />
  );
}

function Actions({ campaignId, some }: { campaignId: string | null; some: boolean }) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const toast = useToast();
  const writing = useDeskAction("partner_export", {
    invalidates: [],
    onDone: ({ rows, path }) => toast.done(t("joined.exported", { count: rows }), { detail: path }),
    onRefused: (error) => toast.problem(error),
  });
  const write = async () => {
    try {
      const path = await pickSave("csv", "partner-registrations.csv", t("joined.export"));
      if (path !== null) writing.run({ campaign_id: campaignId, path });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <>
      {campaignId !== null && (
        <Button
          onClick={() =>
            void navigate(
              pathToImport(
                { kind: "partner_products", campaign_id: campaignId },
                pathTo("affiliate", "joined"),
              ),
            )
          }
          data-testid="joined-import"
        >
          {t("joined.import")}
        </Button>
      )}
      <Button
        disabled={!some}
        loading={writing.isPending}
        onClick={() => void write()}
        data-testid="joined-export"
      >
        {t("joined.export")}
      </Button>
    </>
  );
}
