// A state in one or two words, its tone by colour and by a shape.
import type { ReactNode } from "react";
import "./status-tag.css";

export type Tone = "neutral" | "accent" | "good" | "info" | "warn" | "block";

export interface StatusTagProps {
  tone?: Tone;
  /** false leaves the dot out */
  dot?: boolean;
  children: ReactNode;
  testId?: string;
}

export function StatusTag({ tone = "neutral", dot = true, children, testId }: StatusTagProps) {
  return (
    <span className="pd-status" data-tone={tone} data-testid={testId}>
      {dot && <span className="pd-status-dot" aria-hidden="true" />}
      {children}
    </span>
  );
}
