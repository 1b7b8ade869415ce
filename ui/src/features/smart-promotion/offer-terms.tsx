// The terms of a mode, to read.
import { useTranslation } from "react-i18next";
import type { Offer, Terms } from "../../bridge";
import { type KeyValue, KeyValues } from "../../kit/key-values";
import { MoneyText, NoValue, PercentText } from "../../kit/values";

export function useTermsItems(): (terms: Terms) => KeyValue[] {
  const { t } = useTranslation("smart-promotion");
  return (terms) => [
    { key: "mode", label: t("mode"), value: t(`modes.${terms.mode}`) },
    {
      key: "service-package",
      label: t("servicePackage"),
      value: terms.service_package || <NoValue />,
    },
    {
      key: "fee-rate",
      label: t("feeRate"),
      value: <PercentText value={terms.fee_rate} />,
      note: t(`feeBases.${terms.mode}`),
    },
    ...(terms.exempted_rate === null
      ? []
      : [
          {
            key: "exempted-rate",
            label: t("exemptedRate"),
            value: <PercentText value={terms.exempted_rate} />,
          },
        ]),
    {
      key: "surcharge",
      label: t("surcharge"),
      value: <PercentText value={terms.campaign_surcharge} />,
    },
  ];
}

/** Terms with what they cost this shop. */
export function OfferTerms({ offer }: { offer: Offer }) {
  const { t } = useTranslation("smart-promotion");
  const items = useTermsItems();
  if (!offer.is_complete) return <p className="pd-programme-quiet">{t("incomplete")}</p>;
  return (
    <KeyValues
      testId={`offer-${offer.terms.mode}`}
      items={[
        ...items(offer.terms).filter(({ key }) => key !== "mode"),
        {
          key: "applicable-rate",
          label: t("applicableRate"),
          value: <PercentText value={offer.applicable_rate} />,
        },
        {
          key: "monthly-fee",
          label: t("monthlyFee"),
          value: <MoneyText value={offer.monthly_fee} />,
          note:
            offer.monthly_gmv === null ? (
              t("noGmv")
            ) : (
              <>
                {t("monthlyGmv")} <MoneyText value={offer.monthly_gmv} />
              </>
            ),
        },
      ]}
    />
  );
}
