// Coupons of three months as bars on the shop's clock, and periods that must not overlap.
import { CalendarOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  type CouponCalendar,
  type CouponKind,
  type CouponLine,
  type CouponState,
  useDesk,
} from "../../bridge";
import { Card, Row, Stack } from "../../kit/card";
import { EmptyState } from "../../kit/empty-state";
import { countText, instantText } from "../../kit/format";
import { dayStart, type Month, monthAt, monthsOn } from "../../kit/months";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { FilterChips } from "../../kit/search-field";
import { useShopTerms } from "../../kit/shop-terms";
import { PageSkeleton, TableBones } from "../../kit/skeletons";
import { type BarTone, Timeline, type TimelineBar } from "../../kit/timeline";
import { InstantText } from "../../kit/values";
import { Overlaps } from "./overlaps";
import { Failed, kinds, pathOfLine } from "./parts";
import { pathToList } from "./use-sought";

const monthsShown = 3;
/** So many lines are drawn at once; more would hold the page up. */
const linesDrawn = 50;

export function CouponCalendarPage() {
  const desk = useDesk("desk_state", {});
  return desk.data ? <Months now={desk.data.now} /> : <PageSkeleton />;
}

function Months({ now }: { now: string }) {
  const { t } = useTranslation("coupons");
  const { timeZone } = useShopTerms();
  const present = monthAt(now, timeZone);
  const [first, setFirst] = useState<Month>(present);
  const [kind, setKind] = useState<CouponKind | null>(null);
  const months = Array.from({ length: monthsShown }, (_, step) => monthsOn(first, step));
  const period = {
    start: dayStart(first, 1, timeZone),
    end: dayStart(monthsOn(first, monthsShown), 1, timeZone),
  };
  const calendar = useDesk(
    "coupon_calendar",
    { period, kind, draft: null },
    { keepPrevious: true },
  );
  return (
    <div data-testid="coupon-calendar-page">
      <PageHeader
        back={{ label: t("title"), to: pathToList() }}
        title={t("calendar.title")}
        subtitle={t("calendar.text")}
        actions={
          <Row>
            <Button
              icon={<LeftOutlined />}
              aria-label={t("calendar.before")}
              onClick={() => setFirst(monthsOn(first, -1))}
              data-testid="calendar-before"
            />
            <Button onClick={() => setFirst(present)} data-testid="calendar-today">
              {t("calendar.today")}
            </Button>
            <Button
              icon={<RightOutlined />}
              aria-label={t("calendar.after")}
              onClick={() => setFirst(monthsOn(first, 1))}
              data-testid="calendar-after"
            />
          </Row>
        }
      />
      <Stack>
        <FilterChips<CouponKind>
          label={t("filters.kind")}
          allLabel={t("filters.allKinds")}
          chips={kinds.map((key) => ({ key, label: t(`kinds.${key}`) }))}
          active={kind}
          onPick={setKind}
        />
        {calendar.isError ? (
          <Failed error={calendar.error} />
        ) : calendar.data ? (
          <Shown calendar={calendar.data} months={months} period={period} now={now} />
        ) : (
          <TableBones rows={6} />
        )}
      </Stack>
    </div>
  );
}

function Shown({
  calendar,
  months,
  period,
  now,
}: {
  calendar: CouponCalendar;
  months: readonly Month[];
  period: { start: string; end: string };
  now: string;
}) {
  const { t } = useTranslation("coupons");
  const { language } = useShopTerms();
  const drawn = useBars(calendar);
  const { coupons, overlaps, total } = calendar;
  const [asked, setPage] = useState(0);
  // Other months or another type have other lines.
  const page = asked * linesDrawn < coupons.length ? asked : 0;
  const lines = coupons.slice(page * linesDrawn, (page + 1) * linesDrawn);
  return (
    <>
      <Overlaps overlaps={overlaps} coupons={coupons} />
      <FreeFrom calendar={calendar} />
      <Card flush>
        {coupons.length === 0 ? (
          <EmptyState
            small
            icon={<CalendarOutlined />}
            title={t("calendar.empty")}
            text={t("calendar.emptyText")}
            testId="calendar-empty"
          />
        ) : (
          <Timeline
            label={t("calendar.title")}
            lines={lines.map((coupon) => ({
              key: coupon.id,
              name: (
                <Link to={pathOfLine(coupon)} title={coupon.name}>
                  {coupon.name || t("unnamed")}
                </Link>
              ),
              note: t(`kinds.${coupon.kind}`),
              bars: drawn(coupon),
            }))}
            months={months}
            period={period}
            now={now}
            {...(coupons.length > linesDrawn
              ? {
                  paging: { total: coupons.length, page, pageSize: linesDrawn, onPage: setPage },
                }
              : {})}
            legend={[
              { tone: "soft", words: t("states.upcoming") },
              { tone: "strong", words: t("states.ongoing") },
              { tone: "faint", words: t("calendar.over") },
              { tone: "clash", words: t("calendar.overlap") },
            ]}
          />
        )}
      </Card>
      {total > coupons.length && (
        <p className="pd-coupon-quiet" data-testid="calendar-more">
          {t("calendar.more", {
            shown: countText(coupons.length, language),
            total: countText(total, language),
          })}
        </p>
      )}
    </>
  );
}

/** When the next one of a type that comes alone could begin. */
function FreeFrom({ calendar }: { calendar: CouponCalendar }) {
  const { t } = useTranslation("coupons");
  const { new_customer_free_from, review_free_from } = calendar;
  if (new_customer_free_from === null && review_free_from === null) return null;
  return (
    <Notice tone="info" title={t("calendar.free")} testId="calendar-free">
      <div>
        {new_customer_free_from !== null && (
          <p>
            {t("calendar.newCustomerFrom")} <InstantText value={new_customer_free_from} />
          </p>
        )}
        {review_free_from !== null && (
          <p>
            {t("calendar.reviewFrom")} <InstantText value={review_free_from} />
          </p>
        )}
      </div>
    </Notice>
  );
}

const tones: Record<CouponState, BarTone> = {
  draft: "soft",
  upcoming: "soft",
  ongoing: "strong",
  ended: "faint",
  deactivated: "faint",
};

function useBars({ overlaps }: CouponCalendar): (coupon: CouponLine) => TimelineBar[] {
  const { t } = useTranslation("coupons");
  const { language, timeZone } = useShopTerms();
  const shown = (instant: string) => instantText(instant, timeZone, language);
  return ({ id, state, period }) => {
    const own = overlaps.filter(({ first, second }) => first === id || second === id);
    const bars: TimelineBar[] = own.map((overlap) => ({
      key: `${overlap.rule} ${overlap.first} ${overlap.second}`,
      tone: "clash",
      lower: true,
      period: overlap.period,
      words: overlap.words,
    }));
    if (period === null) return bars;
    const words = t("calendar.span", {
      state: t(`states.${state}`),
      from: shown(period.start),
      to: shown(period.end),
    });
    return [{ key: "period", tone: tones[state], period, words }, ...bars];
  };
}
