// How long it is until an instant, in days, hours or minutes, by the desk's clock.
import { Tooltip } from "antd";
import { instantText } from "./format";
import { useShopTerms } from "./shop-terms";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "in 3 days", "2 hours ago"; what is no instant is shown as it is. */
export function spanText(at: string, now: string, language: string): string {
  const span = Date.parse(at) - Date.parse(now);
  if (Number.isNaN(span)) return at;
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const size = Math.abs(span);
  if (size >= 2 * day) return words.format(Math.trunc(span / day), "day");
  if (size >= 2 * hour) return words.format(Math.trunc(span / hour), "hour");
  return words.format(Math.trunc(span / minute), "minute");
}

/** `now` is the desk's time. Less than a day to come is shown as urgent. */
export function Countdown({ at, now }: { at: string; now: string | undefined }) {
  const { language, timeZone } = useShopTerms();
  if (now === undefined) return null;
  const left = Date.parse(at) - Date.parse(now);
  return (
    <Tooltip title={instantText(at, timeZone, language, "full")}>
      <time className="pd-countdown" dateTime={at} data-urgent={left >= 0 && left < day}>
        {spanText(at, now, language)}
      </time>
    </Tooltip>
  );
}
