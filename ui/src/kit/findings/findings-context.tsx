// The findings of the draft being edited, for every field below.
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Finding, Grade } from "../../bridge";

export interface FindingsOfDraft {
  findings: readonly Finding[];
  /** Applies a repair the desk proposed. */
  onRepair?: (finding: Finding) => void;
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
  findings: readonly Finding[],
  path: string | readonly string[],
): Finding[] {
  const paths = typeof path === "string" ? [path] : path;
  return findings.filter(({ field }) => paths.some((one) => belongsTo(field, one)));
}

export const grades: readonly Grade[] = ["block", "warn", "info"];

/** Worst first, otherwise in the desk's order. */
export function worstFirst<T extends { grade: Grade }>(findings: readonly T[]): T[] {
  return [...findings].sort(
    (one, other) => grades.indexOf(one.grade) - grades.indexOf(other.grade),
  );
}

export interface RuleCount {
  rule: string;
  name: string;
  grade: Grade;
  count: number;
}

/** How often each rule found something. For big registrations the desk sends these counts itself. */
export function countByRule(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, name, grade } of findings) {
    const key = `${rule} ${grade}`;
    const count = counts.get(key);
    if (count) count.count += 1;
    else counts.set(key, { rule, name, grade, count: 1 });
  }
  return worstFirst([...counts.values()]);
}
