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

/** A start and an end. Either may be empty while the seller is choosing. */
export function PeriodField({
  value,
  onChange,
  id,
  testId,
  ...rest
}: PickerControl & { value: DraftPeriod; onChange: (period: DraftPeriod) => void }) {
  const { t } = useTranslation("kit");
  const made = useId();
  const startId = id ?? made;
  const [start, setStart] = useState<Reading | null>(null);
  const [end, setEnd] = useState<Reading | null>(null);
  return (
    <div className="pd-period-field" data-testid={testId}>
      <div className="pd-period-pair">
        <Picker
          {...rest}
          id={startId}
          value={value.start}
          placeholder={t("period.start")}
          onPick={(reading) => {
            setStart(reading);
            onChange({ ...value, start: reading?.instant ?? null });
          }}
        />
        <span aria-hidden="true">–</span>
        <label className="pd-visually-hidden" htmlFor={`${startId}-end`}>
          {t("period.end")}
        </label>
        <Picker
          {...rest}
          id={`${startId}-end`}
          value={value.end}
          placeholder={t("period.end")}
          onPick={(reading) => {
            setEnd(reading);
            onChange({ ...value, end: reading?.instant ?? null });
          }}
        />
      </div>
      <ZoneNote readings={[start, end].filter((reading) => reading !== null)} />
    </div>
  );
}

/** One moment. */
export function InstantField({
  value,
  onChange,
  testId,
  label,
  ...rest
}: PickerControl & {
  value: string | null;
  onChange: (instant: string | null) => void;
  /** Accessible name where no `Field` gives one. */
  label?: string;
}) {
  const [reading, setReading] = useState<Reading | null>(null);
  return (
    <div className="pd-period-field" data-testid={testId}>
      <Picker
        {...rest}
        {...(label ? { "aria-label": label } : {})}
        value={value}
        onPick={(picked) => {
          setReading(picked);
          onChange(picked?.instant ?? null);
        }}
      />
      <ZoneNote readings={reading ? [reading] : []} />
    </div>
  );
}

function Picker({
  value,
  onPick,
  status,
  ...rest
}: Omit<PickerControl, "testId"> & {
  value: string | null;
  onPick: (reading: Reading | null) => void;
  placeholder?: string;
  "aria-label"?: string;
}) {
  const { timeZone } = useShopTerms();
  return (
    <DatePicker
      {...rest}
      status={status ?? ""}
      showTime={{ format: "HH:mm" }}
      format="YYYY-MM-DD HH:mm"
      needConfirm={false}
      value={toPicker(value, timeZone)}
      onChange={(picked: Dayjs | null) => onPick(picked ? fromPicker(picked, timeZone) : null)}
    />
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
