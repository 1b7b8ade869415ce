// Amounts and percentages as text from the key to the wire: never a floating-point number, never rounded here.
import { InputNumber } from "antd";
import type { ControlProps } from "./field";
import { amountOf, currencyDecimals, currencySymbol } from "./format";
import { useShopTerms } from "./shop-terms";

interface DecimalFieldProps extends Partial<ControlProps> {
  /** A decimal string; null for empty. */
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  /** Accessible name where no `Field` gives one. */
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  width?: number | string;
  testId?: string;
  autoFocus?: boolean;
}

/** A decimal without a sign of its own, such as a score. */
export function DecimalField({
  value,
  onChange,
  label,
  testId,
  width = 160,
  status,
  prefix,
  suffix,
  placeholder,
  decimals = 0,
  ...rest
}: DecimalFieldProps & { prefix?: string; suffix?: string; decimals?: number }) {
  return (
    <InputNumber<string>
      stringMode
      controls={false}
      keyboard={false}
      changeOnWheel={false}
      className="pd-decimal"
      style={{ width }}
      value={value}
      onChange={(typed) => onChange(typed === null || typed === "" ? null : plainDecimal(typed))}
      formatter={(text, { userTyping, input }) =>
        userTyping ? input : padDecimals(text, decimals)
      }
      prefix={prefix}
      suffix={suffix}
      status={status ?? ""}
      placeholder={placeholder ?? ""}
      data-testid={testId}
      {...(label ? { "aria-label": label } : {})}
      {...rest}
    />
  );
}

/** The component may hand over tiny numbers in scientific notation; the wire wants plain digits. */
function plainDecimal(typed: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/i.exec(typed);
  if (!match) return typed;
  const [, sign = "", first = "", more = "", exponent = "0"] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${more}`;
}

/** The component drops closing zeros, and amounts are read with them: 21.5 is shown as 21.50. */
function padDecimals(text: string | undefined, decimals: number): string {
  if (!text || decimals === 0) return text ?? "";
  const [whole = "", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(decimals, "0")}`;
}

/** Money as the desk writes it, "19.99 USD", typed without the currency. */
export function MoneyField({
  currency,
  value,
  onChange,
  ...rest
}: DecimalFieldProps & { currency?: string }) {
  const terms = useShopTerms();
  const code = currency ?? terms.currency;
  return (
    <DecimalField
      {...rest}
      value={value === null ? null : (amountOf(value)?.digits ?? value)}
      onChange={(digits) => onChange(digits === null ? null : `${digits} ${code}`)}
      prefix={currencySymbol(code, terms.language)}
      decimals={currencyDecimals(code)}
    />
  );
}

/** "3.5" for 3.5 %. */
export function PercentField(props: DecimalFieldProps) {
  return <DecimalField width={120} {...props} suffix="%" />;
}

/** A whole number, such as a quantity or days. */
export function CountField({
  value,
  onChange,
  label,
  testId,
  width = 120,
  status,
  suffix,
  ...rest
}: Omit<DecimalFieldProps, "value" | "onChange" | "placeholder"> & {
  value: number | null;
  onChange: (value: number | null) => void;
  suffix?: string;
}) {
  return (
    <InputNumber<number>
      precision={0}
      controls={false}
      changeOnWheel={false}
      className="pd-decimal"
      style={{ width }}
      value={value}
      onChange={onChange}
      suffix={suffix}
      status={status ?? ""}
      data-testid={testId}
      {...(label ? { "aria-label": label } : {})}
      {...rest}
    />
  );
}
