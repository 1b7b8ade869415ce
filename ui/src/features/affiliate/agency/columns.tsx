// The columns of the list of agencies' campaigns.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { FindingView, PartnerCampaignLine, PartnerStage } from "../../../bridge";
import type { DataColumn } from "../../../kit/data-table";
import { pathTo } from "../../../kit/places";
import { StatusTag, type Tone } from "../../../kit/status-tag";
import { CountText, NoValue, PercentText, PeriodText } from "../../../kit/values";

const tones: Record<PartnerStage, Tone> = {
  open: "good",
  announced: "info",
  registration_over: "neutral",
  ended: "neutral",
};

/** The stage and the time left say all there is about the registration period. */
const beyondTime = ({ field }: FindingView) => field !== "registration";

export function useAgencyColumns(): DataColumn<PartnerCampaignLine>[] {
  const { t } = useTranslation("affiliate");
  return [
    {
      key: "name",
      title: t("agency.columns.name"),
      render: ({ campaign }) => (
        <div className="pd-two pd-name">
          <Link
            title={campaign.name}
            to={pathTo("affiliate", "campaign", campaign.id)}
            data-testid={`partner-${campaign.id}`}
          >
            {campaign.name}
          </Link>
          <small>{campaign.partner}</small>
        </div>
      ),
    },
    {
      key: "stage",
      title: t("agency.columns.stage"),
      width: 180,
      render: ({ campaign, stage, time_left, obstacles }) => (
        <div className="pd-two pd-name pd-affiliate-stage">
          <StatusTag tone={tones[stage]} testId={`stage-${campaign.id}`}>
            {t(`stages.${stage}`)}
          </StatusTag>
          {time_left !== null && <small>{t(`agency.left_${stage}`, { time: time_left })}</small>}
          {(stage === "open" || stage === "announced") &&
            obstacles.filter(beyondTime).map(({ field, what }) => (
              <small key={field} data-testid={`obstacle-${campaign.id}`}>
                {what}
              </small>
            ))}
        </div>
      ),
    },
    {
      key: "windows",
      title: t("agency.columns.windows"),
      width: 210,
      render: ({ campaign: { registration, running } }) => (
        <div className="pd-two">
          <PeriodText {...registration} style="date" />
          <small>
            {t("agency.runs")} <PeriodText {...running} style="date" />
          </small>
        </div>
      ),
    },
    {
      key: "rate",
      title: t("agency.columns.rate"),
      width: 120,
      align: "right",
      render: ({ campaign }) =>
        campaign.minimum_rate === null ? (
          <NoValue />
        ) : (
          <PercentText value={campaign.minimum_rate} />
        ),
    },
    {
      key: "products",
      title: t("agency.columns.products"),
      width: 100,
      align: "right",
      render: ({ products }) => <CountText value={products.total} />,
    },
    {
      key: "do",
      title: "",
      width: 140,
      align: "right",
      fixed: "end",
      render: (line) => <JoinButton line={line} />,
    },
  ];
}

function JoinButton({ line }: { line: PartnerCampaignLine }) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const { campaign, stage, has_draft } = line;
  if (stage === "ended" || stage === "registration_over") return null;
  return (
    <Button
      type={line.can_join ? "primary" : "default"}
      size="small"
      onClick={() => void navigate(pathTo("affiliate", "join", campaign.id))}
      data-testid={`join-${campaign.id}`}
    >
      {has_draft ? t("agency.goOn") : t("agency.join")}
    </Button>
  );
}
