// Instants and periods, chosen on the shop's wall clock and kept in UTC.
import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ControlProps } from "./field";
import { zoneText } from "./format";
import { useShopTerms } from "./shop-terms";
import { instantFor, type Reading, wallClockAt } from "./wall-clock";
import "./period-field.css";

export interface DraftPeriod {
  /** ISO 8601, UTC */
  start: string | null;
  end: string | null;
}

type PickerControl = Partial<ControlProps> & { disabled?: boolean; testId?: string };

/** The picker only draws; what it shows is the wall clock, whatever zone the computer is in. */
function toPicker(instant: string | null, timeZone: string): Dayjs | null {
  if (!instant) return null;
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return null;
  const wall = wallClockAt(time, timeZone);
  return dayjs(new Date(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second));
}

function fromPicker(picked: Dayjs, timeZone: string): Reading {
  const wall = {
    year: picked.year(),
    month: picked.month() + 1,
    day: picked.date(),
    hour: picked.hour(),
    minute: picked.minute(),
    second: picked.second(),
  };
  return instantFor(wall, timeZone);
}

const timeFormat = { format: "HH:mm", needConfirm: false } as const;

/** A start and an end. Either may be empty while the seller is choosing. */
export function PeriodField({
  value,
  onChange,
  id,
  status,
  testId,
  ...rest
}: PickerControl & { value: DraftPeriod; onChange: (period: DraftPeriod) => void }) {
  const { t } = useTranslation("kit");
  const made = useId();
  const { timeZone } = useShopTerms();
  const [readings, setReadings] = useState<Reading[]>([]);
  const pick = (picked: [Dayjs | null, Dayjs | null] | null) => {
    const read = (one: Dayjs | null | undefined) => (one ? fromPicker(one, timeZone) : null);
    const start = read(picked?.[0]);
    const end = read(picked?.[1]);
    setReadings([start, end].filter((reading) => reading !== null));
    onChange({ start: start?.instant ?? null, end: end?.instant ?? null });
  };
  return (
    <div className="pd-period-field" data-testid={testId}>
      <label className="pd-visually-hidden" htmlFor={`${id ?? made}-end`}>
        {t("period.end")}
      </label>
      <DatePicker.RangePicker
        {...rest}
        id={{ start: id ?? made, end: `${id ?? made}-end` }}
        status={status ?? ""}
        showTime={timeFormat}
        format="YYYY-MM-DD HH:mm"
        allowEmpty={[true, true]}
        order={false}
        needConfirm={false}
        value={[toPicker(value.start, timeZone), toPicker(value.end, timeZone)]}
        onChange={pick}
        placeholder={[t("period.start"), t("period.end")]}
      />
      <ZoneNote readings={readings} />
    </div>
  );
}

/** One moment. */
export function InstantField({
  value,
  onChange,
  status,
  testId,
  label,
  ...rest
}: PickerControl & {
  value: string | null;
  onChange: (instant: string | null) => void;
  label?: string;
}) {
  const { timeZone } = useShopTerms();
  const [reading, setReading] = useState<Reading | null>(null);
  return (
    <div className="pd-period-field" data-testid={testId}>
      <DatePicker
        {...rest}
        {...(label ? { "aria-label": label } : {})}
        status={status ?? ""}
        showTime={timeFormat}
        format="YYYY-MM-DD HH:mm"
        needConfirm={false}
        value={toPicker(value, timeZone)}
        onChange={(picked: Dayjs | null) => {
          const read = picked ? fromPicker(picked, timeZone) : null;
          setReading(read);
          onChange(read?.instant ?? null);
        }}
      />
      <ZoneNote readings={reading ? [reading] : []} />
    </div>
  );
}

/** Says whose clock this is, and when the clocks change under the chosen time. */
function ZoneNote({ readings }: { readings: readonly Reading[] }) {
  const { t } = useTranslation("kit");
  const { timeZone, language } = useShopTerms();
  const first = readings[0];
  const zone = zoneText(timeZone, language, first ? new Date(first.instant) : undefined);
  const odd = readings.find((reading) => reading.kind !== "exact")?.kind;
  return (
    <p className="pd-zone-note" data-odd={odd !== undefined}>
      {odd === "gap" || odd === "twice" ? t(`period.${odd}`) : t("period.zone", { zone })}
    </p>
  );
}
