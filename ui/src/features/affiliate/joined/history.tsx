// One product that joined, with all that happened to it.
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { type JoinedLine, useDesk } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { KeyValues } from "../../../kit/key-values";
import { BlockSkeleton } from "../../../kit/skeletons";
import { InstantText, MoneyText, PercentText } from "../../../kit/values";
import { Failed } from "../tabs";

export function JoinedHistory({ line, onClose }: { line: JoinedLine; onClose: () => void }) {
  const { product } = line;
  const { t } = useTranslation("affiliate");
  return (
    <Drawer
      open
      closable={{ "aria-label": t("close") }}
      size={520}
      title={line.title}
      onClose={onClose}
      data-testid="joined-history"
    >
      <History campaignId={product.campaign_id} productId={product.product_id} />
    </Drawer>
  );
}

function History({ campaignId, productId }: { campaignId: string; productId: string }) {
  const { t } = useTranslation("affiliate");
  const found = useDesk("partner_product_get", {
    campaign_id: campaignId,
    product_id: productId,
  });
  if (found.isError) return <Failed error={found.error} />;
  if (!found.data) return <BlockSkeleton />;
  const { line, sample_cost, history } = found.data;
  return (
    <Stack>
      <KeyValues
        items={[
          { key: "state", label: t("joined.columns.state"), value: line.state },
          {
            key: "rate",
            label: t("columns.rate"),
            value: <PercentText value={line.product.rate} />,
          },
          {
            key: "cost",
            label: t("joined.sampleCost"),
            value: <MoneyText value={sample_cost} />,
          },
        ]}
      />
      <ol className="pd-affiliate-words" data-testid="joined-events">
        {history.map(({ at, what }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened never moves
          <li key={index}>
            {what} <InstantText value={at} />
          </li>
        ))}
      </ol>
    </Stack>
  );
}
