// What the campaign charges, whether the platform adds to it, and how products get in.
import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Approval, Subsidy } from "../../bridge";
import { Field } from "../../kit/field";
import { percentText } from "../../kit/format";
import { PercentField } from "../../kit/number-fields";
import { PeriodField } from "../../kit/period-field";
import { useShopTerms } from "../../kit/shop-terms";
import { problemAt } from "./campaign-draft";
import type { Fields } from "./form";

export function FeeFields(fields: Fields) {
  const { draft, change, problems } = fields;
  const { t } = useTranslation("campaign-form");
  return (
    <>
      <div className="pd-fields pd-campaign-fields">
        <Field label={t("approval.label")} problem={problemAt(problems, "approval")}>
          {(control) => (
            <Select<Approval>
              {...control}
              aria-label={t("approval.label")}
              value={draft.approval}
              onChange={(approval) => change({ approval })}
              options={(["reviewed", "at_once"] as const).map((value) => ({
                value,
                label: t(`approval.${value}`),
              }))}
              style={{ width: "100%" }}
              data-testid="campaign-approval"
            />
          )}
        </Field>
        <Field label={t("subsidy.label")} problem={problemAt(problems, "subsidy")}>
          {(control) => (
            <Select<Subsidy>
              {...control}
              aria-label={t("subsidy.label")}
              value={draft.subsidy}
              onChange={(subsidy) => change({ subsidy })}
              options={(["none", "pending", "applied"] as const).map((value) => ({
                value,
                label: t(`subsidy.${value}`),
              }))}
              style={{ width: "100%" }}
              data-testid="campaign-subsidy"
            />
          )}
        </Field>
        <RateFields {...fields} />
      </div>
      <PolicyFields {...fields} />
    </>
  );
}

function RateFields({ draft, change, problems, defaults }: Fields) {
  const { t } = useTranslation("campaign-form");
  const { language } = useShopTerms();
  const { fee_policy } = draft;
  return (["service_fee_rate", "smart_promotion_surcharge"] as const).map((field) => {
    const usual = defaults?.[field];
    return (
      <Field
        key={field}
        label={t(`fees.${field}`)}
        hint={usual ? t("usual", { value: percentText(usual, language) }) : t("usualNone")}
        optional
        problem={problemAt(problems, `fee_policy.${field}`)}
      >
        {(control) => (
          <PercentField
            {...control}
            value={fee_policy[field]}
            onChange={(rate) => change({ fee_policy: { ...fee_policy, [field]: rate } })}
            testId={`campaign-${field.replaceAll("_", "-")}`}
          />
        )}
      </Field>
    );
  });
}

function PolicyFields({ draft, change, problems }: Fields) {
  const { t } = useTranslation("campaign-form");
  const { fee_policy } = draft;
  const set = (changes: Partial<typeof fee_policy>) =>
    change({ fee_policy: { ...fee_policy, ...changes } });
  return (
    <div className="pd-campaign-checks">
      <Checkbox
        checked={fee_policy.refunds_returned_orders}
        onChange={({ target }) => set({ refunds_returned_orders: target.checked })}
        data-testid="campaign-refunds"
      >
        {t("fees.refunds_returned_orders")}
      </Checkbox>
      <Checkbox
        checked={fee_policy.charges_surcharge_too}
        onChange={({ target }) => set({ charges_surcharge_too: target.checked })}
        data-testid="campaign-surcharge-too"
      >
        {t("fees.charges_surcharge_too")}
      </Checkbox>
      <Checkbox
        checked={fee_policy.effective !== null}
        onChange={({ target }) => set({ effective: target.checked ? { ...draft.running } : null })}
        data-testid="campaign-fee-own-window"
      >
        {t("fees.ownWindow")}
      </Checkbox>
      {fee_policy.effective && (
        <Field
          label={t("fees.effective")}
          problem={problemAt(problems, "fee_policy.effective")}
          testId="campaign-fee-window"
        >
          {(control) => (
            <PeriodField
              {...control}
              value={fee_policy.effective ?? { start: null, end: null }}
              onChange={(effective) => set({ effective })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
