// New prices for registered SKUs: checked while they are typed, requested together.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type FindingView,
  type RegisteredSku,
  type RegistrationDetail,
  useDeskAction,
} from "../../../bridge";
import { Stack } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { Notice } from "../../../kit/notice";
import { MoneyField } from "../../../kit/number-fields";
import { problemText, useToast } from "../../../kit/toast";
import { CountText, MoneyText, PercentText } from "../../../kit/values";
import { AnswerFindings, unanswered, useChecked } from "../../../wizard";
import { TitleAndId } from "../parts";

export function PriceEditForm({
  campaignId,
  detail,
}: {
  campaignId: string;
  detail: RegistrationDetail;
}) {
  const { t } = useTranslation(["registrations", "kit"]);
  const toast = useToast();
  const [wanted, setWanted] = useState<Record<string, string | null>>({});
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const prices = Object.entries(wanted).flatMap(([sku_id, price]) =>
    price === null ? [] : [{ sku_id, price }],
  );
  const request = {
    campaign_id: campaignId,
    product_id: detail.product.product_id,
    prices,
    acknowledged,
  };
  const some = prices.length > 0;
  // What is acknowledged does not change what is found.
  const check = useChecked("price_edit_check", { ...request, acknowledged: [] }, { enabled: some });
  const send = useDeskAction("price_edit_request", {
    onDone: ({ requests }) => {
      toast.done(t("registrations:priceEdit.sent", { count: requests.length }), { undo: true });
      setWanted({});
      setAcknowledged([]);
    },
  });
  const refusal = send.error?.findings ?? [];
  const findings: readonly FindingView[] = some
    ? refusal.length > 0 && !check.checking
      ? refusal
      : (check.answer?.findings ?? [])
    : [];
  const problem = check.error ?? (send.error?.kind === "refused" ? null : send.error);
  return (
    <section aria-label={t("registrations:skusAndPrices")}>
      <h2 className="pd-reg-heading">{t("registrations:skusAndPrices")}</h2>
      <Stack gap={12}>
        {detail.cannot_edit.length > 0 && (
          <div data-testid="cannot-edit">
            <FindingsSlot findings={detail.cannot_edit} />
          </div>
        )}
        <SkuPrices
          skus={detail.skus}
          wanted={wanted}
          editable={detail.cannot_edit.length === 0}
          onWanted={(sku_id, price) => {
            send.reset();
            setWanted((old) => ({ ...old, [sku_id]: price }));
          }}
        />
        {some && (
          <AnswerFindings
            findings={findings}
            acknowledged={acknowledged}
            onChange={setAcknowledged}
          />
        )}
        {problem && (
          <Notice
            tone="block"
            title={t("registrations:priceEdit.failed")}
            testId="price-edit-problem"
          >
            {problemText(problem, t("kit:toast.bug"))}
          </Notice>
        )}
        {detail.cannot_edit.length === 0 && (
          <div>
            <Button
              type="primary"
              disabled={!some || check.checking || unanswered(findings, acknowledged).length > 0}
              loading={send.isPending}
              onClick={() => send.run(request)}
              data-testid="price-edit-send"
            >
              {t("registrations:priceEdit.send", { count: prices.length })}
            </Button>
          </div>
        )}
      </Stack>
    </section>
  );
}

function SkuPrices({
  skus,
  wanted,
  editable,
  onWanted,
}: {
  skus: readonly RegisteredSku[];
  wanted: Record<string, string | null>;
  editable: boolean;
  onWanted: (skuId: string, price: string | null) => void;
}) {
  const { t } = useTranslation(["registrations", "drafts"]);
  return (
    <DataTable<RegisteredSku>
      label={t("registrations:skusAndPrices")}
      columns={[
        {
          key: "sku",
          title: t("drafts:columns.sku"),
          render: ({ variation, sku_id }) => (
            <TitleAndId title={variation || t("drafts:onlyVariation")} id={sku_id} />
          ),
        },
        {
          key: "retail",
          title: t("drafts:columns.retail"),
          align: "right",
          render: ({ retail_price }) => <MoneyText value={retail_price} />,
        },
        {
          key: "price",
          title: t("drafts:columns.campaign_price"),
          align: "right",
          render: ({ campaign_price }) => <MoneyText value={campaign_price} />,
        },
        {
          key: "stock",
          title: t("drafts:columns.campaign_stock"),
          align: "right",
          render: ({ campaign_stock }) => <CountText value={campaign_stock} />,
        },
        {
          key: "extra",
          title: t("drafts:columns.extra_discount"),
          align: "right",
          render: ({ extra_discount }) => <PercentText value={extra_discount} />,
        },
        ...(editable
          ? [
              {
                key: "wanted",
                title: t("registrations:priceEdit.wanted"),
                render: ({ sku_id }: RegisteredSku) => (
                  <MoneyField
                    value={wanted[sku_id] ?? null}
                    onChange={(price) => onWanted(sku_id, price)}
                    label={t("registrations:priceEdit.wantedNamed", { sku: sku_id })}
                    width={120}
                    testId={`wanted-price-${sku_id}`}
                  />
                ),
              },
            ]
          : []),
      ]}
      rows={skus}
      rowKey={({ sku_id }) => sku_id}
      empty={{ title: t("registrations:noneRegistered") }}
      testId="registered-skus"
    />
  );
}
