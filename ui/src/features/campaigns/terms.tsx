// The recorded terms of a campaign, to read.
import { useTranslation } from "react-i18next";
import { type Campaign, type CampaignCoupon, type CampaignDefaults, useDesk } from "../../bridge";
import { Card, CardGrid } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { type KeyValue, KeyValues } from "../../kit/key-values";
import { inARow } from "../../kit/sentences";
import {
  CountText,
  InstantText,
  MoneyText,
  NoValue,
  PercentText,
  PeriodText,
} from "../../kit/values";
import { choiceOf } from "./campaign-draft";
import { useLookBackText } from "./look-back-text";

export function CampaignTerms({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("campaign-form");
  const defaults = useDesk("campaign_defaults", {}).data;
  return (
    <>
      <CardGrid min={340}>
        <Card title={t("groups.windows")}>
          <KeyValues items={useWindowItems(campaign)} testId="terms" />
        </Card>
        <Card title={t("groups.criteria")}>
          <KeyValues items={useCriteriaItems(campaign, defaults)} testId="terms" />
        </Card>
        <Card title={t("groups.prices")}>
          <KeyValues items={usePriceItems(campaign, defaults)} testId="terms" />
        </Card>
        <Card title={t("groups.fees")}>
          <KeyValues items={useFeeItems(campaign, defaults)} testId="terms" />
        </Card>
      </CardGrid>
      {campaign.coupons.length > 0 && <CouponTable coupons={campaign.coupons} />}
    </>
  );
}

function useWindowItems(campaign: Campaign): KeyValue[] {
  const { t } = useTranslation("campaign-form");
  const { registration, running, re_registration_deadline, sub_campaigns, note } = campaign;
  return [
    {
      key: "registration",
      label: t("registration.label"),
      value: <PeriodText {...registration} />,
    },
    {
      key: "re-registration",
      label: t("reRegistration.label"),
      value: re_registration_deadline ? (
        <InstantText value={re_registration_deadline} />
      ) : (
        t("reRegistration.none")
      ),
    },
    { key: "running", label: t("running.label"), value: <PeriodText {...running} /> },
    ...(sub_campaigns.length > 0
      ? [
          {
            key: "sub-campaigns",
            label: t("subCampaigns.label"),
            value: inARow(sub_campaigns),
          },
        ]
      : []),
    ...(note ? [{ key: "note", label: t("note.label"), value: note }] : []),
  ];
}

function useCriteriaItems(
  { criteria }: Campaign,
  defaults: CampaignDefaults | undefined,
): KeyValue[] {
  const { t } = useTranslation("campaign-form");
  const usual = (own: unknown) => (own === null ? { note: t("isUsual") } : {});
  const { minimum_sps, free_shipping_threshold_at_most, violations_below } = criteria;
  return [
    {
      key: "minimum-sps",
      label: t("minimumSps.label"),
      value: minimum_sps ?? defaults?.minimum_sps ?? <NoValue />,
      ...usual(minimum_sps),
    },
    {
      key: "free-shipping",
      label: t("freeShipping.label"),
      value: (
        <MoneyText
          value={free_shipping_threshold_at_most ?? defaults?.free_shipping_threshold_at_most}
        />
      ),
      ...usual(free_shipping_threshold_at_most),
    },
    {
      key: "violations-below",
      label: t("violations.label"),
      value: <CountText value={violations_below ?? defaults?.violations_below} />,
      ...usual(violations_below),
    },
    {
      key: "coupons-required",
      label: t("couponsRequired.label"),
      value: t(`couponsRequired.${criteria.coupons}`),
    },
    {
      key: "smart-promotion",
      label: t("smartPromotion.label"),
      value: t(`smartPromotion.${choiceOf(criteria.smart_promotion)}`),
    },
  ];
}

function usePriceItems(campaign: Campaign, defaults: CampaignDefaults | undefined): KeyValue[] {
  const { t } = useTranslation("campaign-form");
  const describe = useLookBackText();
  const { pricing, tiers, extra_discount_minimum } = campaign;
  const lookBack = pricing.look_back ?? defaults?.look_back;
  return [
    {
      key: "look-back",
      label: t("lookBack.label"),
      value: lookBack ? describe(lookBack) : <NoValue />,
      ...(pricing.look_back ? {} : { note: t("isUsual") }),
    },
    {
      key: "against-retail",
      label: t("againstRetail.label"),
      value: t(`againstRetail.${pricing.against_retail ?? "usual"}`),
    },
    {
      key: "extra-discount",
      label: t("extraDiscount.label"),
      value: extra_discount_minimum ? (
        <PercentText value={extra_discount_minimum} />
      ) : (
        t("extraDiscount.none")
      ),
    },
    ...tiers.map(({ tier, minimum_discount, maximum_price, minimum_stock }) => ({
      key: tier,
      label: t(`tiers.${tier}`),
      value: (
        <span className="pd-campaign-tier">
          <span>
            {t("tiers.minimumDiscount")}: <PercentText value={minimum_discount} />
          </span>
          <span>
            {t("tiers.maximumPrice")}: <MoneyText value={maximum_price} />
          </span>
          <span>
            {t("tiers.minimumStock")}: <CountText value={minimum_stock} />
          </span>
        </span>
      ),
    })),
  ];
}

function useFeeItems(campaign: Campaign, defaults: CampaignDefaults | undefined): KeyValue[] {
  const { t } = useTranslation("campaign-form");
  const { fee_policy, subsidy, approval } = campaign;
  return [
    { key: "approval", label: t("approval.label"), value: t(`approval.${approval}`) },
    { key: "subsidy", label: t("subsidy.label"), value: t(`subsidy.${subsidy}`) },
    ...(["service_fee_rate", "smart_promotion_surcharge"] as const).map((field) => ({
      key: field.replaceAll("_", "-"),
      label: t(`fees.${field}`),
      value: <PercentText value={fee_policy[field] ?? defaults?.[field]} />,
      ...(fee_policy[field] === null ? { note: t("isUsual") } : {}),
    })),
    ...(fee_policy.effective
      ? [
          {
            key: "effective",
            label: t("fees.effective"),
            value: <PeriodText {...fee_policy.effective} />,
          },
        ]
      : []),
    {
      key: "refunds",
      label: t("fees.refundsLabel"),
      value: t(fee_policy.refunds_returned_orders ? "fees.refunded" : "fees.notRefunded"),
    },
    ...(fee_policy.charges_surcharge_too
      ? [{ key: "both", label: t("fees.bothLabel"), value: t("fees.both") }]
      : []),
  ];
}

function CouponTable({ coupons }: { coupons: readonly CampaignCoupon[] }) {
  const { t } = useTranslation("campaign-form");
  return (
    <Card flush title={t("groups.coupons")}>
      <DataTable<CampaignCoupon>
        label={t("groups.coupons")}
        rows={coupons}
        rowKey={({ id }) => id}
        empty={{ title: t("coupons.none") }}
        testId="campaign-coupons"
        columns={[
          { key: "name", title: t("coupons.name"), render: ({ name }) => name },
          {
            key: "discount",
            title: t("coupons.discount"),
            render: ({ discount }) =>
              discount.kind === "fixed" ? (
                <MoneyText value={discount.amount} />
              ) : (
                <PercentText value={discount.rate} />
              ),
          },
          {
            key: "target",
            title: t("coupons.target"),
            render: ({ target }) => t(`coupons.targets.${target}`),
          },
          {
            key: "ratio",
            title: t("coupons.sellerRatio"),
            align: "right",
            render: ({ seller_ratio }) => <PercentText value={seller_ratio} />,
          },
          {
            key: "minimum",
            title: t("coupons.minimumPurchase"),
            align: "right",
            render: ({ minimum_purchase }) => <MoneyText value={minimum_purchase} />,
          },
        ]}
      />
    </Card>
  );
}
