// What a rule does to a command, as a tag.
import { useTranslation } from "react-i18next";
import type { Grade } from "../../bridge";
import { StatusTag, type Tone } from "../../kit/status-tag";

const tones: Record<Grade, Tone> = {
  block: "block",
  warn: "warn",
  info: "info",
  value: "neutral",
  capability: "neutral",
};

export function GradeTag({ grade, short = false }: { grade: Grade; short?: boolean }) {
  const { t } = useTranslation("rulebook");
  return (
    <StatusTag tone={tones[grade]} dot={!short}>
      {t(`grades.${grade}`)}
    </StatusTag>
  );
}
