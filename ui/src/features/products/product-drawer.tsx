// One product with everything known of it: SKUs, costs, prices over time, places in campaigns.
import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type ProductDetail, type ProductRegistration, useDesk } from "../../bridge";
import { Stack } from "../../kit/card";
import { Notice } from "../../kit/notice";
import { pathToCampaign } from "../../kit/places";
import { BlockSkeleton } from "../../kit/skeletons";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { problemText } from "../../kit/toast";
import { PeriodText } from "../../kit/values";
import { PriceHistory } from "./price-history";
import { SkuTable } from "./sku-table";

export function ProductDrawer({
  productId,
  onClose,
}: {
  productId: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(["products", "kit"]);
  const product = useDesk(
    "product_get",
    { product_id: productId ?? "" },
    { enabled: productId !== undefined },
  );
  return (
    <Drawer
      open={productId !== undefined}
      onClose={onClose}
      size="min(980px, 94vw)"
      title={product.data?.product.title ?? t("products:product")}
      destroyOnHidden
      closable={{ "aria-label": t("products:close") }}
      data-testid="product-drawer"
    >
      {product.isError ? (
        <Notice tone="block" title={t("products:failed")}>
          {problemText(product.error, t("kit:toast.bug"))}
        </Notice>
      ) : product.data ? (
        <Detail key={productId} detail={product.data} />
      ) : (
        <BlockSkeleton lines={6} />
      )}
    </Drawer>
  );
}

function Detail({ detail }: { detail: ProductDetail }) {
  const { t } = useTranslation("products");
  const { product, skus, registrations } = detail;
  const [skuId, setSkuId] = useState(skus[0]?.sku.id);
  const sku = skus.find((one) => one.sku.id === skuId);
  return (
    <Stack gap={24}>
      <div className="pd-product-facts" data-testid="product-facts">
        <StatusTag tone={product.status === "active" ? "good" : "neutral"}>
          {t(`statuses.${product.status}`)}
        </StatusTag>
        <span>
          {t("id")} <span className="pd-number">{product.id}</span>
        </span>
        {product.category && <span>{product.category}</span>}
        {product.brand && (
          <span>
            {t("brand")} {product.brand}
          </span>
        )}
      </div>
      <section aria-label={t("skus")}>
        <h2 className="pd-product-heading">{t("skus")}</h2>
        <SkuTable skus={skus} picked={skuId} onPick={setSkuId} />
      </section>
      {sku && <PriceHistory detail={sku} />}
      <Registrations registrations={registrations} />
    </Stack>
  );
}

const stateTones: Record<ProductRegistration["state"]["kind"], Tone> = {
  pending: "info",
  registered: "good",
  rejected: "block",
  sku_error: "warn",
  withdrawn: "neutral",
};

function Registrations({ registrations }: { registrations: readonly ProductRegistration[] }) {
  const { t } = useTranslation("products");
  return (
    <section aria-label={t("registrations")}>
      <h2 className="pd-product-heading">{t("registrations")}</h2>
      {registrations.length === 0 && <p className="pd-product-quiet">{t("noRegistrations")}</p>}
      <ul className="pd-product-places">
        {registrations.map(({ campaign_id, campaign_name, running, state }) => (
          <li key={campaign_id}>
            <Link to={pathToCampaign(campaign_id)}>{campaign_name}</Link>
            <PeriodText start={running.start} end={running.end} style="date" />
            <StatusTag tone={stateTones[state.kind]}>{t(`states.${state.kind}`)}</StatusTag>
            {"reason" in state && <span className="pd-product-quiet">{state.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
