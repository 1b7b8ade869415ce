// What a coupon is and how it stands, in a tag or a few words.
import { useTranslation } from "react-i18next";
import type {
  CouponDiscount,
  CouponKind,
  CouponLine,
  CouponState,
  DeskError,
  Liability,
} from "../../bridge";
import { moneyText, percentText } from "../../kit/format";
import { Notice } from "../../kit/notice";
import { pathTo } from "../../kit/places";
import { useShopTerms } from "../../kit/shop-terms";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { problemText } from "../../kit/toast";
import { CountText, MoneyText, NoValue } from "../../kit/values";

/** The types, in the order they are offered. */
export const kinds = [
  "standard",
  "follower",
  "review",
  "chat",
  "promo_code",
] as const satisfies readonly CouponKind[];

/** The states by the clock, in the order a coupon goes through them. */
export const states = [
  "draft",
  "upcoming",
  "ongoing",
  "ended",
  "deactivated",
] as const satisfies readonly CouponState[];

export const pathToCoupon = (id: string): string => pathTo("coupons", "coupon", id);
export const pathToCouponDraft = (id: string): string => pathTo("coupons", "draft", id);

/** The tester, for a coupon or for a draft that is kept, among those that are ongoing. */
export function pathToWho(about: { coupon: string } | { draft: string }): string {
  return `${pathTo("coupons", "who")}?${new URLSearchParams(about)}`;
}

/** A draft goes on in the wizard, everything else has a page. */
export function pathOfLine({ id, state }: Pick<CouponLine, "id" | "state">): string {
  return state === "draft" ? pathToCouponDraft(id) : pathToCoupon(id);
}

const tones: Record<CouponState, Tone> = {
  draft: "neutral",
  upcoming: "info",
  ongoing: "good",
  ended: "neutral",
  deactivated: "warn",
};

export function CouponStateTag({ state, testId }: { state: CouponState; testId?: string }) {
  const { t } = useTranslation("coupons");
  return (
    <StatusTag tone={tones[state]} {...(testId ? { testId } : {})}>
      {t(`states.${state}`)}
    </StatusTag>
  );
}

/** "$5.00 off", "20% off, at most $10.00". */
export function DiscountText({ discount }: { discount: CouponDiscount | null }) {
  const { t } = useTranslation("coupons");
  const { language } = useShopTerms();
  if (discount === null) return <NoValue />;
  const amount = (value: string) => moneyText(value, { language });
  if (discount.kind === "fixed") {
    return (
      <span className="pd-number">{t("off.amount", { amount: amount(discount.amount) })}</span>
    );
  }
  const rate = percentText(discount.rate, language);
  return (
    <span className="pd-number">
      {discount.maximum === null
        ? t("off.rate", { rate })
        : t("off.rateAtMost", { rate, amount: amount(discount.maximum) })}
    </span>
  );
}

/** What coupons can still cost; where nothing limits it, so in words. */
export function LiabilityText({ liability }: { liability: Liability | null }) {
  const { t } = useTranslation("coupons");
  if (liability === null) return <NoValue />;
  return (
    <span className="pd-two">
      {liability.at_most === null ? (
        <span>{t("liability.noLimit")}</span>
      ) : (
        <MoneyText value={liability.at_most} />
      )}
      {liability.left !== null && (
        <small>
          <CountText value={liability.left} /> {t("liability.left")}
        </small>
      )}
    </span>
  );
}

/** Sentences of the desk, one under the other. */
export function Words({ lines, testId }: { lines: readonly string[]; testId?: string }) {
  if (lines.length === 0) return null;
  return (
    <ul className="pd-coupon-words" data-testid={testId}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function Failed({ error }: { error: DeskError }) {
  const { t } = useTranslation(["coupons", "kit"]);
  return (
    <Notice tone="block" title={t("coupons:failed")} testId="coupons-problem">
      {problemText(error, t("kit:toast.bug"))}
    </Notice>
  );
}
