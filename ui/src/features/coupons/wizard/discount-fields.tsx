// What a coupon takes off: an amount or a percentage, entered as one choice with its field.
import { Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyField, PercentField } from "../../../kit/number-fields";
import { TermFrame, type TermProps } from "./term-frame";

const ways = ["amount", "rate"] as const;
type Way = (typeof ways)[number];

/** The amount; holds the choice between amount and percentage, and the percentage's fields, too. */
export function AmountField(props: TermProps) {
  const { field, shape, typed, change } = props;
  const { t } = useTranslation("coupons");
  // What is there counts more than what was chosen; both at once stay visible.
  const given = ways.filter((one) => typed[one] !== null);
  const [chosen, choose] = useState<Way>(given[0] ?? "amount");
  const way = given.length === 1 ? (given[0] ?? chosen) : chosen;
  const both = given.length > 1;
  const rate = shape.fields.find((other) => other.field === "rate");
  const maximum = shape.fields.find((other) => other.field === "maximum_discount");
  const pick = (next: Way) => {
    choose(next);
    // A maximum is a percentage's alone.
    change(next === "amount" ? { rate: null, maximum_discount: null } : { amount: null });
  };
  return (
    <div className="pd-coupon-discount" data-way={way}>
      {rate && (
        <Radio.Group
          value={way}
          disabled={field.frozen}
          onChange={({ target }) => pick(target.value as Way)}
          aria-label={t("discountKind")}
        >
          <Radio.Button value="amount" data-testid="discount-amount">
            {field.name}
          </Radio.Button>
          <Radio.Button value="rate" data-testid="discount-rate">
            {rate.name}
          </Radio.Button>
        </Radio.Group>
      )}
      {(way === "amount" || both) && (
        <TermFrame field={field} also={both ? [] : ["rate"]}>
          {(control) => (
            <MoneyField
              {...control}
              value={typed.amount}
              onChange={(amount) => change({ amount })}
              testId="coupon-amount"
            />
          )}
        </TermFrame>
      )}
      {rate && (way === "rate" || both) && (
        <TermFrame field={rate} also={both ? [] : ["amount"]}>
          {(control) => (
            <PercentField
              {...control}
              value={typed.rate}
              onChange={(next) => change({ rate: next })}
              testId="coupon-rate"
            />
          )}
        </TermFrame>
      )}
      {maximum && (way === "rate" || both) && <Maximum {...props} field={maximum} />}
    </div>
  );
}

/** Entered together with the amount where a type has both. */
export function RateField({ field, shape, typed, change }: TermProps) {
  if (shape.fields.some((other) => other.field === "amount")) return null;
  return (
    <TermFrame field={field}>
      {(control) => (
        <PercentField
          {...control}
          value={typed.rate}
          onChange={(rate) => change({ rate })}
          testId="coupon-rate"
        />
      )}
    </TermFrame>
  );
}

/** Entered together with the percentage where that is a choice. */
export function MaximumField(props: TermProps) {
  if (props.shape.fields.some((other) => other.field === "amount")) return null;
  return <Maximum {...props} />;
}

function Maximum({ field, typed, change }: TermProps) {
  const { t } = useTranslation("coupons");
  return (
    <TermFrame field={field} optional hint={t("maximumHint")}>
      {(control) => (
        <MoneyField
          {...control}
          value={typed.maximum_discount}
          onChange={(maximum_discount) => change({ maximum_discount })}
          testId="coupon-maximum"
        />
      )}
    </TermFrame>
  );
}
