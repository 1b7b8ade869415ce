// A surface with a heading, and a figure on a surface.
import type { ReactNode } from "react";
import "./card.css";

export interface CardProps {
  title?: ReactNode;
  /** Right of the title. */
  extra?: ReactNode;
  /** A sentence under the title. */
  text?: ReactNode;
  /** Without inner padding, for tables. */
  flush?: boolean;
  children?: ReactNode;
  testId?: string;
}

export function Card({ title, extra, text, flush = false, children, testId }: CardProps) {
  return (
    <section className="pd-card" data-flush={flush} data-testid={testId}>
      {(title || extra) && (
        <div className="pd-card-head">
          <div>
            {title && <h2>{title}</h2>}
            {text && <p>{text}</p>}
          </div>
          {extra && <div className="pd-card-extra">{extra}</div>}
        </div>
      )}
      {children && <div className="pd-card-body">{children}</div>}
    </section>
  );
}

/** Cards side by side, as many as fit. */
export function CardGrid({ min = 240, children }: { min?: number; children: ReactNode }) {
  return (
    <div
      className="pd-card-grid"
      style={{ gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}px, 100%), 1fr))` }}
    >
      {children}
    </div>
  );
}

/** Parts under each other with the page's usual distance. */
export function Stack({ gap = 16, children }: { gap?: number; children: ReactNode }) {
  return (
    <div className="pd-stack" style={{ gap }}>
      {children}
    </div>
  );
}

/** Controls in a line that wraps. */
export function Row({ gap = 8, children }: { gap?: number; children: ReactNode }) {
  return (
    <div className="pd-row" style={{ gap }}>
      {children}
    </div>
  );
}

export interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  tone?: "block" | "warn" | "good";
  testId?: string;
}

/** One figure with its name, such as "Net per order". */
export function Figure({ label, value, note, tone, testId }: FigureProps) {
  return (
    <div className="pd-figure" data-tone={tone} data-testid={testId}>
      <span className="pd-figure-label">{label}</span>
      <span className="pd-figure-value pd-number">{value}</span>
      {note && <span className="pd-figure-note">{note}</span>}
    </div>
  );
}
