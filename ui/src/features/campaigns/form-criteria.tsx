// What a shop must be to join; a field left empty follows the platform's figure.
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Criteria } from "../../bridge";
import { Field } from "../../kit/field";
import { countText, moneyText } from "../../kit/format";
import { CountField, DecimalField, MoneyField } from "../../kit/number-fields";
import { useShopTerms } from "../../kit/shop-terms";
import {
  choiceOf,
  problemAt,
  requiredBy,
  type SmartPromotionChoice,
  smartPromotionChoices,
} from "./campaign-draft";
import type { Fields } from "./form";

export function CriteriaFields({ draft, change, problems, defaults }: Fields) {
  const { t } = useTranslation("campaign-form");
  const { language } = useShopTerms();
  const { criteria } = draft;
  const set = (changes: Partial<Criteria>) => change({ criteria: { ...criteria, ...changes } });
  const usual = (value: string | null | undefined) =>
    value ? t("usual", { value }) : t("usualNone");
  const money = defaults?.free_shipping_threshold_at_most;
  const violations = defaults?.violations_below;
  return (
    <div className="pd-fields pd-campaign-fields">
      <Field
        label={t("minimumSps.label")}
        hint={usual(defaults?.minimum_sps)}
        optional
        problem={problemAt(problems, "criteria.minimum_sps")}
      >
        {(control) => (
          <DecimalField
            {...control}
            value={criteria.minimum_sps}
            onChange={(minimum_sps) => set({ minimum_sps })}
            width={120}
            testId="campaign-minimum-sps"
          />
        )}
      </Field>
      <Field
        label={t("freeShipping.label")}
        hint={usual(money && moneyText(money, { language }))}
        optional
        problem={problemAt(problems, "criteria.free_shipping_threshold_at_most")}
      >
        {(control) => (
          <MoneyField
            {...control}
            value={criteria.free_shipping_threshold_at_most}
            onChange={(free_shipping_threshold_at_most) => set({ free_shipping_threshold_at_most })}
            testId="campaign-free-shipping"
          />
        )}
      </Field>
      <Field
        label={t("violations.label")}
        hint={usual(typeof violations === "number" ? countText(violations, language) : null)}
        optional
        problem={problemAt(problems, "criteria.violations_below")}
      >
        {(control) => (
          <CountField
            {...control}
            value={criteria.violations_below}
            onChange={(violations_below) => set({ violations_below })}
            testId="campaign-violations-below"
          />
        )}
      </Field>
      <Field label={t("couponsRequired.label")} problem={problemAt(problems, "criteria.coupons")}>
        {(control) => (
          <Select<Criteria["coupons"]>
            {...control}
            aria-label={t("couponsRequired.label")}
            value={criteria.coupons}
            onChange={(coupons) => set({ coupons })}
            options={(["all", "optional"] as const).map((value) => ({
              value,
              label: t(`couponsRequired.${value}`),
            }))}
            style={{ width: "100%" }}
            data-testid="campaign-coupons-required"
          />
        )}
      </Field>
      <Field
        label={t("smartPromotion.label")}
        problem={problemAt(problems, "criteria.smart_promotion")}
      >
        {(control) => (
          <Select<SmartPromotionChoice>
            {...control}
            aria-label={t("smartPromotion.label")}
            value={choiceOf(criteria.smart_promotion)}
            onChange={(choice) => set({ smart_promotion: requiredBy(choice) })}
            options={smartPromotionChoices.map((value) => ({
              value,
              label: t(`smartPromotion.${value}`),
            }))}
            style={{ width: "100%" }}
            data-testid="campaign-smart-promotion"
          />
        )}
      </Field>
    </div>
  );
}
