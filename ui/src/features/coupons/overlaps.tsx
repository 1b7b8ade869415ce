// Periods that the book does not let overlap: in the desk's words, with the way to both coupons.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CouponLine, CouponOverlap } from "../../bridge";
import { Notice } from "../../kit/notice";
import { PeriodText } from "../../kit/values";
import { pathOfLine } from "./parts";

export function Overlaps({
  overlaps,
  coupons,
}: {
  overlaps: readonly CouponOverlap[];
  coupons: readonly CouponLine[];
}) {
  const { t } = useTranslation("coupons");
  return overlaps.map(({ rule, first, second, period, words }) => (
    <Notice
      key={`${rule} ${first} ${second}`}
      tone="warn"
      title={
        <>
          {t("calendar.overlap")} <PeriodText {...period} />
        </>
      }
      testId="coupon-overlap"
    >
      <div>
        <p>{words}</p>
        <p>
          <Named id={first} coupons={coupons} /> · <Named id={second} coupons={coupons} />
        </p>
      </div>
    </Notice>
  ));
}

/** A coupon that is not kept yet is in no list: it has no page to go to. */
function Named({ id, coupons }: { id: string; coupons: readonly CouponLine[] }) {
  const { t } = useTranslation("coupons");
  const line = coupons.find((coupon) => coupon.id === id);
  if (!line || line.state === "draft") return <span>{line?.name || t("calendar.thisOne")}</span>;
  return <Link to={pathOfLine(line)}>{line.name}</Link>;
}
