// The columns of the list of campaigns.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CampaignLine } from "../../bridge";
import type { DataColumn } from "../../kit/data-table";
import { pathTo, pathToCampaign } from "../../kit/places";
import { PeriodText } from "../../kit/values";
import { EligibilityTag, NextMoment, PhaseTag, ProductStates } from "./tags";

interface Actions {
  now: string | undefined;
  register: (campaignId: string) => void;
  opening: string | undefined;
}

export function useCampaignColumns({
  now,
  register,
  opening,
}: Actions): DataColumn<CampaignLine>[] {
  const { t } = useTranslation("campaigns");
  return [
    {
      key: "name",
      title: t("columns.name"),
      render: ({ id, name, kind, eligibility, ineligible_because }) => (
        <div className="pd-two pd-name">
          <Link to={pathToCampaign(id)} title={name} data-testid={`campaign-${id}`}>
            {name}
          </Link>
          <small>{t(`kinds.${kind}`)}</small>
          <EligibilityTag
            state={eligibility}
            because={ineligible_because}
            testId={`eligibility-${id}`}
          />
        </div>
      ),
    },
    {
      key: "windows",
      title: t("columns.windows"),
      render: ({ registration, running }) => (
        <div className="pd-campaign-windows">
          <span>
            <small>{t("registration")}</small>
            <PeriodText {...registration} style="date" />
          </span>
          <span>
            <small>{t("running")}</small>
            <PeriodText {...running} style="date" />
          </span>
        </div>
      ),
    },
    {
      key: "phase",
      title: t("columns.phase"),
      render: (line) => (
        <div className="pd-two">
          <PhaseTag phase={line.phase} />
          <small>
            <NextMoment phase={line.phase} windows={line} now={now} />
          </small>
        </div>
      ),
    },
    {
      key: "products",
      title: t("columns.products"),
      render: ({ id, products }) => (
        <Link className="pd-campaign-plain" to={pathTo("registrations", id)}>
          <ProductStates products={products} />
        </Link>
      ),
    },
    {
      key: "actions",
      title: <span className="pd-visually-hidden">{t("columns.actions")}</span>,
      align: "right",
      fixed: "end",
      render: (line) => <RowAction line={line} register={register} opening={opening === line.id} />,
    },
  ];
}

/** What most likely comes next: the registration, or what stands in its way. */
function RowAction({
  line,
  register,
  opening,
}: {
  line: CampaignLine;
  register: (campaignId: string) => void;
  opening: boolean;
}) {
  const { t } = useTranslation("campaigns");
  const { id, name, phase, eligibility, draft_id } = line;
  if (draft_id !== null || (phase === "open" && eligibility !== "ineligible")) {
    return (
      <Button
        size="small"
        loading={opening}
        onClick={() => register(id)}
        aria-label={t(draft_id === null ? "registerNamed" : "goOnNamed", { name })}
        data-testid={`register-${id}`}
      >
        {t(draft_id === null ? "register" : "goOn")}
      </Button>
    );
  }
  return (
    <Link
      to={pathToCampaign(id)}
      aria-label={t("detailsNamed", { name })}
      data-testid={`details-${id}`}
    >
      {t("details")}
    </Link>
  );
}
