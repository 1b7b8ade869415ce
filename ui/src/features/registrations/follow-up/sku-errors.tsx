// Products in SKU error: what changed, what to do, how many days are left, and registering them again.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type SkuErrorLine, useDesk } from "../../../bridge";
import { Card } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { StatusTag } from "../../../kit/status-tag";
import { TitleAndId } from "../parts";
import { useOpenDraft } from "../use-open-draft";

export function SkuErrors({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation(["registrations", "drafts"]);
  const { open, opening } = useOpenDraft();
  const errors = (useDesk("sku_errors", {}).data?.errors ?? []).filter(
    ({ campaign_id }) => campaign_id === campaignId,
  );
  if (errors.length === 0) return null;
  const again = (products: string[]) => open(campaignId, () => products);
  return (
    <Card
      flush
      title={t("registrations:skuErrors", { count: errors.length })}
      text={t("registrations:skuErrorsText")}
      extra={
        <Button
          type="primary"
          loading={opening}
          onClick={() => again(errors.map(({ product_id }) => product_id))}
          data-testid="register-all-again"
        >
          {t("registrations:registerAllAgain")}
        </Button>
      }
      testId="sku-errors"
    >
      <DataTable<SkuErrorLine>
        label={t("registrations:states.sku_error")}
        columns={[
          {
            key: "product",
            title: t("drafts:columns.product"),
            render: ({ title, product_id }) => <TitleAndId title={title} id={product_id} />,
          },
          {
            key: "reason",
            title: t("registrations:columns.changed"),
            render: ({ reason, action }) => (
              <>
                {reason}
                <br />
                <span className="pd-reg-quiet">{action}</span>
              </>
            ),
          },
          {
            key: "left",
            title: t("registrations:columns.daysLeft"),
            width: 130,
            render: ({ days_left }) => <DaysLeft days={days_left} />,
          },
          {
            key: "again",
            title: <span className="pd-visually-hidden">{t("registrations:columns.action")}</span>,
            width: 140,
            render: ({ product_id, title }) => (
              <Button
                size="small"
                disabled={opening}
                onClick={() => again([product_id])}
                aria-label={t("registrations:registerAgainNamed", { title })}
                data-testid={`register-again-${product_id}`}
              >
                {t("registrations:registerAgain")}
              </Button>
            ),
          },
        ]}
        rows={errors}
        rowKey={({ product_id }) => product_id}
        empty={{ title: t("registrations:noneRegistered") }}
        testId="sku-error-table"
      />
    </Card>
  );
}

export function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation("registrations");
  return days < 0 ? (
    <StatusTag tone="block">{t("tooLate")}</StatusTag>
  ) : (
    <StatusTag tone="warn">{t("daysLeft", { count: days })}</StatusTag>
  );
}
