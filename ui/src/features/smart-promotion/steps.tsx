// The pages of joining.
import { Button, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { FindingView, Mode, Offer, SmartPromotionPage, TermsShown } from "../../bridge";
import { Card, CardGrid, Stack } from "../../kit/card";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { AnswerFindings } from "../../wizard";
import { OfferTerms } from "./offer-terms";

export function SignUpStep({
  page,
  mode,
  onMode,
  onRecord,
}: {
  page: SmartPromotionPage;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onRecord: () => void;
}) {
  const { t } = useTranslation("smart-promotion");
  return (
    <Stack>
      <Radio.Group
        className="pd-programme-modes"
        value={mode}
        onChange={({ target }) => onMode(target.value as Mode)}
        aria-label={t("mode")}
        options={page.offers.map(({ terms }) => ({
          value: terms.mode,
          label: (
            <span data-testid={`mode-${terms.mode.replaceAll("_", "-")}`}>
              <strong>{t(`modes.${terms.mode}`)}</strong>
              <small>{t(`modeTexts.${terms.mode}`)}</small>
            </span>
          ),
        }))}
      />
      <CardGrid min={280}>
        {page.offers
          .filter(({ terms }) => terms.mode === mode)
          .map((offer) => (
            <Card
              key={offer.terms.mode}
              title={t(`modes.${offer.terms.mode}`)}
              extra={
                <Button size="small" onClick={onRecord} data-testid="record-terms">
                  {t("recordTerms")}
                </Button>
              }
            >
              <OfferTerms offer={offer} />
            </Card>
          ))}
      </CardGrid>
      <FindingsSlot findings={page.findings} />
    </Stack>
  );
}

export function ConfirmStep({
  offer,
  findings,
}: {
  offer: Offer;
  findings: readonly FindingView[];
}) {
  const { t } = useTranslation("smart-promotion");
  return (
    <Stack>
      <Card title={t(`modes.${offer.terms.mode}`)} text={t(`modeTexts.${offer.terms.mode}`)}>
        <ul className="pd-programme-points">
          <li>{t("points.oneMode")}</li>
          <li>{t(`points.${offer.terms.mode}`)}</li>
          <li>{t("points.campaigns")}</li>
        </ul>
      </Card>
      <FindingsSlot findings={findings} />
    </Stack>
  );
}

export function DetailsStep({
  shown,
  acknowledged,
  onAcknowledge,
}: {
  shown: TermsShown;
  acknowledged: readonly string[];
  onAcknowledge: (rules: string[]) => void;
}) {
  const { t } = useTranslation("smart-promotion");
  return (
    <Stack>
      <Card title={t(`modes.${shown.offer.terms.mode}`)} testId="final-details">
        <OfferTerms offer={shown.offer} />
      </Card>
      <AnswerFindings
        findings={shown.findings}
        acknowledged={acknowledged}
        onChange={onAcknowledge}
      />
    </Stack>
  );
}
