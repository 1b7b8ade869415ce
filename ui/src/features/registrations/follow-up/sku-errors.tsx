// Products in SKU error, step by step: what changed, the withdrawal, its decision, registering again.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type SkuErrorLine, useDesk } from "../../../bridge";
import { Card } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { Notice } from "../../../kit/notice";
import { StatusTag } from "../../../kit/status-tag";
import { TitleAndId } from "../parts";
import { useOpenDraft } from "../use-open-draft";
import { DecideRequest } from "./decide";
import { WithdrawalDialog } from "./withdrawal-dialog";
import { useWithdrawalName } from "./withdrawal-name";

export function SkuErrors({ campaignId }: { campaignId: string }) {
  const errors = (useDesk("sku_errors", {}).data?.errors ?? []).filter(
    ({ campaign_id }) => campaign_id === campaignId,
  );
  const [approved, setApproved] = useState<readonly string[]>([]);
  const [withdrawing, setWithdrawing] = useState<string[]>([]);
  // An approval that was undone puts its products back into the list.
  const out = approved.filter((id) => errors.every(({ product_id }) => product_id !== id));
  return (
    <>
      {out.length > 0 && <OutAgain campaignId={campaignId} products={out} />}
      {errors.length > 0 && (
        <InError
          errors={errors}
          onWithdraw={setWithdrawing}
          onOut={(products) => setApproved((before) => [...before, ...products])}
        />
      )}
      {withdrawing.length > 0 && (
        <WithdrawalDialog
          request={{ campaign_id: campaignId, scope: "product", product_ids: withdrawing }}
          onClose={() => setWithdrawing([])}
        />
      )}
    </>
  );
}

/** The last step, offered where the one before it was taken. */
function OutAgain({ campaignId, products }: { campaignId: string; products: readonly string[] }) {
  const { t } = useTranslation("registrations");
  const { open, opening } = useOpenDraft();
  return (
    <Notice
      tone="info"
      title={t("outAgain", { count: products.length })}
      action={
        <Button
          type="primary"
          size="small"
          loading={opening}
          onClick={() => open(campaignId, () => [...products])}
          data-testid="register-all-again"
        >
          {t("registerAgain")}
        </Button>
      }
      testId="out-again"
    >
      {t("outAgainText")}
    </Notice>
  );
}

function InError({
  errors,
  onWithdraw,
  onOut,
}: {
  errors: readonly SkuErrorLine[];
  onWithdraw: (products: string[]) => void;
  onOut: (products: string[]) => void;
}) {
  const { t } = useTranslation(["registrations", "drafts"]);
  const nameOf = useWithdrawalName();
  const ids = (lines: readonly SkuErrorLine[]) => lines.map(({ product_id }) => product_id);
  const still = ids(errors.filter(({ withdrawal }) => withdrawal === null));
  /** Those that an approval takes out and that can come back. */
  const outBy = (withdrawalId: string) =>
    ids(
      errors.filter(
        ({ withdrawal, days_left }) => withdrawal?.id === withdrawalId && days_left >= 0,
      ),
    );
  return (
    <Card
      flush
      title={t("registrations:skuErrors", { count: errors.length })}
      text={t("registrations:skuErrorsText")}
      extra={
        still.length > 0 && (
          <Button
            type="primary"
            onClick={() => onWithdraw(still)}
            data-testid="withdraw-all-in-error"
          >
            {t("registrations:withdraw.inError", { count: still.length })}
          </Button>
        )
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
            key: "next",
            title: <span className="pd-visually-hidden">{t("registrations:columns.action")}</span>,
            width: 200,
            render: ({ product_id, title, withdrawal }) =>
              withdrawal ? (
                <div className="pd-follow-next">
                  <DecideRequest
                    command="withdrawal_decide"
                    id={withdrawal.id}
                    named={nameOf(withdrawal, title)}
                    onApproved={() => onOut(outBy(withdrawal.id))}
                    testId={`in-error-${product_id}`}
                  />
                </div>
              ) : (
                <Button
                  size="small"
                  onClick={() => onWithdraw([product_id])}
                  aria-label={t("registrations:withdraw.oneNamed", { title })}
                  data-testid={`withdraw-${product_id}`}
                >
                  {t("registrations:withdraw.one")}
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
