// The columns of what joined.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { JoinedLine, JoinedStateKind } from "../../../bridge";
import type { DataColumn } from "../../../kit/data-table";
import { pathTo } from "../../../kit/places";
import { StatusTag, type Tone } from "../../../kit/status-tag";
import { CountText, InstantText, PercentText } from "../../../kit/values";

export const states: readonly JoinedStateKind[] = [
  "pending",
  "approved",
  "rejected",
  "pending_closed",
  "closed",
];

const tones: Record<JoinedStateKind, Tone> = {
  pending: "info",
  approved: "good",
  rejected: "block",
  pending_closed: "warn",
  closed: "neutral",
};

export function useJoinedColumns(): DataColumn<JoinedLine>[] {
  const { t } = useTranslation("affiliate");
  return [
    {
      key: "product",
      title: t("columns.product"),
      render: ({ title, product }) => (
        <div className="pd-two pd-name">
          <span title={title}>{title}</span>
          <small>{product.product_id}</small>
        </div>
      ),
    },
    {
      key: "campaign",
      title: t("joined.columns.campaign"),
      width: 190,
      render: ({ campaign, product }) => (
        <Link to={pathTo("affiliate", "campaign", product.campaign_id)}>{campaign}</Link>
      ),
    },
    {
      key: "state",
      title: t("joined.columns.state"),
      width: 210,
      render: ({ product, state, may }) => (
        <div className="pd-two">
          <StatusTag tone={tones[product.state.kind]} testId={`joined-state-${product.product_id}`}>
            {state}
          </StatusTag>
          {may.register_again && (
            <small>
              <Link
                to={pathTo("affiliate", "join", product.campaign_id)}
                data-testid={`again-${product.product_id}`}
              >
                {t("joined.again")}
              </Link>
            </small>
          )}
        </div>
      ),
    },
    {
      key: "rate",
      title: t("columns.rate"),
      width: 110,
      align: "right",
      render: ({ product, may }) => (
        <div className="pd-two">
          <PercentText value={product.rate} />
          {!may.change_rate && <small>{t("joined.frozen")}</small>}
        </div>
      ),
    },
    {
      key: "samples",
      title: t("columns.samples"),
      width: 150,
      align: "right",
      render: ({ product, samples_left }) => (
        <div className="pd-two" data-testid={`samples-${product.product_id}`}>
          <span>
            {t("joined.samplesOf", {
              approved: product.samples.approved,
              set: product.samples.set,
            })}
          </span>
          <small>
            <CountText value={samples_left} /> {t("joined.samplesLeft")}
          </small>
        </div>
      ),
    },
    {
      key: "submitted",
      title: t("joined.columns.submitted"),
      width: 150,
      render: ({ product }) => <InstantText value={product.submitted_at} style="date" />,
    },
  ];
}
