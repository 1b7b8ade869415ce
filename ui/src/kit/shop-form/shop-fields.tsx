// The fields of the shop, in three groups: where it sells, how it stands, what is charged.
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ShopChoices } from "../../bridge";
import { type ControlProps, Field } from "../field";
import { CountField, DecimalField, MoneyField, PercentField } from "../number-fields";
import { inMarket, type ShopDraft, type ShopGroup, type ShopProblem } from "./shop-draft";

export interface ShopFieldsProps {
  group: ShopGroup;
  draft: ShopDraft;
  choices: ShopChoices;
  onChange: (draft: ShopDraft) => void;
  problem?: ShopProblem | undefined;
}

type Part = Omit<ShopFieldsProps, "group">;

export function ShopFields({ group, ...part }: ShopFieldsProps) {
  if (group === "market") return <MarketFields {...part} />;
  return group === "score" ? <ScoreFields {...part} /> : <FeeFields {...part} />;
}

const at = (problem: ShopProblem | undefined, ...fields: string[]) =>
  problem && fields.includes(problem.field) ? problem : undefined;

function MarketFields({ draft, choices, onChange, problem }: Part) {
  const { t } = useTranslation("shop-form");
  return (
    <>
      <Field label={t("name.label")} hint={t("name.hint")} problem={at(problem, "name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
            style={{ maxWidth: 420 }}
            data-testid="shop-field-name"
          />
        )}
      </Field>
      <Field
        label={t("market.label")}
        hint={t("market.hint", { currency: draft.currency })}
        problem={at(problem, "market", "currency")}
      >
        {(control) => (
          <Chooser
            control={control}
            label={t("market.label")}
            value={draft.market}
            options={choices.markets.map(({ market, name, currency }) => ({
              value: market,
              label: `${name} (${currency})`,
            }))}
            onPick={(market) => {
              const choice = choices.markets.find((one) => one.market === market);
              if (choice) onChange(inMarket(draft, choice));
            }}
            testId="shop-field-market"
          />
        )}
      </Field>
      <Field
        label={t("timeZone.label")}
        hint={t("timeZone.hint")}
        problem={at(problem, "time_zone")}
      >
        {(control) => (
          <Chooser
            control={control}
            label={t("timeZone.label")}
            value={draft.time_zone}
            options={choices.time_zones.map((zone) => ({ value: zone, label: zone }))}
            onPick={(time_zone) => onChange({ ...draft, time_zone })}
            testId="shop-field-time-zone"
          />
        )}
      </Field>
    </>
  );
}

function Chooser({
  control,
  label,
  value,
  options,
  onPick,
  testId,
}: {
  control: ControlProps;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onPick: (value: string) => void;
  testId: string;
}) {
  return (
    <Select
      {...control}
      aria-label={label}
      showSearch={{ optionFilterProp: "label" }}
      value={value}
      options={options}
      onChange={onPick}
      style={{ width: "100%", maxWidth: 420 }}
      data-testid={testId}
    />
  );
}

function ScoreFields({ draft, onChange, problem }: Part) {
  const { t } = useTranslation("shop-form");
  const { currency } = draft;
  return (
    <>
      <Field label={t("sps.label")} hint={t("sps.hint")} optional problem={at(problem, "sps")}>
        {(control) => (
          <DecimalField
            {...control}
            value={draft.sps}
            onChange={(sps) => onChange({ ...draft, sps })}
            width={120}
            testId="shop-field-sps"
          />
        )}
      </Field>
      <Field
        label={t("violations.label")}
        hint={t("violations.hint")}
        problem={at(problem, "violations")}
      >
        {(control) => (
          <CountField
            {...control}
            value={draft.violations}
            onChange={(violations) => onChange({ ...draft, violations })}
            testId="shop-field-violations"
          />
        )}
      </Field>
      {(["free_shipping_threshold", "average_order_value", "monthly_gmv"] as const).map((field) => (
        <Field
          key={field}
          label={t(`${field}.label`)}
          hint={t(`${field}.hint`)}
          optional
          problem={at(problem, field)}
        >
          {(control) => (
            <MoneyField
              {...control}
              currency={currency}
              value={draft[field]}
              onChange={(money) => onChange({ ...draft, [field]: money })}
              testId={`shop-field-${field.replaceAll("_", "-")}`}
            />
          )}
        </Field>
      ))}
    </>
  );
}

function FeeFields({ draft, onChange, problem }: Part) {
  const { t } = useTranslation("shop-form");
  const { fee_terms: fees, currency } = draft;
  const set = (changes: Partial<ShopDraft["fee_terms"]>) =>
    onChange({ ...draft, fee_terms: { ...fees, ...changes } });
  return (
    <>
      {(["referral_rate", "affiliate_rate"] as const).map((field) => (
        <Field
          key={field}
          label={t(`${field}.label`)}
          hint={t(`${field}.hint`)}
          problem={at(problem, `fee_terms.${field}`)}
        >
          {(control) => (
            <PercentField
              {...control}
              value={fees[field]}
              onChange={(rate) => set({ [field]: rate })}
              testId={`shop-field-${field.replaceAll("_", "-")}`}
            />
          )}
        </Field>
      ))}
      {(["shipping_cost", "shipping_charge"] as const).map((field) => (
        <Field
          key={field}
          label={t(`${field}.label`)}
          hint={t(`${field}.hint`)}
          problem={at(problem, `fee_terms.${field}`)}
        >
          {(control) => (
            <MoneyField
              {...control}
              currency={currency}
              value={fees[field]}
              onChange={(money) => set({ [field]: money })}
              testId={`shop-field-${field.replaceAll("_", "-")}`}
            />
          )}
        </Field>
      ))}
      <Field
        label={t("wanted_margin.label")}
        hint={t("wanted_margin.hint")}
        problem={at(problem, "fee_terms.wanted_margin")}
      >
        {(control) => (
          <PercentField
            {...control}
            value={fees.wanted_margin}
            onChange={(rate) => set({ wanted_margin: rate })}
            testId="shop-field-wanted-margin"
          />
        )}
      </Field>
    </>
  );
}
