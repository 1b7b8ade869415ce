// Who pays what of an order, type by type?
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FundedOrder, type FundedPartView, type ShippingOffer, useDesk } from "../../bridge";
import { Card, Figure } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { Field } from "../../kit/field";
import { CountField, MoneyField, PercentField } from "../../kit/number-fields";
import { useShopTerms } from "../../kit/shop-terms";
import { MoneyText } from "../../kit/values";
import { Worked } from "./answer";
import { OfferField } from "./question-shipping";

interface Entered {
  units: number | null;
  goods: string | null;
  incentive: string | null;
  sellerPromotion: string | null;
  sellerCoupon: string | null;
  buyUnits: number | null;
  buyFor: string | null;
  buyRate: string | null;
  couponMinimum: string | null;
  couponAmount: string | null;
  fee: string | null;
  tiktokShipping: ShippingOffer;
  sellerShipping: ShippingOffer;
}

function orderOf(entered: Entered, currency: string): FundedOrder | undefined {
  const { units, goods, buyUnits, buyFor, buyRate, couponAmount } = entered;
  if (units === null || goods === null) return undefined;
  const nothing = `0.00 ${currency}`;
  const condition =
    buyFor !== null
      ? ({ kind: "amount", at_least: buyFor } as const)
      : buyUnits !== null
        ? ({ kind: "units", at_least: buyUnits } as const)
        : undefined;
  return {
    units,
    goods,
    incentive: entered.incentive ?? nothing,
    seller_promotion: entered.sellerPromotion ?? nothing,
    seller_coupon: entered.sellerCoupon ?? nothing,
    buy_more:
      condition && buyRate !== null
        ? { condition, discount: { kind: "percentage", rate: buyRate, maximum: null } }
        : null,
    coupon:
      couponAmount === null
        ? null
        : {
            minimum_spend: entered.couponMinimum ?? nothing,
            discount: { kind: "fixed", amount: couponAmount },
          },
    shipping_fee: entered.fee ?? nothing,
    tiktok_shipping: entered.tiktokShipping,
    seller_shipping: entered.sellerShipping,
  };
}

export function OrderQuestion({ at }: { at: string | null }) {
  const { t } = useTranslation("platform-promotions");
  const { currency } = useShopTerms();
  const [entered, setEntered] = useState<Entered>({
    units: 2,
    goods: `50.00 ${currency}`,
    incentive: null,
    sellerPromotion: null,
    sellerCoupon: null,
    buyUnits: 2,
    buyFor: null,
    buyRate: "20",
    couponMinimum: null,
    couponAmount: null,
    fee: `7.00 ${currency}`,
    tiktokShipping: { kind: "up_to", amount: `4.00 ${currency}` },
    sellerShipping: { kind: "free" },
  });
  const order = orderOf(entered, currency);
  const answer = useDesk(
    "funded_order",
    { order: order ?? noOrder(currency), at },
    { enabled: order !== undefined, keepPrevious: true },
  );
  const split = order ? answer.data : undefined;
  return (
    <Card title={t("order.title")} text={t("order.text")} testId="question-order">
      <OrderFields entered={entered} set={(changes) => setEntered({ ...entered, ...changes })} />
      <Worked error={answer.error} steps={split && []} testId="order-answer">
        <Figure
          label={t("payers.tiktok")}
          value={<MoneyText value={split?.tiktok} />}
          testId="order-pays-tiktok"
        />
        <Figure
          label={t("payers.seller")}
          value={<MoneyText value={split?.seller} />}
          testId="order-pays-seller"
        />
        <Figure
          label={t("payers.buyer")}
          value={<MoneyText value={split?.buyer} />}
          testId="order-pays-buyer"
        />
      </Worked>
      {split && <Parts parts={split.parts} />}
    </Card>
  );
}

/** Stands in the question while none is asked. */
const noOrder = (currency: string): FundedOrder => ({
  units: 1,
  goods: `0.00 ${currency}`,
  incentive: `0.00 ${currency}`,
  seller_promotion: `0.00 ${currency}`,
  seller_coupon: `0.00 ${currency}`,
  buy_more: null,
  coupon: null,
  shipping_fee: `0.00 ${currency}`,
  tiktok_shipping: { kind: "nothing" },
  seller_shipping: { kind: "nothing" },
});

const amounts = [
  "goods",
  "incentive",
  "sellerPromotion",
  "sellerCoupon",
  "buyFor",
  "couponMinimum",
  "couponAmount",
  "fee",
] as const;

function OrderFields({
  entered,
  set,
}: {
  entered: Entered;
  set: (changes: Partial<Entered>) => void;
}) {
  const { t } = useTranslation("platform-promotions");
  const amount = (key: (typeof amounts)[number]) => (
    <Field key={key} label={t(`order.${key}`)} optional={key !== "goods"}>
      {(control) => (
        <MoneyField
          {...control}
          value={entered[key]}
          onChange={(value) => set({ [key]: value })}
          testId={`order-${key}`}
        />
      )}
    </Field>
  );
  return (
    <div className="pd-fields pd-funded-fields">
      <Field label={t("order.units")}>
        {(control) => (
          <CountField
            {...control}
            value={entered.units}
            onChange={(units) => set({ units })}
            testId="order-units"
          />
        )}
      </Field>
      {amount("goods")}
      {amount("incentive")}
      {amount("sellerPromotion")}
      {amount("sellerCoupon")}
      <Field label={t("order.buyUnits")} hint={t("order.buyHint")} optional>
        {(control) => (
          <CountField
            {...control}
            value={entered.buyUnits}
            onChange={(buyUnits) => set({ buyUnits })}
            testId="order-buy-units"
          />
        )}
      </Field>
      {amount("buyFor")}
      <Field label={t("order.buyRate")} optional>
        {(control) => (
          <PercentField
            {...control}
            value={entered.buyRate}
            onChange={(buyRate) => set({ buyRate })}
            testId="order-buy-rate"
          />
        )}
      </Field>
      {amount("couponMinimum")}
      {amount("couponAmount")}
      {amount("fee")}
      <OfferField
        label={t("shipping.tiktok")}
        value={entered.tiktokShipping}
        onChange={(tiktokShipping) => set({ tiktokShipping })}
        testId="order-tiktok-shipping"
      />
      <OfferField
        label={t("shipping.seller")}
        value={entered.sellerShipping}
        onChange={(sellerShipping) => set({ sellerShipping })}
        testId="order-seller-shipping"
      />
    </div>
  );
}

function Parts({ parts }: { parts: readonly FundedPartView[] }) {
  const { t } = useTranslation("platform-promotions");
  return (
    <DataTable<FundedPartView>
      label={t("order.parts")}
      rows={parts}
      rowKey={({ part }) => part.funded_type}
      empty={{ title: t("order.parts") }}
      testId="order-parts"
      columns={[
        { key: "name", title: t("order.type"), render: ({ name }) => name },
        {
          key: "amount",
          title: t("payers.tiktok"),
          align: "right",
          render: ({ part }) => <MoneyText value={part.amount} />,
        },
        { key: "why", title: t("order.why"), render: ({ in_words }) => in_words },
      ]}
    />
  );
}
