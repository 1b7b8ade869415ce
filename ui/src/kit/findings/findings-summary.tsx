// How many of what: one chip per rule, usable as a filter.
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
  testId?: string;
}

export function FindingsSummary({ counts, active, onPick, clean, testId }: FindingsSummaryProps) {
  const { t } = useTranslation("kit");
  if (counts.length === 0) {
    return (
      <p className="pd-findings-clean" data-testid={testId ?? "findings-summary"}>
        {clean ?? t("findings.clean")}
      </p>
    );
  }
  return (
    <ul
      className="pd-chips"
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
