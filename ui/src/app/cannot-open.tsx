// The shop's file is damaged or too new: what is wrong, what to do, and the backups that can be brought back.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type BackupLine, type DeskState, useDeskAction } from "../bridge";
import { useConfirm } from "../kit/confirm";
import { useToast } from "../kit/toast";
import { InstantText } from "../kit/values";
import { WelcomeHeader } from "./header";
import "./error-page.css";

type Unopened = Extract<DeskState["state"], { kind: "cannot_open" }>;

export function CannotOpen({ state }: { state: Unopened }) {
  const { t } = useTranslation("frame");
  return (
    <div className="pd-first-run">
      <WelcomeHeader />
      <main className="pd-error-page" id="page" data-testid="cannot-open">
        <h1>{t("desk.failedTitle")}</h1>
        <p>
          {state.problem} {state.remedy}
        </p>
        <h2>{t("desk.backups")}</h2>
        {state.backups.length === 0 ? <p>{t("desk.noBackups")}</p> : null}
        <ul className="pd-backups">
          {state.backups.map((backup) => (
            <BackupRow key={backup.path} backup={backup} />
          ))}
        </ul>
      </main>
    </div>
  );
}

function BackupRow({ backup }: { backup: BackupLine }) {
  const { t } = useTranslation("frame");
  const confirm = useConfirm();
  const toast = useToast();
  const restore = useDeskAction("backup_restore", { onRefused: (error) => toast.problem(error) });
  const ask = async () => {
    const yes = await confirm({
      title: t("desk.restoreTitle"),
      text: t("desk.restoreText"),
      confirmLabel: t("desk.restore"),
    });
    if (yes) restore.run({ path: backup.path });
  };
  return (
    <li>
      <InstantText value={backup.made_at} />
      <span>{backup.reason}</span>
      <Button onClick={ask} loading={restore.isPending} disabled={!backup.verified}>
        {t("desk.restore")}
      </Button>
    </li>
  );
}
