// The SKUs that a coupon would sell below cost, the greatest loss first.
import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CouponDraft, type CouponLoss, useDesk } from "../../../bridge";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { CountText, MoneyText } from "../../../kit/values";
import { Failed } from "../parts";

const pageSize = 50;

export function BelowCostDrawer({
  draft,
  open,
  onClose,
}: {
  draft: CouponDraft;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("coupons");
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size="min(960px, 94vw)"
      title={t("belowCost.title")}
      closable={{ "aria-label": t("close") }}
      destroyOnHidden
      data-testid="below-cost-drawer"
    >
      <Losses draft={draft} />
    </Drawer>
  );
}

function Losses({ draft }: { draft: CouponDraft }) {
  const { t } = useTranslation("coupons");
  const [page, setPage] = useState(0);
  const losses = useDesk(
    "coupon_below_cost",
    { draft, window: { offset: page * pageSize, limit: pageSize } },
    { keepPrevious: true },
  );
  const columns = useLossColumns();
  if (losses.isError) return <Failed error={losses.error} />;
  return (
    <DataTable<CouponLoss>
      label={t("belowCost.title")}
      columns={columns}
      rows={losses.data?.rows}
      rowKey={({ figures }) => `${figures.sku_id} ${figures.campaign ?? ""}`}
      loading={losses.isPlaceholderData}
      paging={{ total: losses.data?.total ?? 0, page, pageSize, onPage: setPage }}
      empty={{ title: t("belowCost.none") }}
      testId="below-cost-table"
    />
  );
}

function useLossColumns(): DataColumn<CouponLoss>[] {
  const { t } = useTranslation("coupons");
  const money = (key: "price" | "pays" | "cost" | "loss"): DataColumn<CouponLoss> => ({
    key,
    title: t(`belowCost.${key}`),
    width: 110,
    align: "right",
    render: ({ figures }) => <MoneyText value={figures[key]} />,
  });
  return [
    {
      key: "product",
      title: t("belowCost.product"),
      render: ({ title, variation, figures }) => (
        <div className="pd-two pd-name">
          <span title={title}>{title || figures.product_id}</span>
          <small>
            {variation} · {figures.sku_id}
          </small>
          {figures.campaign !== null && <small>{figures.campaign}</small>}
        </div>
      ),
    },
    money("price"),
    {
      key: "units",
      title: t("belowCost.units"),
      width: 80,
      align: "right",
      render: ({ figures }) => <CountText value={figures.units} />,
    },
    money("pays"),
    money("cost"),
    money("loss"),
  ];
}
