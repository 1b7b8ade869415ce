// Findings as the desk words them: what, why, what to do, where it is written, and the repair.
import { BookOutlined, ToolOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { FindingView } from "../../bridge";
import { isRepairable, worstFirst } from "./findings-context";
import { GradeIcon } from "./grade-icon";
import "./findings.css";

export interface FindingsSlotProps {
  findings: readonly FindingView[];
  /** Shows the repair button where the desk proposes a repair. */
  onRepair?: (finding: FindingView) => void;
  /** A repair under way. */
  repairing?: boolean;
  /** Beside a field: without the boxes. */
  compact?: boolean;
  testId?: string;
}

export function FindingsSlot(props: FindingsSlotProps) {
  const { findings, compact = false } = props;
  if (findings.length === 0) return null;
  return (
    <ul
      className="pd-findings"
      data-compact={compact}
      data-testid={props.testId ?? "findings"}
      aria-live="polite"
    >
      {worstFirst(findings).map((finding) => (
        <li key={`${finding.rule} ${finding.field} ${finding.what}`}>
          <FindingItem finding={finding} {...props} />
        </li>
      ))}
    </ul>
  );
}

function FindingItem({
  finding,
  onRepair,
  repairing = false,
}: FindingsSlotProps & { finding: FindingView }) {
  const { t } = useTranslation("kit");
  const { grade, what, why, action, rule } = finding;
  return (
    <article className="pd-finding" data-grade={grade} data-rule={rule} data-testid="finding">
      <GradeIcon grade={grade} />
      <div className="pd-finding-body">
        <p className="pd-finding-what">{what}</p>
        <p className="pd-finding-why">{why}</p>
        <p className="pd-finding-do">{action}</p>
        <FindingFigures finding={finding} />
        <div className="pd-finding-foot">
          {isRepairable(finding) && onRepair && (
            <Button
              size="small"
              icon={<ToolOutlined />}
              loading={repairing}
              onClick={() => onRepair(finding)}
              data-testid={`repair-${rule}`}
            >
              {t("findings.repair")}
            </Button>
          )}
          <SourceButton finding={finding} />
        </div>
      </div>
    </article>
  );
}

function FindingFigures({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("kit");
  const figures = (["value", "limit", "gap"] as const).flatMap((name) => {
    const figure = finding[name];
    return figure ? [{ name, figure }] : [];
  });
  if (figures.length === 0) return null;
  return (
    <dl className="pd-finding-figures">
      {figures.map(({ name, figure }) => (
        <div key={name}>
          <dt>{t(`findings.${name}`)}</dt>
          <dd className="pd-number">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the rule is written, and its page in the rule book. */
function SourceButton({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("kit");
  const { sources, rule, title } = finding;
  return (
    <Popover
      trigger="click"
      title={title}
      content={
        <div className="pd-finding-source">
          {sources.map((source) => (
            <div key={`${source.title} ${source.says}`}>
              <p>
                <strong>{source.title}</strong> ({t(`findings.trust.${source.trust}`)},{" "}
                {source.seen})
              </p>
              <blockquote>{source.says}</blockquote>
            </div>
          ))}
          <a href={`#/rulebook/${encodeURIComponent(rule)}`}>{t("findings.openRule", { rule })}</a>
        </div>
      }
    >
      <Button
        size="small"
        type="text"
        icon={<BookOutlined />}
        aria-label={t("findings.sourceOf", { rule })}
        data-testid={`source-${rule}`}
      >
        {rule}
      </Button>
    </Popover>
  );
}
