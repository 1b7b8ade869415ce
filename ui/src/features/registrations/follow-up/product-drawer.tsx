// One registered product with all that happened to it: SKUs, price requests, withdrawals, what the platform said.
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type PriceEditView,
  type RegistrationDetail,
  type Request,
  useDesk,
  useDeskAction,
  type WithdrawalScope,
  type WithdrawalView,
} from "../../../bridge";
import { Row, Stack } from "../../../kit/card";
import { Notice } from "../../../kit/notice";
import { BlockSkeleton } from "../../../kit/skeletons";
import { StatusTag } from "../../../kit/status-tag";
import { problemText, useToast } from "../../../kit/toast";
import { InstantText, MoneyText } from "../../../kit/values";
import { StateTag } from "../parts";
import { useOpenDraft } from "../use-open-draft";
import { DecideButtons, DecideRequest } from "./decide";
import { PriceEditForm } from "./price-edit-form";
import { DaysLeft } from "./sku-errors";
import { WithdrawalDialog } from "./withdrawal-dialog";
import { useWithdrawalName } from "./withdrawal-name";

export function ProductDrawer({
  campaignId,
  productId,
  onClose,
}: {
  campaignId: string;
  productId: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(["registrations", "kit"]);
  const detail = useDesk(
    "registration_get",
    { campaign_id: campaignId, product_id: productId ?? "" },
    { enabled: productId !== undefined },
  );
  return (
    <Drawer
      open={productId !== undefined}
      onClose={onClose}
      size="min(860px, 94vw)"
      title={detail.data?.product.title ?? t("registrations:product")}
      closable={{ "aria-label": t("registrations:close") }}
      destroyOnHidden
      data-testid="registration-drawer"
    >
      {detail.isError ? (
        <Notice tone="block" title={t("registrations:failed")}>
          {problemText(detail.error, t("kit:toast.bug"))}
        </Notice>
      ) : detail.data ? (
        <Detail key={productId} campaignId={campaignId} detail={detail.data} />
      ) : (
        <BlockSkeleton lines={6} />
      )}
    </Drawer>
  );
}

function Detail({ campaignId, detail }: { campaignId: string; detail: RegistrationDetail }) {
  const { t } = useTranslation("registrations");
  const { product, price_edits, withdrawals, platform_reasons } = detail;
  return (
    <Stack gap={24}>
      <Head campaignId={campaignId} detail={detail} />
      {platform_reasons.length > 0 && (
        <section aria-label={t("platformSaid")} data-testid="platform-reasons">
          <h2 className="pd-reg-heading">{t("platformSaid")}</h2>
          <ul>
            {platform_reasons.map(({ sku_id, reason, imported_at }) => (
              <li key={`${sku_id} ${reason}`}>
                {sku_id && <span className="pd-number">{sku_id}: </span>}
                {reason} (<InstantText value={imported_at} style="date" />)
              </li>
            ))}
          </ul>
        </section>
      )}
      <PriceEditForm campaignId={campaignId} detail={detail} />
      {price_edits.length > 0 && <PriceEdits edits={price_edits} />}
      <Withdrawals campaignId={campaignId} product={product} withdrawals={withdrawals} />
    </Stack>
  );
}

function Head({
  campaignId,
  detail: { product, withdrawals },
}: {
  campaignId: string;
  detail: RegistrationDetail;
}) {
  const { t } = useTranslation("registrations");
  const toast = useToast();
  const { open, opening } = useOpenDraft();
  const [withdrawing, setWithdrawing] = useState(false);
  const decide = useDeskAction("registration_decide", {
    onDone: () => toast.done(t("decide.done", { count: 1, shown: "1" }), { undo: true }),
    onRefused: (error) => toast.problem(error),
  });
  const { product_id, state, days_to_register_again } = product;
  return (
    <Stack gap={8}>
      <Row gap={12}>
        <StateTag state={state.kind} />
        <span className="pd-number">{product_id}</span>
        <InstantText value={product.submitted_at} />
        {days_to_register_again !== null && <DaysLeft days={days_to_register_again} />}
      </Row>
      {"reason" in state && state.reason && <p className="pd-reg-quiet">{state.reason}</p>}
      <Row>
        {state.kind === "pending" && (
          <DecideButtons
            named={product.title}
            busy={decide.isPending}
            onDecide={(verdict) =>
              decide.run({ campaign_id: campaignId, product_ids: [product_id], verdict })
            }
            testId="product"
          />
        )}
        {state.kind === "sku_error" && (
          <Button
            type="primary"
            disabled={withdrawals.some(takesOut)}
            onClick={() => setWithdrawing(true)}
            data-testid="withdraw-in-error"
          >
            {t("withdraw.one")}
          </Button>
        )}
        {product.can_register_again && (
          <Button
            type="primary"
            loading={opening}
            onClick={() => open(campaignId, () => [product_id])}
            data-testid="register-again"
          >
            {t("registerAgain")}
          </Button>
        )}
      </Row>
      {withdrawing && (
        <WithdrawalDialog
          request={{ campaign_id: campaignId, scope: "product", product_ids: [product_id] }}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Stack>
  );
}

/** Whether an open request would take the whole product out. */
const takesOut = ({ scope, request }: WithdrawalView) =>
  scope !== "extra_discount" && request.decision.kind === "open";

function RequestState({ request }: { request: Request }) {
  const { t } = useTranslation("registrations");
  const { decision, requested_at, decided_at } = request;
  const tone = { open: "info", approved: "good", refused: "block" } as const;
  return (
    <span>
      <StatusTag tone={tone[decision.kind]}>{t(`requests.${decision.kind}`)}</StatusTag>{" "}
      {t("requests.asked")} <InstantText value={requested_at} />
      {decided_at !== null && (
        <>
          , {t("requests.decided")} <InstantText value={decided_at} />
        </>
      )}
      {decision.kind === "refused" && decision.reason && <>: {decision.reason}</>}
    </span>
  );
}

function PriceEdits({ edits }: { edits: readonly PriceEditView[] }) {
  const { t } = useTranslation("registrations");
  return (
    <section aria-label={t("priceEdits")} data-testid="price-edits">
      <h2 className="pd-reg-heading">{t("priceEdits")}</h2>
      <ul className="pd-reg-lines">
        {edits.map(({ id, sku_id, from, to, request, due }) => (
          <li key={id}>
            <div>
              <span className="pd-number">
                {sku_id}: <MoneyText value={from} /> → <MoneyText value={to} />
              </span>
              <RequestState request={request} />
              {request.decision.kind === "open" && (
                <span>
                  {t("requests.due")} <InstantText value={due} style="date" />
                </span>
              )}
            </div>
            {request.decision.kind === "open" && (
              <DecideRequest
                command="price_edit_decide"
                id={id}
                named={sku_id}
                testId={`price-edit-${id}`}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Withdrawals({
  campaignId,
  product,
  withdrawals,
}: {
  campaignId: string;
  product: RegistrationDetail["product"];
  withdrawals: readonly WithdrawalView[];
}) {
  const { t } = useTranslation("registrations");
  const nameOf = useWithdrawalName();
  const [scope, setScope] = useState<WithdrawalScope | null>(null);
  return (
    <section aria-label={t("withdrawals")} data-testid="withdrawals">
      <h2 className="pd-reg-heading">{t("withdrawals")}</h2>
      <ul className="pd-reg-lines">
        {withdrawals.map((withdrawal) => (
          <li key={withdrawal.id}>
            <div>
              <span>{t(`withdraw.titles.${withdrawal.scope}`)}</span>
              <RequestState request={withdrawal.request} />
            </div>
            {withdrawal.request.decision.kind === "open" && (
              <DecideRequest
                command="withdrawal_decide"
                id={withdrawal.id}
                named={nameOf(withdrawal, product.title)}
                testId={`withdrawal-${withdrawal.id}`}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="pd-follow-withdraw">
        {(["product", "extra_discount"] as const).map((one) => (
          <Button key={one} danger onClick={() => setScope(one)} data-testid={`withdraw-${one}`}>
            {t(`withdraw.${one}`)}
          </Button>
        ))}
      </div>
      {scope && (
        <WithdrawalDialog
          request={{ campaign_id: campaignId, scope, product_ids: [product.product_id] }}
          onClose={() => setScope(null)}
        />
      )}
    </section>
  );
}
