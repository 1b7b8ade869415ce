// The shop's terms, how the page looks, backups, the sample shop, and what this product is.
import { useTranslation } from "react-i18next";
import { useDesk } from "../../bridge";
import { Stack } from "../../kit/card";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText } from "../../kit/toast";
import { About } from "./about";
import { AppearanceSettings } from "./appearance";
import { Backups } from "./backups";
import { Sample } from "./sample";
import { ShopSettings } from "./shop-settings";
import "./settings.css";

export default function Settings() {
  const { t } = useTranslation(["settings", "kit"]);
  const desk = useDesk("desk_state", {});
  const choices = useDesk("shop_choices", {});
  const problem = desk.error ?? choices.error;
  if (problem) {
    return (
      <Notice tone="block" title={t("settings:failed")} testId="settings-problem">
        {problemText(problem, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!desk.data || !choices.data) return <PageSkeleton />;
  const { shop } = desk.data;
  return (
    <div className="pd-settings" data-testid="settings">
      <PageHeader title={t("settings:title")} subtitle={t("settings:text")} />
      <Stack>
        {/* Another saved shop is another form: undo shows here at once. */}
        {shop && <ShopSettings key={JSON.stringify(shop)} shop={shop} choices={choices.data} />}
        <AppearanceSettings />
        <Backups />
        <Sample desk={desk.data} />
        <About version={desk.data.version} />
      </Stack>
    </div>
  );
}
