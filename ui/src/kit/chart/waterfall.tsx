// Where the money goes: from what the customer pays, step by step, to what is left.
import type { ReactNode } from "react";
import { MoneyText } from "../values";
import { lengthOf, scaleBetween } from "./scale";
import "./chart.css";

export interface WaterfallStep {
  key: string;
  label: ReactNode;
  /** Money; a change carries its sign. */
  value: string;
  /** A total stands on the ground; a change hangs where the former step ended. */
  kind: "total" | "change";
  note?: ReactNode;
}

export interface WaterfallProps {
  /** What is drawn, for screen readers. */
  label: string;
  steps: readonly WaterfallStep[];
  testId?: string;
}

interface Bar {
  from: number;
  to: number;
}

function barsOf(steps: readonly WaterfallStep[]): Bar[] {
  let ground = 0;
  return steps.map(({ kind, value }) => {
    const from = kind === "total" ? 0 : ground;
    const to = kind === "total" ? lengthOf(value) : ground + lengthOf(value);
    ground = to;
    return { from: Math.min(from, to), to: Math.max(from, to) };
  });
}

export function Waterfall({ label, steps, testId }: WaterfallProps) {
  const bars = barsOf(steps);
  const place = scaleBetween(
    Math.min(0, ...bars.map(({ from }) => from)),
    Math.max(0, ...bars.map(({ to }) => to)),
  );
  return (
    <ol className="pd-waterfall" aria-label={label} data-testid={testId}>
      {steps.map((step, index) => {
        const bar = bars[index] ?? { from: 0, to: 0 };
        const left = place(bar.from);
        const falls = step.value.startsWith("-");
        return (
          <li key={step.key} data-kind={step.kind}>
            <span className="pd-waterfall-label">
              {step.label}
              {step.note && <small>{step.note}</small>}
            </span>
            <span className="pd-waterfall-track" aria-hidden="true">
              <span
                className="pd-waterfall-bar"
                data-kind={step.kind}
                data-falls={falls}
                style={{ left: `${left}%`, width: `${Math.max(0.6, place(bar.to) - left)}%` }}
              />
            </span>
            <span className="pd-waterfall-value">
              <MoneyText value={step.value} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
