// Findings as the desk words them: what, why, what to do, where it is written, and the repair.
import { BookOutlined, ToolOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../bridge";
import { worstFirst } from "./findings-context";
import { GradeIcon } from "./grade-icon";
import "./findings.css";

export interface FindingsSlotProps {
  findings: readonly Finding[];
  /** Shows the repair button where the desk proposes a repair. */
  onRepair?: (finding: Finding) => void;
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
}: FindingsSlotProps & { finding: Finding }) {
  const { grade, what, why, action, repair, rule } = finding;
  return (
    <article className="pd-finding" data-grade={grade} data-rule={rule} data-testid="finding">
      <GradeIcon grade={grade} />
      <div className="pd-finding-body">
        <p className="pd-finding-what">{what}</p>
        <p className="pd-finding-why">{why}</p>
        <p className="pd-finding-do">{action}</p>
        <FindingFigures finding={finding} />
        <div className="pd-finding-foot">
          {repair && onRepair && (
            <Button
              size="small"
              icon={<ToolOutlined />}
              loading={repairing}
              onClick={() => onRepair(finding)}
              data-testid={`repair-${rule}`}
            >
              {repair.label}
            </Button>
          )}
          <SourceButton finding={finding} />
        </div>
      </div>
    </article>
  );
}

function FindingFigures({ finding }: { finding: Finding }) {
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

/** Where the rule is written, and its id in the rule book. */
function SourceButton({ finding }: { finding: Finding }) {
  const { t } = useTranslation("kit");
  const { source, rule, name } = finding;
  return (
    <Popover
      trigger="click"
      title={name}
      content={
        <div className="pd-finding-source">
          <p>
            <strong>{source.title}</strong>
          </p>
          {source.says && <blockquote>{source.says}</blockquote>}
          {source.url && <p className="pd-finding-url">{source.url}</p>}
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
