// Every coupon, live ones first: searched and filtered by the desk, page by page.
import { PlusOutlined, SettingOutlined, TagsOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import {
  type CouponCounts,
  type CouponFilter,
  type CouponKind,
  type CouponLine,
  type CouponState,
  useDesk,
} from "../../bridge";
import { Card, Row, Stack } from "../../kit/card";
import { usePaletteCommands } from "../../kit/commands";
import { DataTable } from "../../kit/data-table";
import { EmptyState } from "../../kit/empty-state";
import { PageHeader } from "../../kit/page-header";
import { pathTo, pathToImport } from "../../kit/places";
import { FilterChips, SearchField } from "../../kit/search-field";
import { PageSkeleton } from "../../kit/skeletons";
import { ExportButton } from "./export-button";
import { useCouponColumns } from "./list-columns";
import { Failed, kinds, pathOfLine, states } from "./parts";
import { SettingsDrawer } from "./settings";
import { UnplannedNotice } from "./unplanned";
import { everything, useSought } from "./use-sought";

const pageSize = 50;

export function CouponListPage() {
  const { t } = useTranslation("coupons");
  const navigate = useNavigate();
  const { filter, page, narrow, setPage } = useSought();
  const list = useDesk(
    "coupon_page",
    { filter, window: { offset: page * pageSize, limit: pageSize } },
    // The clock moves states on without anything being stored.
    { keepPrevious: true, alwaysFresh: true },
  );
  const columns = useCouponColumns();
  const begin = () => void navigate(pathTo("coupons", "new"));
  usePaletteCommands(
    useMemo(
      () => [
        {
          id: "new-coupon",
          label: t("new"),
          run: () => void navigate(pathTo("coupons", "new")),
        },
      ],
      [t, navigate],
    ),
  );
  const total = list.isPlaceholderData ? undefined : list.data?.total;
  // What a page held may be gone since it was looked at.
  const beyond = total !== undefined && page > 0 && page * pageSize >= total;
  useEffect(() => {
    if (beyond) setPage(0);
  });
  if (list.isError) return <Failed error={list.error} />;
  if (!list.data) return <PageSkeleton />;
  const { counts, rows } = list.data;
  if (nothingAtAll(counts)) return <NoCoupons onNew={begin} />;
  return (
    <div data-testid="coupons">
      <PageHeader title={t("title")} subtitle={t("text")} actions={<Actions />} />
      <Stack>
        <UnplannedNotice
          counts={counts}
          shown={filter.only_unplanned}
          onShow={(only_unplanned) => narrow({ ...everything, only_unplanned })}
        />
        <Filters filter={filter} counts={counts} onFilter={narrow} />
        <Card flush>
          <DataTable<CouponLine>
            label={t("title")}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            loading={list.isPlaceholderData}
            paging={{ total: list.data.total, page, pageSize, onPage: setPage }}
            onOpen={(line) => void navigate(pathOfLine(line))}
            rowTone={({ flag, state }) =>
              flag !== null
                ? "warn"
                : state === "ended" || state === "deactivated"
                  ? "muted"
                  : undefined
            }
            empty={{
              title: t("noMatch"),
              text: t("noMatchText"),
              action: {
                label: t("showAll"),
                run: () => narrow(everything),
                testId: "coupons-show-all",
              },
            }}
            testId="coupon-table"
          />
        </Card>
      </Stack>
    </div>
  );
}

function nothingAtAll({ draft, upcoming, ongoing, ended, deactivated }: CouponCounts): boolean {
  return [draft, upcoming, ongoing, ended, deactivated].every((count) => count === 0);
}

function NoCoupons({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation("coupons");
  const navigate = useNavigate();
  return (
    <EmptyState
      page
      icon={<TagsOutlined />}
      title={t("empty")}
      text={t("emptyText")}
      action={{ label: t("new"), run: onNew, testId: "coupon-new" }}
      secondAction={{
        label: t("import"),
        run: () => void navigate(pathToImport({ kind: "coupons" }, pathTo("coupons"))),
        testId: "coupon-import",
      }}
      testId="coupons-empty"
    />
  );
}

function Actions() {
  const { t } = useTranslation("coupons");
  const navigate = useNavigate();
  const [settings, setSettings] = useState(false);
  const go = (path: string) => () => void navigate(path);
  return (
    <>
      <Button
        icon={<SettingOutlined />}
        aria-label={t("settings.open")}
        title={t("settings.open")}
        onClick={() => setSettings(true)}
        data-testid="coupon-settings"
      />
      <Button onClick={go(pathTo("coupons", "who"))} data-testid="coupon-who">
        {t("who.open")}
      </Button>
      <Button onClick={go(pathTo("coupons", "calendar"))} data-testid="coupon-calendar">
        {t("calendar.open")}
      </Button>
      <Button
        onClick={go(pathToImport({ kind: "coupons" }, pathTo("coupons")))}
        data-testid="coupon-import"
      >
        {t("import")}
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined />}
        onClick={go(pathTo("coupons", "new"))}
        data-testid="coupon-new"
      >
        {t("new")}
      </Button>
      <SettingsDrawer open={settings} onClose={() => setSettings(false)} />
    </>
  );
}

function Filters({
  filter,
  counts,
  onFilter,
}: {
  filter: CouponFilter;
  counts: CouponCounts;
  onFilter: (changes: Partial<CouponFilter>) => void;
}) {
  const { t } = useTranslation("coupons");
  return (
    <div className="pd-coupon-filters">
      <Row gap={12}>
        <SearchField
          value={filter.search}
          onSearch={(search) => onFilter({ search })}
          label={t("search")}
          width={320}
          testId="coupon-search"
        />
        <ExportButton filter={filter} />
      </Row>
      <FilterChips<CouponState>
        label={t("filters.state")}
        allLabel={t("filters.allStates")}
        chips={states.map((key) => ({ key, label: t(`states.${key}`), count: counts[key] }))}
        active={filter.state}
        onPick={(state) => onFilter({ state })}
      />
      <FilterChips<CouponKind>
        label={t("filters.kind")}
        allLabel={t("filters.allKinds")}
        chips={kinds.map((key) => ({ key, label: t(`kinds.${key}`) }))}
        active={filter.kind}
        onPick={(kind) => onFilter({ kind })}
      />
    </div>
  );
}
