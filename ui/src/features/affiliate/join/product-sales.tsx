// What a rate leaves of one product, SKU by SKU, with every fee on its own base (ST-03).
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { type JoinOutlookLine, type JoinSale, useDesk } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { KeyValues } from "../../../kit/key-values";
import { BlockSkeleton } from "../../../kit/skeletons";
import { MoneyText } from "../../../kit/values";
import { Failed } from "../tabs";
import { BreakEvenText } from "./break-even";

interface ProductSalesProps {
  campaignId: string;
  line: JoinOutlookLine;
  onClose: () => void;
}

export function ProductSales({ campaignId, line, onClose }: ProductSalesProps) {
  const { t } = useTranslation("affiliate");
  return (
    <Drawer
      open
      closable={{ "aria-label": t("close") }}
      size={560}
      title={line.title}
      onClose={onClose}
      data-testid="product-sales"
    >
      <Sales campaignId={campaignId} line={line} />
    </Drawer>
  );
}

function Sales({ campaignId, line }: Omit<ProductSalesProps, "onClose">) {
  const found = useDesk("partner_join_product", {
    campaign_id: campaignId,
    product_id: line.product_id,
    rate: line.rate,
  });
  if (found.isError) return <Failed error={found.error} />;
  if (!found.data) return <BlockSkeleton />;
  return (
    <Stack>
      {found.data.sales.map((sale) => (
        <SaleCard key={`${sale.sku_id} ${sale.campaign ?? ""}`} sale={sale} />
      ))}
    </Stack>
  );
}

function SaleCard({ sale }: { sale: JoinSale }) {
  const { t } = useTranslation("affiliate");
  const where = sale.campaign ?? t("review.retail");
  const plain = (key: string, label: string, value: string | null) => ({
    key,
    label,
    value: <MoneyText value={value} />,
  });
  return (
    <Card title={`${sale.variation || sale.sku_id} · ${where}`}>
      <KeyValues
        testId={`sale-${sale.sku_id}`}
        items={[
          plain("price", t("review.price"), sale.price),
          plain("discounts", t("review.discounts"), sale.discounts),
          ...sale.fees.map(({ key, name, amount, base, rate }) => ({
            ...plain(key, name, amount),
            note:
              base !== null && rate !== null ? (
                <>
                  {rate} % × <MoneyText value={base} />
                </>
              ) : undefined,
          })),
          plain("shipping", t("review.shipping"), sale.shipping_cost),
          plain("cost", t("review.unitCost"), sale.unit_cost),
          {
            ...plain("left", t("review.left"), sale.left),
            note: <BreakEvenText at={sale.break_even} />,
          },
        ]}
      />
    </Card>
  );
}
