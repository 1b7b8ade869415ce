// The campaign's co-funded coupons.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { CouponTarget } from "../../bridge";
import { Field } from "../../kit/field";
import { CountField, MoneyField, PercentField } from "../../kit/number-fields";
import { type CouponDraft, emptyDiscount, newCoupon, problemAt } from "./campaign-draft";
import type { Fields } from "./form";

export function CouponFields({ draft, change, problems }: Fields) {
  const { t } = useTranslation("campaign-form");
  const { coupons } = draft;
  return (
    <div className="pd-campaign-parts">
      {coupons.map((coupon, index) => (
        <CouponPart
          // biome-ignore lint/suspicious/noArrayIndexKey: a new coupon has no id before it is saved
          key={index}
          coupon={coupon}
          index={index}
          problems={problems}
          onChange={(changes) =>
            change({
              coupons: coupons.map((one, at) => (at === index ? { ...one, ...changes } : one)),
            })
          }
          onRemove={() => change({ coupons: coupons.filter((_, at) => at !== index) })}
        />
      ))}
      <div className="pd-campaign-adds">
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => change({ coupons: [...coupons, newCoupon()] })}
          data-testid="coupon-add"
        >
          {t("coupons.add")}
        </Button>
      </div>
    </div>
  );
}

interface CouponPartProps {
  coupon: CouponDraft;
  index: number;
  problems: Fields["problems"];
  onChange: (changes: Partial<CouponDraft>) => void;
  onRemove: () => void;
}

function CouponPart({ coupon, index, problems, onChange, onRemove }: CouponPartProps) {
  const { t } = useTranslation("campaign-form");
  const problem = (field: string) => problemAt(problems, `coupons[${index}].${field}`);
  const title = coupon.name.trim() || t("coupons.numbered", { number: index + 1 });
  return (
    <fieldset className="pd-campaign-part" data-testid={`coupon-${index}`}>
      <legend>{title}</legend>
      <Button
        className="pd-campaign-part-remove"
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t("coupons.remove", { name: title })}
        onClick={onRemove}
        data-testid={`coupon-remove-${index}`}
      />
      <div className="pd-fields pd-campaign-fields">
        <Field label={t("coupons.name")} problem={problem("name")}>
          {(control) => (
            <Input
              {...control}
              value={coupon.name}
              onChange={({ target }) => onChange({ name: target.value })}
              data-testid={`coupon-name-${index}`}
            />
          )}
        </Field>
        <Field label={t("coupons.target")} problem={problem("target")}>
          {(control) => (
            <Select<CouponTarget>
              {...control}
              aria-label={t("coupons.target")}
              value={coupon.target}
              onChange={(target) => onChange({ target })}
              options={(["all_customers", "selected_customers"] as const).map((value) => ({
                value,
                label: t(`coupons.targets.${value}`),
              }))}
              style={{ width: "100%" }}
              data-testid={`coupon-target-${index}`}
            />
          )}
        </Field>
        <DiscountFields coupon={coupon} index={index} problem={problem} onChange={onChange} />
        <Field
          label={t("coupons.sellerRatio")}
          hint={t("coupons.sellerRatioHint")}
          problem={problem("seller_ratio")}
        >
          {(control) => (
            <PercentField
              {...control}
              value={coupon.seller_ratio}
              onChange={(seller_ratio) => onChange({ seller_ratio })}
              testId={`coupon-seller-ratio-${index}`}
            />
          )}
        </Field>
        <Field label={t("coupons.sellerMaximum")} optional problem={problem("seller_maximum")}>
          {(control) => (
            <MoneyField
              {...control}
              value={coupon.seller_maximum}
              onChange={(seller_maximum) => onChange({ seller_maximum })}
              testId={`coupon-seller-maximum-${index}`}
            />
          )}
        </Field>
        <Field label={t("coupons.minimumPurchase")} problem={problem("minimum_purchase")}>
          {(control) => (
            <MoneyField
              {...control}
              value={coupon.minimum_purchase}
              onChange={(minimum_purchase) => onChange({ minimum_purchase })}
              testId={`coupon-minimum-purchase-${index}`}
            />
          )}
        </Field>
        <Field label={t("coupons.quantity")} optional problem={problem("quantity")}>
          {(control) => (
            <CountField
              {...control}
              value={coupon.quantity}
              onChange={(quantity) => onChange({ quantity })}
              testId={`coupon-quantity-${index}`}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

function DiscountFields({
  coupon: { discount },
  index,
  problem,
  onChange,
}: Pick<CouponPartProps, "coupon" | "index" | "onChange"> & {
  problem: (field: string) => ReturnType<typeof problemAt>;
}) {
  const { t } = useTranslation("campaign-form");
  return (
    <>
      <Field label={t("coupons.discount")}>
        {(control) => (
          <Select<CouponDraft["discount"]["kind"]>
            {...control}
            aria-label={t("coupons.discount")}
            value={discount.kind}
            onChange={(kind) => onChange({ discount: emptyDiscount(kind) })}
            options={(["fixed", "percentage"] as const).map((value) => ({
              value,
              label: t(`coupons.discounts.${value}`),
            }))}
            style={{ width: "100%" }}
            data-testid={`coupon-discount-${index}`}
          />
        )}
      </Field>
      {discount.kind === "fixed" ? (
        <Field label={t("coupons.amount")} problem={problem("discount.amount")}>
          {(control) => (
            <MoneyField
              {...control}
              value={discount.amount}
              onChange={(amount) => onChange({ discount: { ...discount, amount } })}
              testId={`coupon-amount-${index}`}
            />
          )}
        </Field>
      ) : (
        <>
          <Field label={t("coupons.rate")} problem={problem("discount.rate")}>
            {(control) => (
              <PercentField
                {...control}
                value={discount.rate}
                onChange={(rate) => onChange({ discount: { ...discount, rate } })}
                testId={`coupon-rate-${index}`}
              />
            )}
          </Field>
          <Field label={t("coupons.maximum")} optional problem={problem("discount.maximum")}>
            {(control) => (
              <MoneyField
                {...control}
                value={discount.maximum}
                onChange={(maximum) => onChange({ discount: { ...discount, maximum } })}
                testId={`coupon-maximum-${index}`}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
