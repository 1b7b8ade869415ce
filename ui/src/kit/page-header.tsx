// The head of a page: where one is, in a sentence what it is for, and what can be done.
import { LeftOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { Link } from "react-router";
import "./page-header.css";

export interface PageHeaderProps {
  title: ReactNode;
  /** One sentence, or the figures of the thing shown. */
  subtitle?: ReactNode;
  /** A StatusTag beside the title. */
  status?: ReactNode;
  actions?: ReactNode;
  /** Where this page hangs. */
  back?: { label: string; to: string };
}

export function PageHeader({ title, subtitle, status, actions, back }: PageHeaderProps) {
  return (
    <div className="pd-page-header">
      <div className="pd-page-header-text">
        {back && (
          <Link className="pd-page-back" to={back.to} data-testid="back">
            <LeftOutlined aria-hidden="true" /> {back.label}
          </Link>
        )}
        <div className="pd-page-title">
          <h1>{title}</h1>
          {status}
        </div>
        {subtitle && <p>{subtitle}</p>}
      </div>
      {actions && <div className="pd-page-actions">{actions}</div>}
    </div>
  );
}
