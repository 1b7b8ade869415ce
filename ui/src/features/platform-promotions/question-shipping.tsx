// Who pays the shipping fee?
import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FundedShippingQuestion, type ShippingOffer, useDesk } from "../../bridge";
import { Card, Figure } from "../../kit/card";
import { Field } from "../../kit/field";
import { MoneyField } from "../../kit/number-fields";
import { useShopTerms } from "../../kit/shop-terms";
import { MoneyText } from "../../kit/values";
import { Worked } from "./answer";

export function ShippingQuestion({ at }: { at: string | null }) {
  const { t } = useTranslation("platform-promotions");
  const { currency } = useShopTerms();
  const [fee, setFee] = useState<string | null>(`7.00 ${currency}`);
  const [tiktok, setTiktok] = useState<ShippingOffer>({
    kind: "up_to",
    amount: `4.00 ${currency}`,
  });
  const [seller, setSeller] = useState<ShippingOffer>({ kind: "free" });
  const question: FundedShippingQuestion = { fee: fee ?? "", tiktok, seller, at };
  const answer = useDesk("funded_shipping", question, {
    enabled: fee !== null,
    keepPrevious: true,
  });
  const split = fee === null ? undefined : answer.data?.split;
  return (
    <Card title={t("shipping.title")} text={t("shipping.text")} testId="question-shipping">
      <div className="pd-fields pd-funded-fields">
        <Field label={t("shipping.fee")}>
          {(control) => (
            <MoneyField {...control} value={fee} onChange={setFee} testId="shipping-fee" />
          )}
        </Field>
        <OfferField
          label={t("shipping.tiktok")}
          value={tiktok}
          onChange={setTiktok}
          testId="shipping-tiktok"
        />
        <OfferField
          label={t("shipping.seller")}
          value={seller}
          onChange={setSeller}
          testId="shipping-seller"
        />
      </div>
      <Worked error={answer.error} steps={split && answer.data?.steps} testId="shipping-answer">
        <Figure
          label={t("payers.tiktok")}
          value={<MoneyText value={split?.tiktok} />}
          testId="shipping-pays-tiktok"
        />
        <Figure
          label={t("payers.seller")}
          value={<MoneyText value={split?.seller} />}
          testId="shipping-pays-seller"
        />
        <Figure
          label={t("payers.buyer")}
          value={<MoneyText value={split?.buyer} />}
          testId="shipping-pays-buyer"
        />
      </Worked>
    </Card>
  );
}

/** What one side takes off: nothing, an amount, or all of it. */
export function OfferField({
  label,
  value,
  onChange,
  testId,
}: {
  label: string;
  value: ShippingOffer;
  onChange: (offer: ShippingOffer) => void;
  testId: string;
}) {
  const { t } = useTranslation("platform-promotions");
  const free = value.kind === "free";
  return (
    <Field label={label}>
      {(control) => (
        <div className="pd-funded-offer">
          <MoneyField
            {...control}
            value={value.kind === "up_to" ? value.amount : null}
            disabled={free}
            onChange={(amount) =>
              onChange(amount === null ? { kind: "nothing" } : { kind: "up_to", amount })
            }
            testId={testId}
          />
          <Checkbox
            checked={free}
            onChange={({ target }) =>
              onChange(target.checked ? { kind: "free" } : { kind: "nothing" })
            }
            data-testid={`${testId}-free`}
          >
            {t("shipping.free")}
          </Checkbox>
        </div>
      )}
    </Field>
  );
}
