// One SKU in full: what is wrong and how to repair it, where its money goes, its prices over time.
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { type DraftRowDetail, type FeeLine, useDesk, useDeskAction } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { CorridorBar, LineWithWindow, priceLine } from "../../../kit/chart";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { KeyValues } from "../../../kit/key-values";
import { Notice } from "../../../kit/notice";
import { sentences } from "../../../kit/sentences";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText, useToast } from "../../../kit/toast";
import { MoneyText, PercentText } from "../../../kit/values";
import { MoneyLines } from "./money-lines";

export function RowDrawer({
  draftId,
  skuId,
  offersExtra,
  onClose,
}: {
  draftId: string;
  skuId: string | undefined;
  offersExtra: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(["drafts", "kit"]);
  const row = useDesk(
    "draft_row",
    { draft_id: draftId, sku_id: skuId ?? "" },
    { enabled: skuId !== undefined },
  );
  return (
    <Drawer
      open={skuId !== undefined}
      onClose={onClose}
      size="min(720px, 94vw)"
      title={row.data?.row.title ?? t("drafts:row.title")}
      closable={{ "aria-label": t("drafts:closePanel") }}
      destroyOnHidden
      data-testid="row-drawer"
    >
      {row.isError ? (
        <Notice tone="block" title={t("drafts:row.failed")}>
          {problemText(row.error, t("kit:toast.bug"))}
        </Notice>
      ) : row.data ? (
        <RowDetail
          draftId={draftId}
          detail={row.data}
          offersExtra={offersExtra}
          onClose={onClose}
        />
      ) : (
        <BlockSkeleton lines={6} />
      )}
    </Drawer>
  );
}

function RowDetail({
  draftId,
  detail,
  offersExtra,
  onClose,
}: {
  draftId: string;
  detail: DraftRowDetail;
  offersExtra: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("drafts");
  const toast = useToast();
  const { row, findings, fees, platform_reasons } = detail;
  const repair = useDeskAction("draft_apply_edits", {
    onDone: () => toast.done(t("repaired"), { undo: true }),
    onRefused: (error) => toast.problem(error),
  });
  return (
    <Stack gap={24}>
      <RowFacts detail={detail} offersExtra={offersExtra} />
      <section aria-label={t("row.findings")}>
        <h2 className="pd-reg-heading">{t("row.findings")}</h2>
        {findings.length === 0 && <p className="pd-draft-quiet">{t("row.clean")}</p>}
        <FindingsSlot
          findings={findings}
          repairing={repair.isPending}
          onRepair={(finding) => repair.run({ draft_id: draftId, edits: finding.repair })}
          testId="row-findings"
        />
      </section>
      {platform_reasons.length > 0 && (
        <section aria-label={t("row.platform")} data-testid="row-platform-reasons">
          <h2 className="pd-reg-heading">{t("row.platform")}</h2>
          <ul>
            {platform_reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t("row.corridor")}>
        <h2 className="pd-reg-heading">{t("row.corridor")}</h2>
        <Corridor detail={detail} />
      </section>
      <RowMoney fees={fees} />
      <RowHistory detail={detail} />
      <LeaveOut draftId={draftId} skuId={row.sku_id} onDone={onClose} />
    </Stack>
  );
}

function RowFacts({
  detail: { row },
  offersExtra,
}: {
  detail: DraftRowDetail;
  offersExtra: boolean;
}) {
  const { t } = useTranslation("drafts");
  const money = (key: "retail" | "lowest" | "campaign_price" | "cost", value: string | null) => ({
    key,
    label: t(`columns.${key}`),
    value: <MoneyText value={value} />,
  });
  return (
    <>
      <p className="pd-draft-quiet pd-number">
        {[row.variation, row.sku_id, row.seller_sku].filter(Boolean).join(" · ")}
      </p>
      <KeyValues
        testId="row-facts"
        items={[
          money("retail", row.retail_price),
          money("lowest", row.lowest_price),
          money("campaign_price", row.campaign_price),
          {
            key: "campaign_stock",
            label: t("columns.campaign_stock"),
            value: row.campaign_stock ?? "–",
          },
          ...(offersExtra
            ? [
                {
                  key: "extra_discount",
                  label: t("columns.extra_discount"),
                  value: <PercentText value={row.extra_discount} />,
                },
              ]
            : []),
          money("cost", row.unit_cost),
          {
            key: "margin",
            label: t("columns.margin"),
            value: (
              <>
                <MoneyText value={row.margin} /> (<PercentText value={row.margin_percent} />)
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Corridor({ detail: { row } }: { detail: DraftRowDetail }) {
  const { t } = useTranslation("drafts");
  const { corridor } = row;
  return (
    <Stack gap={8}>
      <CorridorBar
        label={t("row.corridor")}
        from={corridor.floor}
        to={corridor.ceiling}
        paysFrom={corridor.margin_floor}
        marks={[
          {
            key: "price",
            label: t("columns.campaign_price"),
            value: row.campaign_price,
            tone: "price",
          },
          { key: "lowest", label: t("columns.lowest"), value: row.lowest_price },
          { key: "retail", label: t("columns.retail"), value: row.retail_price },
          { key: "recommended", label: t("columns.recommended"), value: row.recommended_price },
        ]}
      />
      {corridor.is_empty && <Notice tone="block" title={t("noCorridor")} />}
      <p className="pd-draft-quiet">
        {sentences(
          corridor.floor_rule && t("row.floorRule", { rule: corridor.floor_rule }),
          corridor.ceiling_rule && t("row.ceilingRule", { rule: corridor.ceiling_rule }),
        )}
      </p>
    </Stack>
  );
}

function RowMoney({ fees }: { fees: readonly FeeLine[] }) {
  const { t } = useTranslation("drafts");
  return (
    <section aria-label={t("row.money")}>
      <h2 className="pd-reg-heading">{t("row.money")}</h2>
      {fees.length === 0 ? (
        <p className="pd-draft-quiet">{t("row.noMoney")}</p>
      ) : (
        <MoneyLines label={t("row.money")} lines={fees} testId="row-money" />
      )}
    </section>
  );
}

function RowHistory({ detail: { row, history, look_back } }: { detail: DraftRowDetail }) {
  const { t } = useTranslation("drafts");
  const now = useDesk("desk_state", {}).data?.now;
  const end = look_back?.end ?? now;
  if (!end) return null;
  return (
    <section aria-label={t("row.history")} data-testid="row-history">
      <h2 className="pd-reg-heading">{t("row.history")}</h2>
      <LineWithWindow
        label={t("row.history")}
        points={priceLine(history, end)}
        window={look_back && { ...look_back, label: t("row.lookBack") }}
        level={
          row.lowest_price === null ? null : { value: row.lowest_price, label: t("columns.lowest") }
        }
      />
    </section>
  );
}

function LeaveOut({
  draftId,
  skuId,
  onDone,
}: {
  draftId: string;
  skuId: string;
  onDone: () => void;
}) {
  const { t } = useTranslation("drafts");
  const toast = useToast();
  const leaveOut = useDeskAction("draft_skus", {
    onDone: () => {
      toast.done(t("row.leftOut"), { undo: true });
      onDone();
    },
    onRefused: (error) => toast.problem(error),
  });
  return (
    <div>
      <Button
        danger
        loading={leaveOut.isPending}
        onClick={() => leaveOut.run({ draft_id: draftId, sku_ids: [skuId], include: false })}
        data-testid="leave-sku-out"
      >
        {t("row.leaveOut")}
      </Button>
    </div>
  );
}
