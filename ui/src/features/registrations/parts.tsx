// Small parts that both the wizard and the follow-up show.
import { useTranslation } from "react-i18next";
import type { StateKind } from "../../bridge";
import { StatusTag, type Tone } from "../../kit/status-tag";

export function TitleAndId({
  title,
  id,
  note,
}: {
  title: string;
  id: string;
  note?: string | undefined;
}) {
  return (
    <div className="pd-reg-name">
      <span title={title}>{title}</span>
      <small>
        {id}
        {note && ` · ${note}`}
      </small>
    </div>
  );
}

export const stateKinds = [
  "pending",
  "registered",
  "rejected",
  "sku_error",
  "withdrawn",
] as const satisfies readonly StateKind[];

const tones: Record<StateKind, Tone> = {
  pending: "info",
  registered: "good",
  rejected: "block",
  sku_error: "warn",
  withdrawn: "neutral",
};

export function StateTag({ state }: { state: StateKind }) {
  const { t } = useTranslation("registrations");
  return (
    <StatusTag tone={tones[state]} testId={`state-${state}`}>
      {t(`states.${state}`)}
    </StatusTag>
  );
}
