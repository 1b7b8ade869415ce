// What prices the campaign takes: the look-back, the comparison with retail, tiers, extra discounts.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { AgainstRetail, Tier, TierTerms } from "../../bridge";
import { Field } from "../../kit/field";
import { CountField, MoneyField, PercentField } from "../../kit/number-fields";
import { type LookBackDraft, problemAt } from "./campaign-draft";
import type { Fields } from "./form";
import { useLookBackText } from "./look-back-text";

export function PriceFields({ draft, change, problems, defaults }: Fields) {
  const { t } = useTranslation("campaign-form");
  const describe = useLookBackText();
  const { pricing } = draft;
  const usual = defaults?.look_back;
  const set = (changes: Partial<typeof pricing>) => change({ pricing: { ...pricing, ...changes } });
  return (
    <>
      <div className="pd-fields pd-campaign-fields">
        <Field
          label={t("lookBack.label")}
          hint={usual ? t("usual", { value: describe(usual) }) : t("usualNone")}
        >
          {(control) => (
            <Select<"usual" | "own">
              {...control}
              aria-label={t("lookBack.label")}
              value={pricing.look_back ? "own" : "usual"}
              onChange={(choice) =>
                set({
                  look_back:
                    choice === "usual"
                      ? null
                      : (usual ?? {
                          days: null,
                          starts: "start_of_day",
                          level: "sku",
                          first_record: "in_force_at_start",
                        }),
                })
              }
              options={(["usual", "own"] as const).map((value) => ({
                value,
                label: t(`lookBack.${value}`),
              }))}
              style={{ width: "100%" }}
              data-testid="campaign-look-back"
            />
          )}
        </Field>
        <Field
          label={t("againstRetail.label")}
          problem={problemAt(problems, "pricing.against_retail")}
        >
          {(control) => (
            <Select<AgainstRetail | "usual">
              {...control}
              aria-label={t("againstRetail.label")}
              value={pricing.against_retail ?? "usual"}
              onChange={(choice) => set({ against_retail: choice === "usual" ? null : choice })}
              options={(["usual", "below", "at_or_below"] as const).map((value) => ({
                value,
                label: t(`againstRetail.${value}`),
              }))}
              style={{ width: "100%" }}
              data-testid="campaign-against-retail"
            />
          )}
        </Field>
        <Field
          label={t("extraDiscount.label")}
          hint={t("extraDiscount.hint")}
          optional
          problem={problemAt(problems, "extra_discount_minimum")}
        >
          {(control) => (
            <PercentField
              {...control}
              value={draft.extra_discount_minimum}
              onChange={(extra_discount_minimum) => change({ extra_discount_minimum })}
              testId="campaign-extra-discount"
            />
          )}
        </Field>
      </div>
      {pricing.look_back && (
        <LookBackFields
          lookBack={pricing.look_back}
          problems={problems}
          onChange={(look_back) => set({ look_back })}
        />
      )}
    </>
  );
}

const lookBackChoices = {
  starts: ["start_of_day", "same_time"],
  level: ["sku", "product"],
  first_record: ["in_force_at_start", "first_inside"],
} as const;

function LookBackFields({
  lookBack,
  problems,
  onChange,
}: {
  lookBack: LookBackDraft;
  problems: Fields["problems"];
  onChange: (lookBack: LookBackDraft) => void;
}) {
  const { t } = useTranslation("campaign-form");
  return (
    <fieldset className="pd-campaign-part">
      <legend>{t("lookBack.part")}</legend>
      <div className="pd-fields pd-campaign-fields">
        <Field label={t("lookBack.days")} problem={problemAt(problems, "pricing.look_back.days")}>
          {(control) => (
            <CountField
              {...control}
              value={lookBack.days}
              onChange={(days) => onChange({ ...lookBack, days })}
              testId="campaign-look-back-days"
            />
          )}
        </Field>
        {(["starts", "level", "first_record"] as const).map((field) => (
          <Field
            key={field}
            label={t(`lookBack.${field}`)}
            problem={problemAt(problems, `pricing.look_back.${field}`)}
          >
            {(control) => (
              <Select<string>
                {...control}
                aria-label={t(`lookBack.${field}`)}
                value={lookBack[field]}
                onChange={(value) => onChange({ ...lookBack, [field]: value })}
                options={lookBackChoices[field].map((value) => ({
                  value,
                  label: t(`lookBack.choices.${value}`),
                }))}
                style={{ width: "100%" }}
                data-testid={`campaign-look-back-${field.replaceAll("_", "-")}`}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

const tiers = ["featured", "regular"] as const satisfies readonly Tier[];

export function TierFields({ draft, change, problems }: Fields) {
  const { t } = useTranslation("campaign-form");
  const set = (tier: Tier, changes: Partial<TierTerms>) =>
    change({
      tiers: draft.tiers.map((terms) => (terms.tier === tier ? { ...terms, ...changes } : terms)),
    });
  return (
    <div className="pd-campaign-parts">
      {draft.tiers.map((terms, index) => (
        <fieldset className="pd-campaign-part" key={terms.tier}>
          <legend>{t(`tiers.${terms.tier}`)}</legend>
          <Button
            className="pd-campaign-part-remove"
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t("tiers.remove", { tier: t(`tiers.${terms.tier}`) })}
            onClick={() => change({ tiers: draft.tiers.filter(({ tier }) => tier !== terms.tier) })}
            data-testid={`tier-remove-${terms.tier}`}
          />
          <div className="pd-fields pd-campaign-fields">
            <Field
              label={t("tiers.minimumDiscount")}
              optional
              problem={problemAt(problems, `tiers[${index}].minimum_discount`)}
            >
              {(control) => (
                <PercentField
                  {...control}
                  value={terms.minimum_discount}
                  onChange={(minimum_discount) => set(terms.tier, { minimum_discount })}
                  testId={`tier-${terms.tier}-discount`}
                />
              )}
            </Field>
            <Field
              label={t("tiers.maximumPrice")}
              optional
              problem={problemAt(problems, `tiers[${index}].maximum_price`)}
            >
              {(control) => (
                <MoneyField
                  {...control}
                  value={terms.maximum_price}
                  onChange={(maximum_price) => set(terms.tier, { maximum_price })}
                  testId={`tier-${terms.tier}-price`}
                />
              )}
            </Field>
            <Field
              label={t("tiers.minimumStock")}
              optional
              problem={problemAt(problems, `tiers[${index}].minimum_stock`)}
            >
              {(control) => (
                <CountField
                  {...control}
                  value={terms.minimum_stock}
                  onChange={(minimum_stock) => set(terms.tier, { minimum_stock })}
                  testId={`tier-${terms.tier}-stock`}
                />
              )}
            </Field>
          </div>
        </fieldset>
      ))}
      <div className="pd-campaign-adds">
        {tiers
          .filter((tier) => !draft.tiers.some((terms) => terms.tier === tier))
          .map((tier) => (
            <Button
              key={tier}
              size="small"
              icon={<PlusOutlined />}
              onClick={() => change({ tiers: [...draft.tiers, emptyTier(tier)] })}
              data-testid={`tier-add-${tier}`}
            >
              {t(`tiers.add.${tier}`)}
            </Button>
          ))}
      </div>
    </div>
  );
}

function emptyTier(tier: Tier): TierTerms {
  return { tier, minimum_discount: null, maximum_price: null, minimum_stock: null };
}
