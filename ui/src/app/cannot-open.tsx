// The shop's file is damaged or too new: what is wrong, what to do, and the backups that can be brought back.
import { useTranslation } from "react-i18next";
import type { DeskState } from "../bridge";
import { BackupList } from "../kit/backup-list";
import { sentences } from "../kit/sentences";
import { ShopTermsProvider } from "../kit/shop-terms";
import { useAppearance } from "./appearance/appearance";
import { WelcomeHeader } from "./header";
import "./error-page.css";

type Unopened = Extract<DeskState["state"], { kind: "cannot_open" }>;

export function CannotOpen({ state }: { state: Unopened }) {
  const { t } = useTranslation("frame");
  const { language } = useAppearance();
  return (
    <ShopTermsProvider
      currency="USD"
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      language={language}
    >
      <div className="pd-first-run">
        <WelcomeHeader />
        <main className="pd-error-page" id="page" data-testid="cannot-open">
          <h1>{t("desk.failedTitle")}</h1>
          <p>{sentences(state.problem, state.remedy)}</p>
          <h2>{t("desk.backups")}</h2>
          <BackupList backups={state.backups} />
        </main>
      </div>
    </ShopTermsProvider>
  );
}
