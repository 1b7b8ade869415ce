// The findings of the draft being edited, for every field below.
import { createContext, type ReactNode, use, useMemo } from "react";
import type { CouponFinding, FindingView, Grade, RuleCount } from "../../bridge";

export interface FindingsOfDraft {
  findings: readonly FindingView[];
  /** Applies a repair the desk proposed. */
  onRepair?: (finding: FindingView) => void;
}

const FindingsContext = createContext<FindingsOfDraft>({ findings: [] });

export function FindingsProvider({
  findings,
  onRepair,
  children,
}: FindingsOfDraft & { children: ReactNode }) {
  const value = useMemo(
    () => (onRepair ? { findings, onRepair } : { findings }),
    [findings, onRepair],
  );
  return <FindingsContext value={value}>{children}</FindingsContext>;
}

export function useFindings(): FindingsOfDraft {
  return use(FindingsContext);
}

/** Whether a finding at `field` belongs to `path`: the path itself or anything below it. */
export function belongsTo(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`);
}

export function findingsAt(
  findings: readonly FindingView[],
  path: string | readonly string[],
): FindingView[] {
  const paths = typeof path === "string" ? [path] : path;
  return findings.filter(({ field }) => paths.some((one) => belongsTo(field, one)));
}

/** Whether the desk proposes a repair: edits of a price plan, or changes of a coupon. */
export function isRepairable(finding: FindingView | CouponFinding): boolean {
  return finding.repair.length > 0 || ("changes" in finding && finding.changes.length > 0);
}

const severity: Record<Grade, number> = { block: 0, warn: 1, info: 2, value: 3, capability: 4 };

/** Worst first, otherwise in the desk's order. */
export function worstFirst<T extends { grade: Grade }>(findings: readonly T[]): T[] {
  return [...findings].sort((one, other) => severity[one.grade] - severity[other.grade]);
}

/** How often each rule found something. For whole drafts the desk sends these counts itself. */
export function countByRule(findings: readonly FindingView[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const finding of findings) {
    const { rule, title, grade } = finding;
    const key = `${rule} ${grade}`;
    const count = counts.get(key) ?? { rule, title, grade, findings: 0, repairable: 0 };
    count.findings += 1;
    if (isRepairable(finding)) count.repairable += 1;
    counts.set(key, count);
  }
  return worstFirst([...counts.values()]);
}
