// A search box that waits for a pause before it searches, and chips that filter.
import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { countText } from "./format";
import { useShopTerms } from "./shop-terms";

/** The value, once it has stayed the same for `ms` milliseconds. */
export function useSettled<T>(value: T, ms = 250): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

export interface SearchFieldProps {
  value: string;
  onSearch: (text: string) => void;
  label: string;
  width?: number;
  testId?: string;
}

export function SearchField({ value, onSearch, label, width = 260, testId }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const settled = useSettled(text);
  const asked = useRef(value);
  const search = useEffectEvent((wanted: string) => {
    if (wanted === value) return;
    asked.current = wanted;
    onSearch(wanted);
  });
  useEffect(() => search(settled), [settled]);
  // What comes back of one's own search must not undo what was typed meanwhile.
  useEffect(() => {
    if (value !== asked.current) setText(value);
    asked.current = value;
  }, [value]);
  return (
    <Input
      type="search"
      allowClear
      prefix={<SearchOutlined aria-hidden="true" />}
      value={text}
      onChange={(event) => setText(event.target.value)}
      aria-label={label}
      placeholder={label}
      style={{ width }}
      data-testid={testId}
    />
  );
}

export interface FilterChip<T extends string> {
  key: T;
  label: ReactNode;
  count?: number;
}

/** One of several filters, or none. */
export function FilterChips<T extends string>({
  label,
  chips,
  active,
  onPick,
  allLabel,
  allCount,
}: {
  /** Name of the group for screen readers. */
  label: string;
  chips: readonly FilterChip<T>[];
  active: T | null;
  onPick: (key: T | null) => void;
  allLabel?: string;
  /** How many there are without a filter. */
  allCount?: number;
}) {
  const { t } = useTranslation("kit");
  return (
    <fieldset className="pd-filter">
      <legend className="pd-visually-hidden">{label}</legend>
      <button
        type="button"
        className="pd-chip"
        aria-pressed={active === null}
        onClick={() => onPick(null)}
        data-testid="filter-all"
      >
        {allLabel ?? t("filter.all")}
        <Count value={allCount} />
      </button>
      {chips.map(({ key, label: text, count }) => (
        <button
          key={key}
          type="button"
          className="pd-chip"
          aria-pressed={active === key}
          onClick={() => onPick(active === key ? null : key)}
          data-testid={`filter-${key}`}
        >
          {text}
          <Count value={count} />
        </button>
      ))}
    </fieldset>
  );
}

function Count({ value }: { value: number | undefined }) {
  const { language } = useShopTerms();
  if (value === undefined) return null;
  return <span className="pd-chip-count pd-number">{countText(value, language)}</span>;
}
