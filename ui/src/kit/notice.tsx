// A sentence that stays on the page: what is wrong or worth knowing, and what can be done about it.
import {
  CheckCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  InfoCircleFilled,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import "./notice.css";

const icons = {
  info: InfoCircleFilled,
  good: CheckCircleFilled,
  warn: ExclamationCircleFilled,
  block: CloseCircleFilled,
} as const;

export interface NoticeProps {
  tone: keyof typeof icons;
  title: ReactNode;
  children?: ReactNode;
  /** A button. */
  action?: ReactNode;
  testId?: string;
}

export function Notice({ tone, title, children, action, testId }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      className="pd-notice"
      data-tone={tone}
      role={tone === "block" ? "alert" : "status"}
      data-testid={testId}
    >
      <Icon className="pd-notice-icon" aria-hidden="true" />
      <div className="pd-notice-body">
        <strong>{title}</strong>
        {children && <div>{children}</div>}
      </div>
      {action && <div className="pd-notice-action">{action}</div>}
    </div>
  );
}
