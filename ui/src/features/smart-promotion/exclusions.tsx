// Products left out of Smart Promotion: asked for, confirmed by the account manager, taken back.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ExclusionLine,
  type ExclusionStep,
  pickSave,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { Card, Row } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { PageHeader } from "../../kit/page-header";
import { pathTo } from "../../kit/places";
import { StatusTag } from "../../kit/status-tag";
import { useToast } from "../../kit/toast";
import { InstantText } from "../../kit/values";
import { ProductPicker } from "./product-picker";
import { ProgrammeFailed } from "./programme";

const pageSize = 50;

export function ExclusionsPage() {
  const { t } = useTranslation("smart-promotion");
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<string[]>([]);
  const [picking, setPicking] = useState(false);
  const list = useDesk(
    "exclusion_page",
    { window: { offset: page * pageSize, limit: pageSize } },
    { keepPrevious: true },
  );
  const change = useChange(() => {
    setSelected([]);
    setPicking(false);
  });
  const columns = useExclusionColumns();
  const ask = () => setPicking(true);
  if (list.isError) return <ProgrammeFailed error={list.error} />;
  return (
    <div data-testid="exclusions">
      <PageHeader
        back={{ label: t("title"), to: pathTo("smart-promotion") }}
        title={t("exclusions.title")}
        subtitle={t("exclusions.text")}
        actions={
          <>
            <ExportButton />
            <Button type="primary" onClick={ask} data-testid="exclusion-request">
              {t("exclusions.request")}
            </Button>
          </>
        }
      />
      {selected.length > 0 && (
        <div className="pd-programme-bar" data-testid="exclusion-bar">
          <Row>
            <span>{t("exclusions.chosen", { count: selected.length })}</span>
            {(["confirm", "remove"] as const).map((step) => (
              <Button
                key={step}
                size="small"
                loading={change.busy}
                onClick={() => change.run(selected, step)}
                data-testid={`exclusion-${step}`}
              >
                {t(`exclusions.steps.${step}`)}
              </Button>
            ))}
          </Row>
        </div>
      )}
      <Card flush>
        <DataTable<ExclusionLine>
          label={t("exclusions.title")}
          rows={list.data?.rows}
          rowKey={({ exclusion }) => exclusion.product_id}
          loading={list.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          paging={{ total: list.data?.total ?? 0, page, pageSize, onPage: setPage }}
          empty={{
            title: t("exclusions.none"),
            text: t("exclusions.noneText"),
            action: { label: t("exclusions.request"), run: ask, testId: "exclusion-request-first" },
          }}
          columns={columns}
          testId="exclusion-table"
        />
      </Card>
      {picking && (
        <ProductPicker
          busy={change.busy}
          onPick={(products) => change.run(products, "request")}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

function useExclusionColumns() {
  const { t } = useTranslation("smart-promotion");
  return [
    {
      key: "product",
      title: t("exclusions.product"),
      render: ({ title, exclusion }: ExclusionLine) => (
        <div className="pd-programme-product">
          <span>{title}</span>
          <small>{exclusion.product_id}</small>
        </div>
      ),
    },
    {
      key: "state",
      title: t("exclusions.state"),
      render: ({ exclusion }: ExclusionLine) => (
        <StatusTag
          tone={exclusion.confirmed_at === null ? "info" : "good"}
          testId={`exclusion-state-${exclusion.product_id}`}
        >
          {t(exclusion.confirmed_at === null ? "exclusions.requested" : "exclusions.inForce")}
        </StatusTag>
      ),
    },
    {
      key: "requested",
      title: t("exclusions.requestedAt"),
      render: ({ exclusion }: ExclusionLine) => <InstantText value={exclusion.requested_at} />,
    },
    {
      key: "confirmed",
      title: t("exclusions.confirmedAt"),
      render: ({ exclusion }: ExclusionLine) => <InstantText value={exclusion.confirmed_at} />,
    },
  ];
}

function useChange(onDone: () => void) {
  const { t } = useTranslation("smart-promotion");
  const toast = useToast();
  const action = useDeskAction("exclusion_change", {
    onDone: ({ changed }) => {
      toast.done(t("exclusions.changed", { count: changed }), { undo: changed > 0 });
      onDone();
    },
    onRefused: (error) => toast.problem(error),
  });
  return {
    busy: action.isPending,
    run: (product_ids: string[], change: ExclusionStep) => action.run({ product_ids, change }),
  };
}

function ExportButton() {
  const { t } = useTranslation("smart-promotion");
  const toast = useToast();
  const action = useDeskAction("exclusion_export", {
    invalidates: [],
    onDone: ({ rows, path }) =>
      toast.done(t("exclusions.exported", { count: rows }), { detail: path }),
    onRefused: (error) => toast.problem(error),
  });
  const write = async () => {
    try {
      const path = await pickSave("csv", "exclusions.csv", t("exclusions.exportTitle"));
      if (path !== null) action.run({ path });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <Button onClick={write} loading={action.isPending} data-testid="exclusion-export">
      {t("exclusions.export")}
    </Button>
  );
}
