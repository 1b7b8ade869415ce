// Lines with bars on the shop's clock: months above, where today is, what each bar means when pointed at.
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type DataTableProps, Pager } from "./data-table";
import { dayStart, type Month, monthsOn, placeIn, type Stretch } from "./months";
import { useShopTerms } from "./shop-terms";
import "./timeline.css";

/** How a bar looks: planned, in force, over, in the way of another. */
export type BarTone = "soft" | "strong" | "faint" | "clash";

export interface TimelineBar {
  key: string;
  tone: BarTone;
  period: Stretch;
  /** The bar in words, for pointing at it and for screen readers. */
  words: string;
  /** The second of two rows of bars in a line. */
  lower?: boolean;
}

export interface TimelineLine {
  key: string;
  name: ReactNode;
  /** Small print under the name. */
  note?: ReactNode;
  bars: readonly TimelineBar[];
}

export interface TimelineProps {
  label: string;
  lines: readonly TimelineLine[];
  /** The months that the period consists of. */
  months: readonly Month[];
  period: Stretch;
  now: string;
  legend: readonly { tone: BarTone; words: string }[];
  /** Where there are more lines than can be drawn at once. */
  paging?: DataTableProps<object>["paging"];
}

export function Timeline({ label, lines, months, period, now, legend, paging }: TimelineProps) {
  const { t } = useTranslation("kit");
  const today = placeIn(period, { start: now, end: period.end });
  const todayShown = today && Date.parse(now) >= Date.parse(period.start);
  return (
    <div className="pd-timeline">
      <div className="pd-timeline-head" aria-hidden="true">
        <MonthHeads months={months} period={period} />
      </div>
      <ul aria-label={label}>
        {lines.map((line) => (
          <li key={line.key}>
            <div className="pd-timeline-name">
              {line.name}
              {line.note && <small>{line.note}</small>}
            </div>
            <div className="pd-timeline-track">
              {line.bars.map(({ key, ...bar }) => (
                <Bar key={key} {...bar} whole={period} />
              ))}
              {todayShown && (
                <span className="pd-timeline-today" style={{ left: `${today.left}%` }} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {paging && <Pager {...paging} />}
      <p className="pd-timeline-legend" aria-hidden="true">
        {legend.map(({ tone, words }) => (
          <span key={tone}>
            <i data-tone={tone} /> {words}
          </span>
        ))}
        <span>
          <i data-tone="today" /> {t("timeline.today")}
        </span>
      </p>
    </div>
  );
}

function MonthHeads({ months, period }: { months: readonly Month[]; period: Stretch }) {
  const { language, timeZone } = useShopTerms();
  const words = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone });
  return months.map((month) => {
    const start = dayStart(month, 1, timeZone);
    const place = placeIn(period, { start, end: dayStart(monthsOn(month, 1), 1, timeZone) });
    return (
      <span key={start} style={{ left: `${place?.left ?? 0}%`, width: `${place?.width ?? 0}%` }}>
        {words.format(new Date(start))}
      </span>
    );
  });
}

function Bar({
  tone,
  period,
  words,
  lower = false,
  whole,
}: Omit<TimelineBar, "key"> & { whole: Stretch }) {
  const place = placeIn(whole, period);
  if (!place) return null;
  return (
    <Tooltip title={words}>
      <span
        className="pd-timeline-bar"
        data-tone={tone}
        data-lower={lower}
        role="img"
        aria-label={words}
        style={{ left: `${place.left}%`, width: `${place.width}%` }}
      />
    </Tooltip>
  );
}
