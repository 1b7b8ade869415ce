// Small parts that both the wizard and the follow-up show.
import { useTranslation } from "react-i18next";
import type { StateKind } from "../../bridge";
import { Row } from "../../kit/card";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { CountText, NoValue } from "../../kit/values";

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
    <div className="pd-two pd-name">
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

/** How many products are in which state; states without any are left out. */
export function StateCountTags({ counts }: { counts: Record<StateKind, number> }) {
  const { t } = useTranslation("registrations");
  const shown = stateKinds.filter((state) => counts[state] > 0);
  if (shown.length === 0) return <NoValue />;
  return (
    <Row gap={4}>
      {shown.map((state) => (
        <StatusTag key={state} tone={tones[state]}>
          {t(`states.${state}`)} <CountText value={counts[state]} />
        </StatusTag>
      ))}
    </Row>
  );
}

export function StateTag({ state }: { state: StateKind }) {
  const { t } = useTranslation("registrations");
  return (
    <StatusTag tone={tones[state]} testId={`state-${state}`}>
      {t(`states.${state}`)}
    </StatusTag>
  );
}
