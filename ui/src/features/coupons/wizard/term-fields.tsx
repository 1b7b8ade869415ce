// One field of a coupon, by the name the desk gives it.
import { Input, Radio } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Audience, CouponField } from "../../../bridge";
import { CountField, DecimalField, MoneyField } from "../../../kit/number-fields";
import { PeriodField } from "../../../kit/period-field";
import type { TypedDraft } from "../typed-draft";
import { ClaimCodeControl } from "./claim-code";
import { AmountField, MaximumField, RateField } from "./discount-fields";
import { TermFrame, type TermProps } from "./term-frame";

const byField: Record<CouponField, (props: TermProps) => ReactNode> = {
  name: (props) => <TextTerm {...props} name="name" />,
  customer: (props) => <TextTerm {...props} name="customer" />,
  claim_code: ClaimCodeTerm,
  period: PeriodTerm,
  validity: ValidityTerm,
  audience: AudienceTerm,
  amount: AmountField,
  rate: RateField,
  maximum_discount: MaximumField,
  minimum_spend: MinimumTerm,
  quantity: QuantityTerm,
  claims_per_customer: ClaimsTerm,
  // Chosen in a step of its own.
  scope: () => null,
};

export function TermField(props: TermProps) {
  const Term = byField[props.field.field];
  return <Term {...props} />;
}

function TextTerm({ field, typed, change, name }: TermProps & { name: "name" | "customer" }) {
  return (
    <TermFrame field={field}>
      {(control) => (
        <Input
          {...control}
          value={typed[name]}
          onChange={({ target }) => change({ [name]: target.value })}
          data-testid={`coupon-${name}`}
        />
      )}
    </TermFrame>
  );
}

function ClaimCodeTerm(props: TermProps) {
  const { t } = useTranslation("coupons");
  const { claim_code_at_least: least, claim_code_at_most: most } = props.shape;
  const hint = least !== null && most !== null ? t("code.length", { least, most }) : undefined;
  return (
    <TermFrame field={props.field} hint={hint}>
      {(control) => <ClaimCodeControl {...props} control={control} />}
    </TermFrame>
  );
}

function PeriodTerm({ field, typed, change }: TermProps) {
  return (
    <TermFrame field={field}>
      {(control) => (
        <PeriodField
          {...control}
          value={typed.period}
          onChange={(period) => change({ period })}
          testId="coupon-period"
        />
      )}
    </TermFrame>
  );
}

function ValidityTerm({ field, shape, typed, change }: TermProps) {
  const { t } = useTranslation("coupons");
  const { validity } = typed;
  const set = (changes: Partial<TypedDraft["validity"]>) =>
    change({ validity: { ...validity, ...changes } });
  return (
    <TermFrame field={field} group>
      {({ disabled, ...control }) => (
        <div className="pd-coupon-part">
          {(shape.takes_validity_dates || validity.kind === "dates") && (
            <Radio.Group
              value={validity.kind}
              disabled={disabled}
              onChange={({ target }) => set({ kind: target.value })}
              aria-label={field.name}
            >
              {(["days_after_claim", "dates"] as const).map((kind) => (
                <Radio key={kind} value={kind} data-testid={`validity-${kind}`}>
                  {t(`validity.${kind}`)}
                </Radio>
              ))}
            </Radio.Group>
          )}
          {validity.kind === "dates" ? (
            <PeriodField
              {...control}
              disabled={disabled}
              value={validity.period}
              onChange={(period) => set({ period })}
              testId="coupon-validity-dates"
            />
          ) : (
            <CountField
              {...control}
              disabled={disabled}
              label={field.name}
              width={220}
              suffix={t("validity.daysAfter")}
              value={validity.days}
              onChange={(days) => set({ days })}
              testId="coupon-validity-days"
            />
          )}
        </div>
      )}
    </TermFrame>
  );
}

const audiences = ["all", "new", "existing", "repeat"] as const satisfies readonly Audience[];

function AudienceTerm({ field, typed, change }: TermProps) {
  const { t } = useTranslation("coupons");
  return (
    <TermFrame field={field} group>
      {({ disabled }) => (
        <Radio.Group
          className="pd-coupon-choices"
          value={typed.audience}
          disabled={disabled}
          onChange={({ target }) => change({ audience: target.value as Audience })}
          aria-label={field.name}
        >
          {audiences.map((audience) => (
            <Radio key={audience} value={audience} data-testid={`audience-${audience}`}>
              {t(`audiences.${audience}`)}
            </Radio>
          ))}
        </Radio.Group>
      )}
    </TermFrame>
  );
}

function MinimumTerm({ field, typed, change }: TermProps) {
  const { t } = useTranslation("coupons");
  return (
    <TermFrame field={field} optional hint={t("minimumHint")}>
      {(control) => (
        <MoneyField
          {...control}
          value={typed.minimum_spend}
          onChange={(minimum_spend) => change({ minimum_spend })}
          testId="coupon-minimum-spend"
        />
      )}
    </TermFrame>
  );
}

function QuantityTerm({ field, typed, change }: TermProps) {
  return (
    <TermFrame field={field}>
      {(control) => (
        <DecimalField
          {...control}
          value={typed.quantity}
          onChange={(quantity) => change({ quantity })}
          testId="coupon-quantity"
        />
      )}
    </TermFrame>
  );
}

function ClaimsTerm({ field, typed, change }: TermProps) {
  const { t } = useTranslation("coupons");
  const { claims_per_customer: claims } = typed;
  const atMost = (times: number) => change({ claims_per_customer: { kind: "at_most", times } });
  return (
    <TermFrame field={field} group>
      {({ disabled, ...control }) => (
        <div className="pd-coupon-part">
          <Radio.Group
            value={claims.kind}
            disabled={disabled}
            onChange={({ target }) =>
              target.value === "unlimited"
                ? change({ claims_per_customer: { kind: "unlimited" } })
                : atMost(1)
            }
            aria-label={field.name}
          >
            <Radio value="at_most" data-testid="claims-at-most">
              {t("claims.atMost")}
            </Radio>
            <Radio value="unlimited" data-testid="claims-unlimited">
              {t("claims.unlimited")}
            </Radio>
          </Radio.Group>
          {claims.kind === "at_most" && (
            <CountField
              {...control}
              disabled={disabled}
              label={field.name}
              value={claims.times}
              onChange={(times) => {
                if (times !== null && times >= 0) atMost(times);
              }}
              testId="coupon-claims"
            />
          )}
        </div>
      )}
    </TermFrame>
  );
}
