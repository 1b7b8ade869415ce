// How many of what: one chip per rule, usable as a filter.
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RuleCount } from "../../bridge";
import { countText } from "../format";
import { useShopTerms } from "../shop-terms";
import { worstFirst } from "./findings-context";
import { GradeIcon } from "./grade-icon";
import "./findings.css";

export interface FindingsSummaryProps {
  counts: readonly RuleCount[];
  /** The rule the list beside is filtered by. */
  active?: string | null;
  /** Called with null to show everything again. Without it the chips are no buttons. */
  onPick?: (rule: string | null) => void;
  /** What to say when there is nothing. */
  clean?: string;
  /** Keeps the chips to two lines; a button brings the others. */
  brief?: boolean;
  testId?: string;
}

export function FindingsSummary({
  counts,
  active,
  onPick,
  clean,
  brief = false,
  testId,
}: FindingsSummaryProps) {
  const { t } = useTranslation("kit");
  const [whole, setWhole] = useState(false);
  const { list, overflows } = useOverflow(counts);
  if (counts.length === 0) {
    return (
      <p className="pd-findings-clean" data-testid={testId ?? "findings-summary"}>
        {clean ?? t("findings.clean")}
      </p>
    );
  }
  const chips = (
    <ul
      ref={list}
      className="pd-chips"
      data-brief={brief && !whole}
      aria-label={t("findings.byRule")}
      data-testid={testId ?? "findings-summary"}
    >
      {worstFirst(counts).map((count) => (
        <li key={`${count.rule} ${count.grade}`}>
          <RuleChip
            count={count}
            pressed={active === count.rule}
            {...(onPick ? { onPick: () => onPick(active === count.rule ? null : count.rule) } : {})}
          />
        </li>
      ))}
    </ul>
  );
  if (!brief) return chips;
  return (
    <div className="pd-chips-brief">
      {chips}
      {(overflows || whole) && (
        <Button
          type="link"
          size="small"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          data-testid="all-rules"
        >
          {whole ? t("findings.fewerRules") : t("findings.allRules", { count: counts.length })}
        </Button>
      )}
    </div>
  );
}

/** Whether the list holds more than its height shows; its width and its entries change that. */
function useOverflow(counts: readonly RuleCount[]) {
  const list = useRef<HTMLUListElement>(null);
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other entries take other room
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setOverflows(element.scrollHeight > element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Tab also reaches the chips below; once it is past, the first are in view again.
    const passed = () => element.scrollTo?.(0, 0);
    element.addEventListener("focusout", passed);
    return () => {
      observer.disconnect();
      element.removeEventListener("focusout", passed);
    };
  }, [counts]);
  return { list, overflows };
}

function RuleChip({
  count,
  pressed,
  onPick,
}: {
  count: RuleCount;
  pressed: boolean;
  onPick?: () => void;
}) {
  const { language } = useShopTerms();
  const inside = (
    <>
      <GradeIcon grade={count.grade} />
      <span className="pd-chip-rule">{count.rule}</span>
      <span className="pd-chip-name">{count.title}</span>
      <span className="pd-chip-count pd-number">{countText(count.findings, language)}</span>
    </>
  );
  if (!onPick) return <span className="pd-chip">{inside}</span>;
  return (
    <button
      type="button"
      className="pd-chip"
      aria-pressed={pressed}
      onClick={onPick}
      data-testid={`filter-${count.rule}`}
    >
      {inside}
    </button>
  );
}
