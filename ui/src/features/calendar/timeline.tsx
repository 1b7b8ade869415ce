// One line per campaign: when it can be registered, when it runs, where today is.
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CalendarBar } from "../../bridge";
import { instantText } from "../../kit/format";
import { pathToCampaign } from "../../kit/places";
import { useShopTerms } from "../../kit/shop-terms";
import { CountText } from "../../kit/values";
import { dayStart, type Month, monthsOn, placeIn, type Stretch } from "./months";

export interface TimelineProps {
  bars: readonly CalendarBar[];
  months: readonly Month[];
  period: Stretch;
  now: string;
}

/** The bars of each campaign, campaigns in the desk's order. */
function lines(bars: readonly CalendarBar[]): [CalendarBar, CalendarBar[]][] {
  const byCampaign = new Map<string, [CalendarBar, CalendarBar[]]>();
  for (const bar of bars) {
    const line = byCampaign.get(bar.campaign_id);
    if (line) line[1].push(bar);
    else byCampaign.set(bar.campaign_id, [bar, [bar]]);
  }
  return [...byCampaign.values()];
}

export function Timeline({ bars, months, period, now }: TimelineProps) {
  const { t } = useTranslation("calendar");
  const today = placeIn(period, { start: now, end: period.end });
  const todayShown = today && Date.parse(now) >= Date.parse(period.start);
  return (
    <div className="pd-timeline">
      <div className="pd-timeline-head" aria-hidden="true">
        <MonthHeads months={months} period={period} />
      </div>
      <ul aria-label={t("title")}>
        {lines(bars).map(([first, own]) => (
          <li key={first.campaign_id}>
            <div className="pd-timeline-name">
              <Link to={pathToCampaign(first.campaign_id)} title={first.name}>
                {first.name}
              </Link>
              <small>
                <CountText value={Math.max(...own.map(({ products }) => products))} />{" "}
                {t("products")}
              </small>
            </div>
            <div className="pd-timeline-track">
              {own.map((bar) => (
                <Bar key={`${bar.kind} ${bar.period.start}`} bar={bar} period={period} />
              ))}
              {todayShown && (
                <span className="pd-timeline-today" style={{ left: `${today.left}%` }} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="pd-timeline-legend" aria-hidden="true">
        <span data-kind="registration" /> {t("kinds.registration")}
        <span data-kind="running" /> {t("kinds.running")}
        <span data-kind="today" /> {t("today")}
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

function Bar({ bar, period }: { bar: CalendarBar; period: Stretch }) {
  const { t } = useTranslation("calendar");
  const { language, timeZone } = useShopTerms();
  const place = placeIn(period, bar.period);
  if (!place) return null;
  const shown = (instant: string) => instantText(instant, timeZone, language);
  const kind = bar.kind === "registration" ? "registration" : "running";
  const words = t(`spans.${kind}`, { from: shown(bar.period.start), to: shown(bar.period.end) });
  return (
    <Tooltip title={words}>
      <span
        className="pd-timeline-bar"
        data-kind={kind}
        role="img"
        aria-label={words}
        style={{ left: `${place.left}%`, width: `${place.width}%` }}
      />
    </Tooltip>
  );
}
