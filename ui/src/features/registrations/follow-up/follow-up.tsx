// What became of a campaign's registration: products by state, decisions, withdrawals, SKU errors, files.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useDesk } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Notice } from "../../../kit/notice";
import { PageHeader } from "../../../kit/page-header";
import { pathTo, pathToImport } from "../../../kit/places";
import { PageSkeleton } from "../../../kit/skeletons";
import { problemText } from "../../../kit/toast";
import { PeriodText } from "../../../kit/values";
import { useOpenDraft } from "../use-open-draft";
import { ExportDrawer } from "./export-drawer";
import { ProductDrawer } from "./product-drawer";
import { Recommendations } from "./recommendations";
import { RegisteredProducts } from "./registered-products";
import { SkuErrors } from "./sku-errors";
import "./follow-up.css";

export function FollowUp() {
  const { t } = useTranslation(["registrations", "kit"]);
  const { campaignId = "" } = useParams();
  const [query, setQuery] = useSearchParams();
  const campaign = useDesk("campaign_get", { campaign_id: campaignId });
  const set = (key: string, value: string | null) =>
    setQuery(
      (old) => {
        const next = new URLSearchParams(old);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  if (campaign.isError) {
    return (
      <Notice tone="block" title={t("registrations:failed")} testId="follow-up-problem">
        {problemText(campaign.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!campaign.data) return <PageSkeleton />;
  return (
    <div data-testid="follow-up">
      <PageHeader
        title={campaign.data.name}
        subtitle={<PeriodText {...campaign.data.running} />}
        back={{ label: t("registrations:title"), to: pathTo("registrations") }}
        actions={<Actions campaignId={campaignId} onExport={() => set("export", "1")} />}
      />
      <Stack>
        <SkuErrors campaignId={campaignId} />
        <RegisteredProducts
          campaignId={campaignId}
          onOpen={(productId) => set("product", productId)}
        />
        <Recommendations campaignId={campaignId} />
      </Stack>
      <ProductDrawer
        campaignId={campaignId}
        productId={query.get("product") ?? undefined}
        onClose={() => set("product", null)}
      />
      <ExportDrawer
        campaignId={campaignId}
        campaignName={campaign.data.name}
        open={query.has("export")}
        onClose={() => set("export", null)}
      />
    </div>
  );
}

function Actions({ campaignId, onExport }: { campaignId: string; onExport: () => void }) {
  const { t } = useTranslation("registrations");
  const navigate = useNavigate();
  const { open, opening } = useOpenDraft();
  const lead = (kind: "decisions" | "fail_report") =>
    void navigate(
      pathToImport({ kind, campaign_id: campaignId }, pathTo("registrations", campaignId)),
    );
  return (
    <>
      <Button onClick={() => lead("decisions")} data-testid="import-decisions">
        {t("importDecisions")}
      </Button>
      <Button onClick={() => lead("fail_report")} data-testid="import-fail-report">
        {t("importFailReport")}
      </Button>
      <Button loading={opening} onClick={() => open(campaignId)} data-testid="register-more">
        {t("registerMore")}
      </Button>
      <Button type="primary" onClick={onExport} data-testid="open-export">
        {t("export.open")}
      </Button>
    </>
  );
}
