// What happened to a coupon, the latest first: what changed, from what to what.
import { useTranslation } from "react-i18next";
import type { CouponEventView } from "../../../bridge";
import { inARow } from "../../../kit/sentences";
import { InstantText, NoValue } from "../../../kit/values";

export function CouponHistory({ events }: { events: readonly CouponEventView[] }) {
  const { t } = useTranslation("coupons");
  if (events.length === 0) return <p className="pd-coupon-quiet">{t("detail.noHistory")}</p>;
  return (
    <ol className="pd-coupon-events">
      {events.map((event) => (
        <li key={`${event.at} ${event.what}`} data-testid="coupon-event">
          <p>
            <strong>{event.what}</strong> <InstantText value={event.at} style="second" />
          </p>
          {event.changes.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("detail.field")}</th>
                  <th scope="col">{t("detail.before")}</th>
                  <th scope="col">{t("detail.after")}</th>
                </tr>
              </thead>
              <tbody>
                {event.changes.map(({ name, before, after }) => (
                  <tr key={`${name} ${before} ${after}`}>
                    <th scope="row">{name}</th>
                    <td>{before || <NoValue />}</td>
                    <td>{after || <NoValue />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {event.acknowledged.length > 0 && (
            <p className="pd-coupon-quiet">
              {t("detail.acknowledged", { rules: inARow(event.acknowledged) })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
