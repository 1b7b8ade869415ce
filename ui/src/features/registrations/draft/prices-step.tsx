// Prices and stock: the grid with its filters, filling by strategy, repair in bulk, one row in full.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type DraftHead,
  type GridColumn,
  type GridRow,
  type RowFilter,
  useDeskAction,
} from "../../../bridge";
import { Row } from "../../../kit/card";
import { type CellEditRequest, PriceGrid, useDeskRows } from "../../../kit/price-grid";
import { useToast } from "../../../kit/toast";
import { FillDrawer } from "./fill-drawer";
import { useGridColumns } from "./grid-columns";
import { GridFilters } from "./grid-filters";
import { PlanLine } from "./plan-line";
import { RepairDrawer } from "./repair-drawer";
import { RowDrawer } from "./row-drawer";
import { everyRow } from "./row-filter";
import { SummaryLine } from "./summary-line";
import { useSettled } from "./use-settled";

/** The desk sends so many rows back; of more the grid fetches what is in view. */
const mostRowsBack = 150;

/** The plan's money is counted again when nothing was edited for so many milliseconds. */
const planPause = 600;

export function PricesStep({ head }: { head: DraftHead }) {
  const { t } = useTranslation("drafts");
  const toast = useToast();
  const { line, summary } = head;
  const [filter, setFilter] = useState<RowFilter>(everyRow);
  const [open, setOpen] = useState<"fill" | "repair" | null>(null);
  const [skuId, setSkuId] = useState<string>();
  const rows = useDeskRows("draft_rows", (offset, limit) => ({
    draft_id: line.id,
    filter,
    window: { offset, limit },
  }));
  const columns = useGridColumns(head.campaign.extra_discount_minimum !== null);
  const edit = useEdit(line.id);
  const { settled, during } = useSettled(planPause);
  const rule = summary.counts.by_rule.find((one) => one.rule === filter.rule);
  return (
    <div className="pd-draft-prices">
      <Row gap={12}>
        <SummaryLine summary={summary} />
        <span className="pd-draft-tools">
          <Button onClick={() => setOpen("fill")} data-testid="open-fill">
            {t("fill.open")}
          </Button>
          <Button onClick={() => setOpen("repair")} data-testid="open-repair">
            {rule ? t("repair.openRule", { rule: rule.rule }) : t("repair.open")}
          </Button>
        </span>
      </Row>
      {/* The rows come first. */}
      <PlanLine draftId={line.id} settled={settled && rows.total !== undefined} />
      <GridFilters summary={summary} filter={filter} onFilter={setFilter} />
      <PriceGrid<GridRow>
        label={t("grid")}
        source={rows}
        columns={columns}
        rowId={({ sku_id }) => sku_id}
        rowName={({ title, variation }) => [title, variation].filter(Boolean).join(", ")}
        onEdit={(edits) => during(() => edit(edits))}
        onOpen={({ sku_id }) => setSkuId(sku_id)}
        onProblem={(thrown) => toast.problem(thrown)}
        height="max(300px, calc(100vh - 484px))"
        testId="price-grid"
      />
      <FillDrawer
        open={open === "fill"}
        onClose={() => setOpen(null)}
        draftId={line.id}
        filter={filter}
        rows={rows.total}
      />
      <RepairDrawer
        open={open === "repair"}
        onClose={() => setOpen(null)}
        draftId={line.id}
        filter={filter}
        rule={filter.rule}
      />
      <RowDrawer
        draftId={line.id}
        skuId={skuId}
        offersExtra={head.campaign.extra_discount_minimum !== null}
        onClose={() => setSkuId(undefined)}
      />
    </div>
  );
}

/** One gesture in the grid is one call and one step of the history. */
function useEdit(draftId: string) {
  const { t } = useTranslation("drafts");
  const toast = useToast();
  const action = useDeskAction("draft_edit_cells", {
    invalidates: [
      "draft_get",
      "draft_check",
      "draft_plan",
      "draft_row",
      "draft_findings",
      "draft_list",
      "history_state",
      "history_page",
    ],
  });
  const many = useDeskAction("draft_edit_cells");
  return async (edits: CellEditRequest[]) => {
    const { runAsync } = edits.length > mostRowsBack ? many : action;
    const answer = await runAsync({
      draft_id: draftId,
      cells: edits.map(({ rowId, column, text }) => ({
        sku_id: rowId,
        column: column as GridColumn,
        text,
      })),
    });
    if (answer.unread.length > 0) toast.notice(t("unread", { count: answer.unread.length }));
    return {
      rows: answer.rows,
      unread: answer.unread.map(({ sku_id, column, text, reason }) => ({
        rowId: sku_id,
        column,
        text,
        reason,
      })),
    };
  };
}
