// Names and values under each other.
import type { ReactNode } from "react";
import "./key-values.css";

export interface KeyValue {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** Small print under the value. */
  note?: ReactNode;
}

export function KeyValues({ items, testId }: { items: readonly KeyValue[]; testId?: string }) {
  return (
    <dl className="pd-key-values" data-testid={testId}>
      {items.map(({ key, label, value, note }) => (
        <div key={key} data-testid={testId ? `${testId}-${key}` : undefined}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note && <span className="pd-key-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
