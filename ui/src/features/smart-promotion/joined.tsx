// The shop has joined: what holds now, the plan's details, and the way back to the campaign.
import { CheckCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { SmartPromotionPage } from "../../bridge";
import { Card, Stack } from "../../kit/card";
import { EmptyState } from "../../kit/empty-state";
import { KeyValues } from "../../kit/key-values";
import { pathTo } from "../../kit/places";
import { useTermsItems } from "./offer-terms";

export function Joined({ page, back }: { page: SmartPromotionPage; back: string | undefined }) {
  const { t } = useTranslation("smart-promotion");
  const navigate = useNavigate();
  const items = useTermsItems();
  const { enrolment } = page;
  const details = {
    label: t("viewPlan"),
    run: () => void navigate(pathTo("smart-promotion")),
    testId: "view-plan-details",
  };
  return (
    <Stack>
      <EmptyState
        page
        icon={<CheckCircleOutlined />}
        title={t("joined")}
        text={back ? t("joinedForCampaign") : t("joinedText")}
        {...(back
          ? {
              action: {
                label: t("backToCampaign"),
                run: () => void navigate(back),
                testId: "back-to-campaign",
              },
              secondAction: details,
            }
          : { action: details })}
        testId="enrolled"
      />
      {enrolment.kind === "enrolled" && (
        <Card title={t("terms")}>
          <KeyValues items={items(enrolment.terms)} testId="joined-terms" />
        </Card>
      )}
    </Stack>
  );
}
