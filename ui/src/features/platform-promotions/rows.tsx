// The SKUs that are registered or planned in campaigns that are not over, page by page.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FundedRow, useDesk } from "../../bridge";
import { DataTable } from "../../kit/data-table";
import { StatusTag } from "../../kit/status-tag";
import { MoneyText } from "../../kit/values";

const pageSize = 20;

export function ConcernedRows({ total }: { total: number }) {
  const { t } = useTranslation("platform-promotions");
  const [open, setOpen] = useState(false);
  return (
    <section>
      <Button
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="switch-show-rows"
      >
        {t(open ? "rows.hide" : "rows.show", { count: total })}
      </Button>
      {open && <RowTable />}
    </section>
  );
}

function RowTable() {
  const { t } = useTranslation("platform-promotions");
  const [page, setPage] = useState(0);
  const list = useDesk(
    "funded_rows",
    { window: { offset: page * pageSize, limit: pageSize } },
    { keepPrevious: true },
  );
  return (
    <DataTable<FundedRow>
      label={t("rows.title")}
      rows={list.data?.rows}
      rowKey={({ campaign_id, sku_id, planned }) => `${campaign_id} ${sku_id} ${planned}`}
      loading={list.isPlaceholderData}
      paging={{ total: list.data?.total ?? 0, page, pageSize, onPage: setPage }}
      empty={{ title: t("rows.none") }}
      testId="switch-rows"
      columns={[
        {
          key: "campaign",
          title: t("rows.campaign"),
          render: ({ campaign }) => <div className="pd-name">{campaign}</div>,
        },
        {
          key: "product",
          title: t("rows.product"),
          render: ({ title, variation, sku_id }) => (
            <div className="pd-two pd-name">
              <span>{[title, variation].filter(Boolean).join(" · ")}</span>
              <small>{sku_id}</small>
            </div>
          ),
        },
        {
          key: "state",
          title: t("rows.state"),
          render: ({ planned }) => (
            <StatusTag tone={planned ? "info" : "good"}>
              {t(planned ? "rows.planned" : "rows.registered")}
            </StatusTag>
          ),
        },
        {
          key: "price",
          title: t("rows.price"),
          align: "right",
          render: ({ price }) => <MoneyText value={price} />,
        },
      ]}
    />
  );
}
