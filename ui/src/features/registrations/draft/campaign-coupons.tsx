// The campaign's co-funded coupons: which are registered, and what each costs the seller (CE-03 in the rule book).
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { type CampaignCoupon, type DraftHead, useDeskAction } from "../../../bridge";
import { Card } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { useToast } from "../../../kit/toast";
import { CountText, MoneyText, PercentText } from "../../../kit/values";

export function CampaignCoupons({ head }: { head: DraftHead }) {
  const { t } = useTranslation("drafts");
  const toast = useToast();
  const { line, campaign, coupons } = head;
  const choose = useDeskAction("draft_coupons", { onRefused: (error) => toast.problem(error) });
  const set = (id: string, registered: boolean) =>
    choose.run({
      draft_id: line.id,
      coupon_ids: registered ? [...coupons, id] : coupons.filter((one) => one !== id),
    });
  return (
    <Card title={t("coupons.title")} text={t("coupons.text")} testId="campaign-coupons">
      <Field
        group
        path="coupons"
        label={t(campaign.criteria.coupons === "all" ? "coupons.all" : "coupons.optional")}
      >
        {() => (
          <div className="pd-draft-coupons">
            {campaign.coupons.map((coupon) => (
              <Checkbox
                key={coupon.id}
                checked={coupons.includes(coupon.id)}
                disabled={choose.isPending}
                onChange={({ target }) => set(coupon.id, target.checked)}
                data-testid={`coupon-${coupon.id}`}
              >
                <CouponTerms coupon={coupon} />
              </Checkbox>
            ))}
          </div>
        )}
      </Field>
    </Card>
  );
}

function CouponTerms({ coupon }: { coupon: CampaignCoupon }) {
  const { t } = useTranslation("drafts");
  const { name, discount, target, seller_ratio, seller_maximum, minimum_purchase } = coupon;
  return (
    <span className="pd-draft-coupon">
      <strong>{name}</strong>
      <span>
        {discount.kind === "fixed" ? (
          <MoneyText value={discount.amount} />
        ) : (
          <PercentText value={discount.rate} />
        )}{" "}
        {t("coupons.off")}
        {discount.kind === "percentage" && discount.maximum !== null && (
          <>
            {", "}
            {t("coupons.atMost")} <MoneyText value={discount.maximum} />
          </>
        )}
        {" · "}
        {t("coupons.from")} <MoneyText value={minimum_purchase} />
        {" · "}
        {t(`coupons.targets.${target}`)}
        {coupon.quantity !== null && (
          <>
            {" · "}
            <CountText value={coupon.quantity} /> {t("coupons.pieces")}
          </>
        )}
      </span>
      <span>
        {t("coupons.yourPart")} <PercentText value={seller_ratio} />
        {seller_maximum !== null && (
          <>
            {", "}
            {t("coupons.atMostPerOrder")} <MoneyText value={seller_maximum} />
          </>
        )}
      </span>
    </span>
  );
}
