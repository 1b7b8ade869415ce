// What a campaign is and how the shop stands in it, in a tag or a line.
import { Tooltip } from "antd";
import { Trans, useTranslation } from "react-i18next";
import type { CampaignPhase, EligibilityState, Period, StateCounts } from "../../bridge";
import { Countdown } from "../../kit/countdown";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { CountText } from "../../kit/values";

const eligibilityTones: Record<EligibilityState, Tone> = {
  eligible: "good",
  eligible_with_warnings: "warn",
  ineligible: "block",
};

/** As on the platform: the tag says whether, and tells why not when pointed at or reached by Tab. */
export function EligibilityTag({
  state,
  because,
  testId,
}: {
  state: EligibilityState;
  because?: string | null;
  testId?: string;
}) {
  const { t } = useTranslation("campaigns");
  const tag = (
    <StatusTag tone={eligibilityTones[state]} {...(testId ? { testId } : {})}>
      {t(`eligibilities.${state}`)}
    </StatusTag>
  );
  if (!because) return tag;
  return (
    <Tooltip title={because} trigger={["hover", "focus"]}>
      <button type="button" className="pd-campaign-why" aria-description={because}>
        {tag}
      </button>
    </Tooltip>
  );
}

const phaseTones: Record<CampaignPhase, Tone> = {
  upcoming: "info",
  open: "accent",
  closed: "neutral",
  running: "good",
  over: "neutral",
};

export function PhaseTag({ phase }: { phase: CampaignPhase }) {
  const { t } = useTranslation("campaigns");
  return (
    <StatusTag tone={phaseTones[phase]} testId="campaign-phase">
      {t(`phases.${phase}`)}
    </StatusTag>
  );
}

/** The moment that comes next in each phase. */
const nextMoment: Record<CampaignPhase, (windows: Windows) => string> = {
  upcoming: ({ registration }) => registration.start,
  open: ({ registration }) => registration.end,
  closed: ({ running }) => running.start,
  running: ({ running }) => running.end,
  over: ({ running }) => running.end,
};

interface Windows {
  registration: Period;
  running: Period;
}

/** "closes in 3 days". */
export function NextMoment({
  phase,
  windows,
  now,
}: {
  phase: CampaignPhase;
  windows: Windows;
  now: string | undefined;
}) {
  const { t } = useTranslation("campaigns");
  return (
    <Trans
      t={t}
      i18nKey={`next.${phase}`}
      components={{ moment: <Countdown at={nextMoment[phase](windows)} now={now} /> }}
    />
  );
}

const states = [
  "pending",
  "registered",
  "sku_error",
  "rejected",
  "withdrawn",
] as const satisfies readonly (keyof StateCounts)[];

const stateTones: Record<(typeof states)[number], Tone> = {
  pending: "info",
  registered: "good",
  sku_error: "block",
  rejected: "warn",
  withdrawn: "neutral",
};

/** How many products are in which state; states without any are left out. */
export function ProductStates({ products }: { products: StateCounts }) {
  const { t } = useTranslation("campaigns");
  const shown = states.filter((state) => products[state] > 0);
  if (shown.length === 0) return <span className="pd-campaign-quiet">{t("noProducts")}</span>;
  return (
    <span className="pd-campaign-states">
      {shown.map((state) => (
        <StatusTag key={state} tone={stateTones[state]} testId={`products-${state}`}>
          {t(`states.${state}`)} <CountText value={products[state]} />
        </StatusTag>
      ))}
    </span>
  );
}
