// Warnings that have to be answered: the findings, and one box per rule that says they were read.
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { FindingView } from "../../bridge";
import { FindingsSlot } from "./findings-slot";

/** More findings than this are counted, not drawn. */
const drawn = 40;

export interface AcknowledgementsProps {
  findings: readonly FindingView[];
  /** Ids of rules */
  acknowledged: readonly string[];
  onChange: (acknowledged: string[]) => void;
  onRepair?: (finding: FindingView) => void;
}

/** The rules whose warnings are not answered yet, and those that refuse whatever is answered. */
export function unanswered(
  findings: readonly FindingView[],
  acknowledged: readonly string[],
): string[] {
  const rules = findings
    .filter(
      ({ grade, rule }) => grade === "block" || (grade === "warn" && !acknowledged.includes(rule)),
    )
    .map(({ rule }) => rule);
  return [...new Set(rules)];
}

export function Acknowledgements(props: AcknowledgementsProps) {
  const { findings, acknowledged, onChange, onRepair } = props;
  const { t } = useTranslation("kit");
  const warned = new Map(
    findings.filter(({ grade }) => grade === "warn").map(({ rule, title }) => [rule, title]),
  );
  const more = findings.length - drawn;
  return (
    <div className="pd-acknowledgements">
      <FindingsSlot findings={findings.slice(0, drawn)} {...(onRepair ? { onRepair } : {})} />
      {more > 0 && <p className="pd-finding-why">{t("findings.more", { count: more })}</p>}
      {[...warned].map(([rule, title]) => (
        <Checkbox
          key={rule}
          checked={acknowledged.includes(rule)}
          onChange={(event) =>
            onChange(
              event.target.checked
                ? [...acknowledged, rule]
                : acknowledged.filter((one) => one !== rule),
            )
          }
          data-testid={`acknowledge-${rule}`}
        >
          {t("findings.acknowledge", { rule, title })}
        </Checkbox>
      ))}
    </div>
  );
}
