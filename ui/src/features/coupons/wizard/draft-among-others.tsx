// The coupon in the making among those that are there, so that an overlap is seen before it is refused.
import { useTranslation } from "react-i18next";
import { type CouponDraft, useDesk } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { useSettled } from "../../../kit/search-field";
import { inARow } from "../../../kit/sentences";
import { Overlaps } from "../overlaps";

export function DraftAmongOthers({ draft }: { draft: CouponDraft }) {
  const { t } = useTranslation("coupons");
  const settled = JSON.parse(useSettled(JSON.stringify(draft))) as CouponDraft;
  const { period } = settled;
  const calendar = useDesk(
    "coupon_calendar",
    { period: period ?? { start: "", end: "" }, kind: settled.kind, draft: settled },
    { enabled: period !== null, keepPrevious: true },
  );
  if (period === null || !calendar.data) return null;
  const own = calendar.data.overlaps.filter(({ first, second }) =>
    [first, second].includes(settled.id),
  );
  const others = calendar.data.coupons.filter(({ id }) => id !== settled.id);
  return (
    <Stack gap={8}>
      <Overlaps overlaps={own} coupons={calendar.data.coupons} />
      {others.length > 0 && (
        <p className="pd-coupon-quiet" data-testid="coupon-neighbours">
          {t("calendar.neighbours", {
            count: others.length,
            names: inARow(others.slice(0, 3).map(({ name }) => name)),
          })}
          {others.length > 3 && " …"}
        </p>
      )}
    </Stack>
  );
}
