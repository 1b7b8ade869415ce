// One line per campaign: when it can be registered, when it runs.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CalendarBar } from "../../bridge";
import { instantText } from "../../kit/format";
import type { Month, Stretch } from "../../kit/months";
import { pathToDated } from "../../kit/places";
import { useShopTerms } from "../../kit/shop-terms";
import { Timeline, type TimelineBar } from "../../kit/timeline";
import { CountText } from "../../kit/values";

export interface CampaignTimelineProps {
  bars: readonly CalendarBar[];
  months: readonly Month[];
  period: Stretch;
  now: string;
}

/** Campaigns of different kinds may bear the same id. */
const keyOf = ({ campaign: { kind, campaign_id } }: CalendarBar) => `${kind} ${campaign_id}`;

/** The bars of each campaign, campaigns in the desk's order. */
function lines(bars: readonly CalendarBar[]): [CalendarBar, CalendarBar[]][] {
  const byCampaign = new Map<string, [CalendarBar, CalendarBar[]]>();
  for (const bar of bars) {
    const line = byCampaign.get(keyOf(bar));
    if (line) line[1].push(bar);
    else byCampaign.set(keyOf(bar), [bar, [bar]]);
  }
  return [...byCampaign.values()];
}

export function CampaignTimeline({ bars, ...rest }: CampaignTimelineProps) {
  const { t } = useTranslation("calendar");
  const drawn = useBar();
  return (
    <Timeline
      {...rest}
      label={t("title")}
      lines={lines(bars).map(([first, own]) => ({
        key: keyOf(first),
        name: (
          <Link to={pathToDated(first.campaign)} title={first.name}>
            {first.name}
          </Link>
        ),
        note: (
          <>
            {first.campaign.kind !== "platform" && <>{t(`of.${first.campaign.kind}`)} · </>}
            <CountText value={Math.max(...own.map(({ products }) => products))} /> {t("products")}
          </>
        ),
        bars: own.map(drawn),
      }))}
      legend={[
        { tone: "soft", words: t("kinds.registration") },
        { tone: "strong", words: t("kinds.running") },
      ]}
    />
  );
}

function useBar(): (bar: CalendarBar) => TimelineBar {
  const { t } = useTranslation("calendar");
  const { language, timeZone } = useShopTerms();
  const shown = (instant: string) => instantText(instant, timeZone, language);
  return ({ kind, period }) => {
    const runs = kind !== "registration";
    return {
      key: `${kind} ${period.start}`,
      tone: runs ? "strong" : "soft",
      lower: runs,
      period,
      words: t(`spans.${runs ? "running" : "registration"}`, {
        from: shown(period.start),
        to: shown(period.end),
      }),
    };
  };
}
