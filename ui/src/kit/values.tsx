// One amount, percentage, instant or count in running text or a table cell.
import { Tooltip } from "antd";
import {
  countText,
  daysText,
  type InstantStyle,
  instantText,
  moneyText,
  percentText,
} from "./format";
import { useShopTerms } from "./shop-terms";

/** What stands where there is no value. */
export function NoValue() {
  return <span className="pd-no-value">–</span>;
}

interface ValueProps {
  value: string | null | undefined;
  testId?: string;
}

/** Money as the desk writes it, "19.99 USD". */
export function MoneyText({ value, signed, testId }: ValueProps & { signed?: boolean }) {
  const { language } = useShopTerms();
  if (value === null || value === undefined) return <NoValue />;
  return (
    <span className="pd-number" data-testid={testId}>
      {moneyText(value, { language, signed: signed ?? false })}
    </span>
  );
}

/** One amount, or from … to …. */
export function PriceRange({ from, to }: { from: string | null; to: string | null }) {
  if (from === to) return <MoneyText value={from} />;
  return (
    <span className="pd-number">
      <MoneyText value={from} /> – <MoneyText value={to} />
    </span>
  );
}

/** "3.5" as 3.5%. */
export function PercentText({ value, testId }: ValueProps) {
  const { language } = useShopTerms();
  if (value === null || value === undefined) return <NoValue />;
  return (
    <span className="pd-number" data-testid={testId}>
      {percentText(value, language)}
    </span>
  );
}

/** A count with the language's grouping. */
export function CountText({ value }: { value: number | null | undefined }) {
  const { language } = useShopTerms();
  if (value === null || value === undefined) return <NoValue />;
  return <span className="pd-number">{countText(value, language)}</span>;
}

/** An instant on the shop's clock; pointing at it tells the time zone. */
export function InstantText({
  value,
  style = "minute",
  testId,
}: ValueProps & { style?: InstantStyle }) {
  const { timeZone, language } = useShopTerms();
  if (!value) return <NoValue />;
  return (
    <Tooltip title={instantText(value, timeZone, language, "full")}>
      <time className="pd-number" dateTime={value} data-testid={testId}>
        {instantText(value, timeZone, language, style)}
      </time>
    </Tooltip>
  );
}

/** From … to …, on the shop's clock; days are drawn together, and pointing at them tells the times. */
export function PeriodText({
  start,
  end,
  style = "minute",
}: {
  start: string | null | undefined;
  end: string | null | undefined;
  style?: InstantStyle;
}) {
  const { timeZone, language } = useShopTerms();
  if (style === "date" && start && end) {
    const whole = [start, end].map((at) => instantText(at, timeZone, language)).join(" – ");
    return (
      <Tooltip title={whole}>
        <span className="pd-number">{daysText(start, end, timeZone, language)}</span>
      </Tooltip>
    );
  }
  return (
    <span>
      <InstantText value={start} style={style} /> – <InstantText value={end} style={style} />
    </span>
  );
}
