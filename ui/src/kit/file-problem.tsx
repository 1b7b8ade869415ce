// A file that cannot be read: which, where in it, and what to do.
import { useTranslation } from "react-i18next";
import type { DeskError } from "../bridge";
import { Notice } from "./notice";
import { problemText } from "./toast";
import "./file-pick.css";

export interface FileProblemProps {
  problem: DeskError;
  /** For a problem that names no file. */
  title: string;
  testId: string;
}

export function FileProblem({ problem, title, testId }: FileProblemProps) {
  const { t } = useTranslation("kit");
  const { error } = problem;
  const place = error.kind === "file" ? [error.file, error.place].filter(Boolean).join(" · ") : "";
  return (
    <Notice tone="block" title={place || title} testId={testId}>
      <div className="pd-file-problem">{problemText(problem, t("toast.bug"))}</div>
    </Notice>
  );
}
