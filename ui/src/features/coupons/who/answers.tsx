// Which coupons the customer gets, and why, and why not the others.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CouponCustomerResult, CouponForCustomer, FindingView } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { EmptyState } from "../../../kit/empty-state";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { Notice } from "../../../kit/notice";
import { pathTo } from "../../../kit/places";
import { StatusTag } from "../../../kit/status-tag";
import { InstantText, MoneyText } from "../../../kit/values";
import { DiscountText, pathOfLine, Words } from "../parts";

export function Answers({ result }: { result: CouponCustomerResult }) {
  const { t } = useTranslation("coupons");
  const { coupons, gets, used, notes, at } = result;
  const usedName = coupons.find(({ coupon }) => coupon.id === used?.coupon_id)?.coupon.name;
  if (coupons.length === 0) {
    return (
      <Card>
        <EmptyState small title={t("who.none")} text={t("who.noneText")} testId="who-none" />
      </Card>
    );
  }
  return (
    <Stack>
      <div aria-live="polite" data-testid="who-answer">
        <h2 className="pd-coupon-heading">
          {t("who.gets", { count: gets })} <InstantText value={at} />
        </h2>
      </div>
      {used && (
        <Notice tone="good" title={t("who.used", { name: usedName ?? "" })} testId="who-used">
          {t("who.takesOff")} <MoneyText value={used.takes_off} />
        </Notice>
      )}
      {coupons.map((answer) => (
        <Answer key={answer.coupon.id} answer={answer} />
      ))}
      <Words lines={notes} testId="who-notes" />
    </Stack>
  );
}

/** What speaks for it: there is nothing to do about it. */
function Why({ reasons }: { reasons: readonly FindingView[] }) {
  return (
    <ul className="pd-coupon-words">
      {reasons.map(({ rule, what }) => (
        <li key={`${rule} ${what}`}>
          {what} <Link to={pathTo("rulebook", rule)}>{rule}</Link>
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer: { coupon, gets, reasons } }: { answer: CouponForCustomer }) {
  const { t } = useTranslation("coupons");
  return (
    <Card
      title={<Link to={pathOfLine(coupon)}>{coupon.name || t("unnamed")}</Link>}
      text={
        <>
          {t(`kinds.${coupon.kind}`)} · <DiscountText discount={coupon.discount} />
        </>
      }
      extra={
        <StatusTag tone={gets ? "good" : "neutral"} testId={`gets-${coupon.id}`}>
          {t(gets ? "who.yes" : "who.no")}
        </StatusTag>
      }
      testId={`answer-${coupon.id}`}
    >
      {gets ? <Why reasons={reasons} /> : <FindingsSlot findings={reasons} />}
    </Card>
  );
}
