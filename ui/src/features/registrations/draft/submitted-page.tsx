// After submitting: the summary, further campaigns that suit, and the way to the files.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type CampaignLine, call, type Submitted, useDesk } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { KeyValues } from "../../../kit/key-values";
import { Notice } from "../../../kit/notice";
import { PageHeader } from "../../../kit/page-header";
import { pathTo } from "../../../kit/places";
import { inARow } from "../../../kit/sentences";
import { CountText, InstantText, PeriodText } from "../../../kit/values";
import { useOpenDraft } from "../use-open-draft";

export function SubmittedPage({ submitted }: { submitted: Submitted }) {
  const { t } = useTranslation("drafts");
  const navigate = useNavigate();
  const { campaign_id, proposals, registered_at_once } = submitted;
  const name = useDesk("campaign_get", { campaign_id }).data?.name;
  const state = registered_at_once ? "registered" : "pending";
  return (
    <div data-testid="submitted">
      <PageHeader
        title={t("submitted.title")}
        subtitle={name}
        back={{ label: t("toList"), to: pathTo("registrations") }}
        actions={
          <>
            <Button
              onClick={() => void navigate(pathTo("registrations", campaign_id))}
              data-testid="to-follow-up"
            >
              {t("submitted.followUp")}
            </Button>
            <Button
              type="primary"
              onClick={() => void navigate(`${pathTo("registrations", campaign_id)}?export=1`)}
              data-testid="to-export"
            >
              {t("submitted.export")}
            </Button>
          </>
        }
      />
      <Stack>
        <Notice tone="good" title={t(`submitted.${state}`)}>
          {t(`submitted.${state}Text`)}
        </Notice>
        <Card title={t("submitted.summary")}>
          <SubmittedSummary submitted={submitted} />
        </Card>
        {proposals.length > 0 && <Proposals submitted={submitted} proposals={proposals} />}
      </Stack>
    </div>
  );
}

function SubmittedSummary({ submitted }: { submitted: Submitted }) {
  const { t } = useTranslation("drafts");
  const { products, skus, units, submitted_at, sub_campaigns } = submitted;
  const count = (key: "products" | "skus" | "units", value: number) => ({
    key,
    label: t(`submitted.${key}`),
    value: <CountText value={value} />,
  });
  return (
    <KeyValues
      testId="submitted-summary"
      items={[
        count("products", products),
        count("skus", skus),
        count("units", units),
        { key: "at", label: t("submitted.at"), value: <InstantText value={submitted_at} /> },
        ...(sub_campaigns.length > 0
          ? [{ key: "covers", label: t("submitted.covers"), value: inARow(sub_campaigns) }]
          : []),
      ]}
    />
  );
}

function Proposals({
  submitted,
  proposals,
}: {
  submitted: Submitted;
  proposals: readonly CampaignLine[];
}) {
  const { t } = useTranslation("drafts");
  const { open, opening } = useOpenDraft();
  return (
    <Card title={t("submitted.proposals")} text={t("submitted.proposalsText")} testId="proposals">
      <ul className="pd-reg-lines">
        {proposals.map(({ id, name, registration, running }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              <span>
                {t("closes")} <InstantText value={registration.end} /> · {t("runs")}{" "}
                <PeriodText {...running} style="date" />
              </span>
            </div>
            <Button
              loading={opening}
              onClick={() => open(id, () => submittedProducts(submitted))}
              data-testid={`propose-${id}`}
            >
              {t("submitted.registerHere")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The products of this very submission, however many. */
async function submittedProducts({ campaign_id, submitted_at }: Submitted): Promise<string[]> {
  const limit = 500;
  const ids: string[] = [];
  for (let offset = 0, total = 1; offset < total; offset += limit) {
    const page = await call("registration_page", {
      campaign_id,
      state: null,
      search: "",
      window: { offset, limit },
    });
    total = page.total;
    for (const line of page.rows) {
      if (line.submitted_at === submitted_at) ids.push(line.product_id);
    }
    if (page.rows.length === 0) break;
  }
  return ids;
}
