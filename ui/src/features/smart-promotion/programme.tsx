// The programme's page: where the shop stands, both modes side by side, what was before.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type Offer, type PastEnrolment, type SmartPromotionPage, useDesk } from "../../bridge";
import { Card, CardGrid, Figure, Stack } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { KeyValues } from "../../kit/key-values";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { problemText } from "../../kit/toast";
import { CountText, InstantText, NoValue, PercentText } from "../../kit/values";
import { LeavingDialog } from "./leaving";
import { OfferTerms, useTermsItems } from "./offer-terms";
import { TermsDialog } from "./terms-dialog";

const tones: Record<SmartPromotionPage["enrolment"]["kind"], Tone> = {
  never: "neutral",
  enrolled: "good",
  left: "warn",
};

export function ProgrammePage() {
  const { t } = useTranslation("smart-promotion");
  const page = useDesk("smart_promotion", {});
  if (page.isError) return <ProgrammeFailed error={page.error} />;
  if (!page.data) return <PageSkeleton />;
  const { enrolment, findings, past } = page.data;
  return (
    <div data-testid="smart-promotion">
      <PageHeader
        title={t("title")}
        subtitle={t("text")}
        status={
          <StatusTag tone={tones[enrolment.kind]} testId="enrolment-state">
            {t(`states.${enrolment.kind}`)}
          </StatusTag>
        }
        actions={<Actions page={page.data} />}
      />
      <Stack>
        <FindingsSlot findings={findings} />
        <Standing page={page.data} />
        <CardGrid min={340}>
          {page.data.offers.map((offer) => (
            <OfferCard key={offer.terms.mode} offer={offer} />
          ))}
        </CardGrid>
        {past.length > 0 && <Past past={past} />}
      </Stack>
    </div>
  );
}

export function ProgrammeFailed({ error }: { error: Error }) {
  const { t } = useTranslation(["smart-promotion", "kit"]);
  return (
    <Notice tone="block" title={t("smart-promotion:failed")} testId="smart-promotion-problem">
      {problemText(error, t("kit:toast.bug"))}
    </Notice>
  );
}

function Actions({ page }: { page: SmartPromotionPage }) {
  const { t } = useTranslation("smart-promotion");
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Button
        onClick={() => void navigate(pathTo("smart-promotion", "exclusions"))}
        data-testid="open-exclusions"
      >
        {t("exclusions.title")}
      </Button>
      {page.enrolment.kind === "enrolled" ? (
        <Button danger onClick={() => setLeaving(true)} data-testid="leave">
          {t("leave")}
        </Button>
      ) : (
        <Button
          type="primary"
          onClick={() => void navigate(pathTo("smart-promotion", "enrol"))}
          data-testid="enrol"
        >
          {t("join")}
        </Button>
      )}
      {leaving && <LeavingDialog onClose={() => setLeaving(false)} />}
    </>
  );
}

function Standing({ page }: { page: SmartPromotionPage }) {
  const { t } = useTranslation("smart-promotion");
  const items = useTermsItems();
  const { enrolment, points_per_unit, exclusions_requested, exclusions_in_force } = page;
  return (
    <CardGrid min={340}>
      <Card title={t("standing")} testId="standing">
        {enrolment.kind === "never" ? (
          <p className="pd-programme-quiet">{t("neverText")}</p>
        ) : (
          <KeyValues
            testId="standing"
            items={[
              ...items(enrolment.terms),
              {
                key: "since",
                label: t(enrolment.kind === "enrolled" ? "since" : "leftAt"),
                value: (
                  <InstantText
                    value={enrolment.kind === "enrolled" ? enrolment.since : enrolment.at}
                  />
                ),
              },
            ]}
          />
        )}
      </Card>
      <Card title={t("around")}>
        <div className="pd-programme-figures">
          <Figure
            label={t("pointsPerUnit")}
            value={<CountText value={points_per_unit} />}
            note={t("pointsNote")}
            testId="points"
          />
          <Figure
            label={t("exclusions.inForce")}
            value={<CountText value={exclusions_in_force} />}
            note={t("exclusions.title")}
            testId="exclusions-in-force"
          />
          <Figure
            label={t("exclusions.requested")}
            value={<CountText value={exclusions_requested} />}
            note={t("exclusions.title")}
            testId="exclusions-requested"
          />
        </div>
      </Card>
    </CardGrid>
  );
}

function OfferCard({ offer }: { offer: Offer }) {
  const { t } = useTranslation("smart-promotion");
  const [recording, setRecording] = useState(false);
  const { mode } = offer.terms;
  return (
    <Card
      title={t(`modes.${mode}`)}
      text={t(`modeTexts.${mode}`)}
      extra={
        <Button
          size="small"
          onClick={() => setRecording(true)}
          aria-label={t("recordTermsOf", { mode: t(`modes.${mode}`) })}
          data-testid={`record-terms-${mode.replaceAll("_", "-")}`}
        >
          {t("recordTerms")}
        </Button>
      }
    >
      <OfferTerms offer={offer} />
      {recording && (
        <TermsDialog
          terms={offer.terms}
          complete={offer.is_complete}
          onClose={() => setRecording(false)}
        />
      )}
    </Card>
  );
}

function Past({ past }: { past: readonly PastEnrolment[] }) {
  const { t } = useTranslation("smart-promotion");
  return (
    <Card flush title={t("past")}>
      <DataTable<PastEnrolment>
        label={t("past")}
        rows={past}
        rowKey={({ since }) => since}
        empty={{ title: t("neverText") }}
        testId="past-enrolments"
        columns={[
          { key: "mode", title: t("mode"), render: ({ terms }) => t(`modes.${terms.mode}`) },
          {
            key: "package",
            title: t("servicePackage"),
            render: ({ terms }) => terms.service_package || <NoValue />,
          },
          {
            key: "rate",
            title: t("feeRate"),
            align: "right",
            render: ({ terms }) => <PercentText value={terms.fee_rate} />,
          },
          { key: "since", title: t("since"), render: ({ since }) => <InstantText value={since} /> },
          {
            key: "until",
            title: t("until"),
            render: ({ until }) => (until ? <InstantText value={until} /> : t("now")),
          },
        ]}
      />
    </Card>
  );
}
