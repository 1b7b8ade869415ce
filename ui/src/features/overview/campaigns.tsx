// Campaigns that can be joined or run now, with whether the shop may register.
import { Trans, useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { CampaignLine, CampaignPhase, EligibilityState } from "../../bridge";
import { Card } from "../../kit/card";
import { Countdown } from "../../kit/countdown";
import { DataTable } from "../../kit/data-table";
import { pathTo, pathToCampaign } from "../../kit/places";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { CountText } from "../../kit/values";

const eligibilityTones: Record<EligibilityState, Tone> = {
  eligible: "good",
  eligible_with_warnings: "warn",
  ineligible: "block",
};

/** The moment that comes next in each phase. */
const nextMoment: Record<CampaignPhase, (line: CampaignLine) => string> = {
  upcoming: ({ registration }) => registration.start,
  open: ({ registration }) => registration.end,
  closed: ({ running }) => running.start,
  running: ({ running }) => running.end,
  over: ({ running }) => running.end,
};

export function Campaigns({
  campaigns,
  now,
}: {
  campaigns: readonly CampaignLine[];
  now: string | undefined;
}) {
  const { t } = useTranslation("overview");
  const navigate = useNavigate();
  return (
    <Card flush title={t("campaigns")} testId="campaigns">
      <DataTable<CampaignLine>
        label={t("campaigns")}
        rows={campaigns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(pathToCampaign(id))}
        empty={{
          title: t("noCampaigns"),
          text: t("noCampaignsText"),
          action: {
            label: t("recordCampaign"),
            run: () => void navigate(pathTo("campaigns")),
            testId: "record-campaign",
          },
        }}
        columns={[
          {
            key: "name",
            title: t("campaign"),
            render: ({ name, kind }) => (
              <div className="pd-two pd-name">
                <span title={name}>{name}</span>
                <small>{t(`kinds.${kind}`)}</small>
              </div>
            ),
          },
          {
            key: "phase",
            title: t("phase"),
            render: (line) => (
              <div className="pd-two">
                <span>{t(`phases.${line.phase}`)}</span>
                <small>
                  <Trans
                    t={t}
                    i18nKey={`until.${line.phase}`}
                    components={{
                      moment: <Countdown at={nextMoment[line.phase](line)} now={now} />,
                    }}
                  />
                </small>
              </div>
            ),
          },
          {
            key: "eligibility",
            title: t("eligibility"),
            render: ({ eligibility, ineligible_because }) => (
              <div className="pd-two pd-name">
                <StatusTag tone={eligibilityTones[eligibility]}>
                  {t(`eligibilities.${eligibility}`)}
                </StatusTag>
                {ineligible_because && <small>{ineligible_because}</small>}
              </div>
            ),
          },
          {
            key: "registered",
            title: t("registered"),
            align: "right",
            render: ({ products }) => <CountText value={products.registered + products.pending} />,
          },
        ]}
      />
    </Card>
  );
}
