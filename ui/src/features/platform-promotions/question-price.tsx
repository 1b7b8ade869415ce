// Which price does a buyer see: the seller's, a Flash Deal, or one with a product incentive?
import { Checkbox, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type IncentiveLimit, type ProductSeen, useDesk } from "../../bridge";
import { Card, Figure, Row } from "../../kit/card";
import { Field } from "../../kit/field";
import { MoneyField, PercentField } from "../../kit/number-fields";
import { useShopTerms } from "../../kit/shop-terms";
import { MoneyText } from "../../kit/values";
import { Worked } from "./answer";

const limits: readonly IncentiveLimit[] = ["everyone", "live", "new_customers"];

interface Entered {
  sellerPrice: string | null;
  flashPrice: string | null;
  liveOnly: boolean;
  rate: string | null;
  limitedTo: IncentiveLimit;
  inLive: boolean;
  newCustomer: boolean;
}

function seenOf(entered: Entered): ProductSeen | undefined {
  const { sellerPrice, flashPrice, rate } = entered;
  if (sellerPrice === null) return undefined;
  return {
    seller_price: sellerPrice,
    flash_deal: flashPrice === null ? null : { price: flashPrice, live_only: entered.liveOnly },
    incentive:
      rate === null
        ? null
        : {
            discount: { kind: "percentage", rate, maximum: null },
            limited_to: entered.limitedTo,
          },
    in_live: entered.inLive,
    new_customer: entered.newCustomer,
  };
}

export function PriceQuestion({ at }: { at: string | null }) {
  const { t } = useTranslation("platform-promotions");
  const { currency } = useShopTerms();
  const [entered, setEntered] = useState<Entered>({
    sellerPrice: `20.00 ${currency}`,
    flashPrice: `15.00 ${currency}`,
    liveOnly: false,
    rate: "10",
    limitedTo: "everyone",
    inLive: false,
    newCustomer: false,
  });
  const set = (changes: Partial<Entered>) => setEntered({ ...entered, ...changes });
  const seen = seenOf(entered);
  const answer = useDesk(
    "funded_price",
    { seen: seen ?? { ...emptySeen, seller_price: `0 ${currency}` }, at },
    { enabled: seen !== undefined, keepPrevious: true },
  );
  const shown = seen ? answer.data : undefined;
  return (
    <Card title={t("price.title")} text={t("price.text")} testId="question-price">
      <div className="pd-fields pd-funded-fields">
        <Field label={t("price.seller")}>
          {(control) => (
            <MoneyField
              {...control}
              value={entered.sellerPrice}
              onChange={(sellerPrice) => set({ sellerPrice })}
              testId="price-seller"
            />
          )}
        </Field>
        <Field label={t("price.flash")} optional>
          {(control) => (
            <MoneyField
              {...control}
              value={entered.flashPrice}
              onChange={(flashPrice) => set({ flashPrice })}
              testId="price-flash"
            />
          )}
        </Field>
        <Field label={t("price.incentive")} optional>
          {(control) => (
            <PercentField
              {...control}
              value={entered.rate}
              onChange={(rate) => set({ rate })}
              testId="price-incentive"
            />
          )}
        </Field>
        <Field label={t("price.for")}>
          {({ id }) => (
            <Select<IncentiveLimit>
              id={id}
              value={entered.limitedTo}
              aria-label={t("price.for")}
              onChange={(limitedTo) => set({ limitedTo })}
              options={limits.map((value) => ({ value, label: t(`price.limits.${value}`) }))}
              style={{ width: "100%" }}
              data-testid="price-for"
            />
          )}
        </Field>
      </div>
      <Row gap={16}>
        <Tick
          label={t("price.liveOnly")}
          checked={entered.liveOnly}
          onChange={(liveOnly) => set({ liveOnly })}
          testId="price-live-only"
        />
        <Tick
          label={t("price.inLive")}
          checked={entered.inLive}
          onChange={(inLive) => set({ inLive })}
          testId="price-in-live"
        />
        <Tick
          label={t("price.newCustomer")}
          checked={entered.newCustomer}
          onChange={(newCustomer) => set({ newCustomer })}
          testId="price-new-customer"
        />
      </Row>
      <Worked error={answer.error} steps={shown?.steps} testId="price-answer">
        <Figure
          label={t("price.seen")}
          value={<MoneyText value={shown?.seen.price} />}
          testId="price-seen"
        />
        <Figure
          label={t("payers.tiktok")}
          value={<MoneyText value={shown?.seen.incentive} />}
          testId="price-pays-tiktok"
        />
      </Worked>
    </Card>
  );
}

const emptySeen = {
  flash_deal: null,
  incentive: null,
  in_live: false,
  new_customer: false,
} as const;

function Tick({
  label,
  checked,
  onChange,
  testId,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  testId: string;
}) {
  return (
    <Checkbox
      checked={checked}
      onChange={({ target }) => onChange(target.checked)}
      data-testid={testId}
    >
      {label}
    </Checkbox>
  );
}
