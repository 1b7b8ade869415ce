// The corridor of one price: what is legal, what pays, and where the price stands.
import { useTranslation } from "react-i18next";
import { moneyText } from "../format";
import { useShopTerms } from "../shop-terms";
import { lengthOf, scaleFor } from "./scale";
import "./chart.css";

export interface CorridorMark {
  key: string;
  label: string;
  /** Money; a mark without a value is left out. */
  value: string | null;
  tone?: "price" | "quiet";
}

export interface CorridorBarProps {
  /** What is drawn, for screen readers: "Corridor of the campaign price". */
  label: string;
  /** The legal stretch; null where a side has no limit. */
  from: string | null;
  to: string | null;
  /** From here on the wanted margin is kept. */
  paysFrom?: string | null;
  /** The price, the retail price, the lowest price: whatever is worth seeing. */
  marks: readonly CorridorMark[];
  testId?: string;
}

export function CorridorBar({ label, from, to, paysFrom, marks, testId }: CorridorBarProps) {
  const { t } = useTranslation("kit");
  const { language } = useShopTerms();
  const shown = marks.filter((mark) => mark.value !== null);
  const place = scaleFor([from, to, paysFrom, ...shown.map(({ value }) => value)]);
  const at = (value: string) => place(lengthOf(value));
  const money = (value: string | null) =>
    value ? moneyText(value, { language }) : t("chart.open");
  const left = from ? at(from) : 0;
  const right = to ? at(to) : 100;
  const paying = paysFrom ? Math.max(left, at(paysFrom)) : left;
  const spoken = [
    `${label}: ${t("chart.corridor", { from: money(from), to: money(to) })}`,
    ...shown.map((mark) => `${mark.label} ${money(mark.value)}`),
  ].join("; ");
  return (
    <figure className="pd-corridor" data-testid={testId}>
      <div className="pd-corridor-track" role="img" aria-label={spoken}>
        <span
          className="pd-corridor-legal"
          style={{ left: `${left}%`, width: `${Math.max(0, right - left)}%` }}
        />
        {paying < right && (
          <span
            className="pd-corridor-pays"
            style={{ left: `${paying}%`, width: `${right - paying}%` }}
          />
        )}
        {shown.map((mark) => (
          <span
            key={mark.key}
            className="pd-corridor-mark"
            data-tone={mark.tone ?? "quiet"}
            style={{ left: `${at(mark.value ?? "")}%` }}
          />
        ))}
      </div>
      <figcaption>
        <span>{t("chart.corridor", { from: money(from), to: money(to) })}</span>
        {shown.map((mark) => (
          <span key={mark.key} data-tone={mark.tone ?? "quiet"}>
            {mark.label} <b className="pd-number">{money(mark.value)}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
