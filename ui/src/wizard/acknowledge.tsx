// Warnings are answered: one box per rule that warned; the ids of the ticked rules go along with the save.
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { FindingView, RuleCount } from "../bridge";
import { countText } from "../kit/format";
import { sentences } from "../kit/sentences";
import { useShopTerms } from "../kit/shop-terms";
import "./acknowledge.css";

interface WarnedRule {
  rule: string;
  title: string;
  /** The first warning's sentences. */
  what: string;
  why: string;
  count: number;
}

/** The rules that warned, each once. */
export function warnedRules(findings: readonly FindingView[]): WarnedRule[] {
  const rules = new Map<string, WarnedRule>();
  for (const { rule, title, grade, what, why } of findings) {
    if (grade !== "warn") continue;
    const known = rules.get(rule);
    if (known) known.count += 1;
    else rules.set(rule, { rule, title, what, why, count: 1 });
  }
  return [...rules.values()];
}

export interface AcknowledgeWarningsProps {
  findings: readonly FindingView[];
  /** How often each rule warned, where `findings` holds only examples. */
  counts?: readonly RuleCount[];
  /** Ids of the rules that are acknowledged. */
  acknowledged: readonly string[];
  onChange: (rules: string[]) => void;
}

export function AcknowledgeWarnings(props: AcknowledgeWarningsProps) {
  const { findings, acknowledged, onChange } = props;
  const { t } = useTranslation("wizard");
  const { language } = useShopTerms();
  const rules = warnedRules(findings).map((one) => ({
    ...one,
    count: props.counts?.find(({ rule }) => rule === one.rule)?.findings ?? one.count,
  }));
  if (rules.length === 0) return null;
  return (
    <fieldset className="pd-acknowledge" data-testid="acknowledge">
      <legend>{t("acknowledge.title")}</legend>
      <p>{t("acknowledge.text")}</p>
      {rules.map(({ rule, title, what, why, count }) => (
        <Checkbox
          key={rule}
          checked={acknowledged.includes(rule)}
          data-testid={`acknowledge-${rule}`}
          onChange={({ target }) =>
            onChange(
              target.checked
                ? [...acknowledged, rule]
                : acknowledged.filter((other) => other !== rule),
            )
          }
        >
          <strong>
            {rule} {title}
          </strong>
          {count > 1 && (
            <> ({t("acknowledge.times", { count, shown: countText(count, language) })})</>
          )}
          <span className="pd-acknowledge-what">{sentences(what, why)}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
