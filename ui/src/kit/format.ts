// Amounts, percentages and instants as the seller reads them. Decimals stay text: Intl formats the
// digits as they are, so nothing is rounded on the way to the screen.

const decimalPattern = /^-?\d+(\.\d+)?$/;

/** Whether a text is a plain decimal as the desk writes it. */
export function isDecimal(text: string): text is Intl.StringNumericLiteral {
  return decimalPattern.test(text);
}

function decimalsOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, options);
    formats.set(key, format);
  }
  return format;
}

/** Decimal places a currency is shown with. */
export function currencyDecimals(currency: string): number {
  return (
    numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount as the desk writes it: "19.99 USD". */
export interface Amount {
  /** Plain digits */
  digits: string;
  /** ISO 4217 */
  currency: string;
}

const moneyPattern = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** "19.99 USD" in its two parts; undefined for anything else. */
export function amountOf(money: string): Amount | undefined {
  const [, digits, currency] = moneyPattern.exec(money) ?? [];
  return digits === undefined || currency === undefined ? undefined : { digits, currency };
}

export interface MoneyFormat {
  language: string;
  /** Show + as well as −. */
  signed?: boolean;
}

/** "1234.5 USD" is "$1,234.50"; more decimals than usual are all shown; what is no money is shown as it is. */
export function moneyText(value: string, { language, signed }: MoneyFormat): string {
  const amount = amountOf(value);
  if (!amount || !isDecimal(amount.digits)) return value;
  const { digits, currency } = amount;
  const usual = currencyDecimals(currency);
  return numberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: usual,
    maximumFractionDigits: Math.max(usual, decimalsOf(digits)),
    ...(signed ? { signDisplay: "exceptZero" as const } : {}),
  }).format(digits as Intl.StringNumericLiteral);
}

/** "3.5" is "3.5%". */
export function percentText(value: string, language: string): string {
  if (!isDecimal(value)) return value;
  return numberFormat(language, {
    style: "unit",
    unit: "percent",
    unitDisplay: "narrow",
    maximumFractionDigits: Math.max(2, decimalsOf(value)),
  }).format(value);
}

export function countText(value: number, language: string): string {
  return numberFormat(language, {}).format(value);
}

/** "48.2 MB". */
export function byteText(bytes: number, language: string): string {
  const steps = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(
    steps.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)),
  );
  return numberFormat(language, {
    style: "unit",
    unit: steps[step] ?? "byte",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

/** The sign a money field carries before the number. */
export function currencySymbol(currency: string, language: string): string {
  const parts = numberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

export type InstantStyle = "date" | "minute" | "second" | "full";

const instantStyles: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  date: { year: "numeric", month: "short", day: "numeric" },
  minute: { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
  second: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  },
  full: {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "long",
  },
};

/** An ISO 8601 instant on the clock of a time zone; what is no instant is shown as it is. */
export function instantText(
  value: string,
  timeZone: string,
  language: string,
  style: InstantStyle = "minute",
): string {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) return value;
  return new Intl.DateTimeFormat(language, {
    ...instantStyles[style],
    timeZone,
    hourCycle: "h23",
  }).format(instant);
}

/** Two days with their common year once: "Nov 18 – 23, 2026", "2026年11月18日 – 11月23日". */
export function daysText(start: string, end: string, timeZone: string, language: string): string {
  const [from, to] = [new Date(start), new Date(end)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || to < from) {
    return [start, end].map((at) => instantText(at, timeZone, language, "date")).join(" – ");
  }
  const days = new Intl.DateTimeFormat(language, { ...instantStyles.date, timeZone });
  // Where the year comes first the system's own ranges are written in figures alone.
  if (days.formatToParts(from)[0]?.type !== "year") return days.formatRange(from, to);
  const yearOf = (at: Date) => days.formatToParts(at)[0]?.value;
  const { year: _year, ...withoutYear } = instantStyles.date;
  const last =
    yearOf(from) === yearOf(to)
      ? new Intl.DateTimeFormat(language, { ...withoutYear, timeZone })
      : days;
  return `${days.format(from)} – ${last.format(to)}`;
}

/** "America/Los_Angeles" as "Los Angeles, GMT-8" at an instant. */
export function zoneText(timeZone: string, language: string, at: Date = new Date()): string {
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  const parts = new Intl.DateTimeFormat(language, {
    timeZone,
    timeZoneName: "shortOffset",
  }).formatToParts(at);
  const offset = parts.find((part) => part.type === "timeZoneName")?.value;
  return offset ? `${city}, ${offset}` : city;
}
