// Nothing to show here yet: says so, and what to do next.
import { Button } from "antd";
import type { ReactNode } from "react";
import "./empty-state.css";

export interface NextStep {
  label: string;
  run: () => void;
  testId?: string;
}

export interface EmptyStateProps {
  title: string;
  /** What to do next, in a sentence. */
  text?: ReactNode;
  icon?: ReactNode;
  action?: NextStep;
  secondAction?: NextStep;
  /** Inside a table or card instead of a page. */
  small?: boolean;
  /** The whole page: its heading is then the page's. */
  page?: boolean;
  testId?: string;
}

export function EmptyState(props: EmptyStateProps) {
  const { title, text, icon, action, secondAction, small = false, page = false } = props;
  const Heading = page ? "h1" : small ? "h3" : "h2";
  return (
    <section className="pd-empty" data-small={small} data-testid={props.testId ?? "empty-state"}>
      {icon && (
        <div className="pd-empty-icon" aria-hidden="true">
          {icon}
        </div>
      )}
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {(action || secondAction) && (
        <div className="pd-empty-actions">
          {action && (
            <Button type="primary" onClick={action.run} data-testid={action.testId}>
              {action.label}
            </Button>
          )}
          {secondAction && (
            <Button onClick={secondAction.run} data-testid={secondAction.testId}>
              {secondAction.label}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
