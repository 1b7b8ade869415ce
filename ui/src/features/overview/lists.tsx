// What is due, what was left, and what went wrong with registered products.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { DraftLine, DueLine, SkuErrorLine } from "../../bridge";
import { Card } from "../../kit/card";
import { Countdown } from "../../kit/countdown";
import { pathTo, pathToCampaign, pathToDated, pathToDraft } from "../../kit/places";
import { sentences } from "../../kit/sentences";
import { StatusTag } from "../../kit/status-tag";
import { CountText } from "../../kit/values";

export function Due({ due, now }: { due: readonly DueLine[]; now: string | undefined }) {
  const { t } = useTranslation("overview");
  return (
    <Card title={t("due")} testId="due">
      {due.length === 0 && <p className="pd-overview-none">{t("nothingDue")}</p>}
      <ul className="pd-overview-list">
        {due.map((line) => (
          <li key={`${line.kind} ${line.at} ${line.text}`}>
            <span>
              <Link to={pathToDated(line.campaign)}>{line.text}</Link>
            </span>
            <Countdown at={line.at} now={now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Drafts({ drafts, now }: { drafts: readonly DraftLine[]; now: string | undefined }) {
  const { t } = useTranslation("overview");
  return (
    <Card title={t("drafts")} testId="drafts">
      {drafts.length === 0 && <p className="pd-overview-none">{t("noDrafts")}</p>}
      <ul className="pd-overview-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              <Link to={pathToDraft(draft.id)} data-testid={`draft-${draft.id}`}>
                {draft.campaign_name}
              </Link>
              <small>
                {t(`draftSteps.${draft.step}`)} · <CountText value={draft.skus} /> {t("skus")}
              </small>
            </span>
            <Countdown at={draft.changed_at} now={now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function SkuErrorList({ errors }: { errors: readonly SkuErrorLine[] }) {
  const { t } = useTranslation("overview");
  return (
    <Card title={t("skuErrors")} text={t("skuErrorsText")} testId="sku-errors">
      <ul className="pd-overview-list">
        {errors.map((error) => (
          <li key={`${error.campaign_id} ${error.product_id}`}>
            <span>
              <Link to={pathTo("products", error.product_id)}>{error.title}</Link>
              <small>
                <Link to={pathToCampaign(error.campaign_id)}>{error.campaign_name}</Link> ·{" "}
                {sentences(error.reason, error.action)}
              </small>
            </span>
            <StatusTag tone={error.days_left < 0 ? "block" : "warn"}>
              {error.days_left < 0 ? t("tooLate") : t("daysLeft", { count: error.days_left })}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
