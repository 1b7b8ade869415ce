// What a fill asks the seller: the strategy with its figure, the rounding, and which rows.
import { Checkbox, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { FillRounding, FillStrategy } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { CountField, MoneyField, PercentField } from "../../../kit/number-fields";

const strategies = [
  "percent_off",
  "down_to_margin",
  "at_ceiling",
  "as_last_time",
  "recommended",
  "stock",
] as const satisfies readonly FillStrategy["kind"][];
const roundings = [
  "minor_unit",
  "five_hundredths",
  "tenth",
  "whole",
  "ending",
] as const satisfies readonly FillRounding["kind"][];

/** What the seller has entered so far. */
export interface Wanted {
  kind: FillStrategy["kind"];
  percent: string | null;
  margin: string | null;
  /** How much under the ceiling, as money text. */
  by: string | null;
  units: number | null;
  onlyEmpty: boolean;
  fit: boolean;
  rounding: FillRounding["kind"];
  minor: number | null;
}

export const usual: Wanted = {
  kind: "percent_off",
  percent: null,
  margin: null,
  by: null,
  units: null,
  onlyEmpty: false,
  fit: false,
  rounding: "minor_unit",
  minor: null,
};

interface PartProps {
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
}

export function FillFields(props: PartProps) {
  const prices = props.wanted.kind !== "stock";
  return (
    <>
      <StrategyFields {...props} />
      {prices && <RoundingFields {...props} />}
      <RowFields {...props} />
    </>
  );
}

function StrategyFields({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation("drafts");
  return (
    <>
      <Field group label={t("fill.strategy")}>
        {() => (
          <Radio.Group
            className="pd-draft-strategies"
            value={wanted.kind}
            onChange={({ target }) =>
              onWanted({ ...wanted, kind: target.value as FillStrategy["kind"] })
            }
            aria-label={t("fill.strategy")}
          >
            {strategies.map((kind) => (
              <Radio key={kind} value={kind} data-testid={`strategy-${kind}`}>
                <strong>{t(`fill.strategies.${kind}`)}</strong>
                <small>{t(`fill.texts.${kind}`)}</small>
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
      {wanted.kind === "percent_off" && (
        <Field label={t("fill.percent")}>
          {(control) => (
            <PercentField
              {...control}
              value={wanted.percent}
              onChange={(percent) => onWanted({ ...wanted, percent })}
              testId="fill-percent"
            />
          )}
        </Field>
      )}
      {wanted.kind === "down_to_margin" && (
        <Field label={t("fill.margin")} hint={t("fill.marginHint")} optional>
          {(control) => (
            <PercentField
              {...control}
              value={wanted.margin}
              onChange={(margin) => onWanted({ ...wanted, margin })}
              testId="fill-margin"
            />
          )}
        </Field>
      )}
      {wanted.kind === "at_ceiling" && (
        <Field label={t("fill.by")} hint={t("fill.byHint")} optional>
          {(control) => (
            <MoneyField
              {...control}
              value={wanted.by}
              onChange={(by) => onWanted({ ...wanted, by })}
              testId="fill-by"
            />
          )}
        </Field>
      )}
      {wanted.kind === "stock" && (
        <Field label={t("fill.units")} hint={t("fill.unitsHint")} optional>
          {(control) => (
            <CountField
              {...control}
              value={wanted.units}
              onChange={(units) => onWanted({ ...wanted, units })}
              testId="fill-units"
            />
          )}
        </Field>
      )}
    </>
  );
}

function RoundingFields({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation("drafts");
  return (
    <>
      <Field label={t("fill.rounding")}>
        {({ id, status }) => (
          <Select<FillRounding["kind"]>
            id={id}
            status={status}
            style={{ width: 260 }}
            value={wanted.rounding}
            onChange={(rounding) => onWanted({ ...wanted, rounding })}
            options={roundings.map((value) => ({ value, label: t(`fill.roundings.${value}`) }))}
            data-testid="fill-rounding"
          />
        )}
      </Field>
      {wanted.rounding === "ending" && (
        <Field label={t("fill.ending")} hint={t("fill.endingHint")}>
          {(control) => (
            <CountField
              {...control}
              value={wanted.minor}
              onChange={(minor) => onWanted({ ...wanted, minor })}
              testId="fill-ending"
            />
          )}
        </Field>
      )}
    </>
  );
}

/** The strategies whose aim can lie where no price is allowed. */
const aiming: readonly FillStrategy["kind"][] = ["percent_off", "as_last_time", "recommended"];

function RowFields({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation("drafts");
  return (
    <Stack gap={4}>
      <Checkbox
        checked={wanted.onlyEmpty}
        onChange={({ target }) => onWanted({ ...wanted, onlyEmpty: target.checked })}
        data-testid="fill-only-empty"
      >
        {t("fill.onlyEmpty")}
      </Checkbox>
      {aiming.includes(wanted.kind) && (
        <Checkbox
          checked={wanted.fit}
          onChange={({ target }) => onWanted({ ...wanted, fit: target.checked })}
          data-testid="fill-fit"
        >
          {t("fill.fit")}
        </Checkbox>
      )}
    </Stack>
  );
}
