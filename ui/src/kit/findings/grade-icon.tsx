// A grade as a shape and a colour: refused, warning, note.
import { CloseCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Grade } from "../../bridge";

const icons = {
  block: CloseCircleFilled,
  warn: ExclamationCircleFilled,
  info: InfoCircleFilled,
  value: InfoCircleFilled,
  capability: InfoCircleFilled,
} as const;

export function GradeIcon({ grade }: { grade: Grade }) {
  const { t } = useTranslation("kit");
  const Icon = icons[grade];
  return (
    <span className="pd-grade-icon" data-grade={grade}>
      <Icon aria-hidden="true" />
      <span className="pd-visually-hidden">{t(`findings.grades.${grade}`)}</span>
    </span>
  );
}
