// Backups that can be brought back, newest first; restoring is asked about first.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type BackupLine, useDeskAction } from "../bridge";
import { useConfirm } from "./confirm";
import { byteText } from "./format";
import { useShopTerms } from "./shop-terms";
import { useToast } from "./toast";
import { InstantText } from "./values";
import "./backup-list.css";

const reasons = ["start", "migration", "restore", "asked"] as const;

export function BackupList({ backups }: { backups: readonly BackupLine[] }) {
  const { t } = useTranslation("kit");
  if (backups.length === 0) return <p className="pd-backups-none">{t("backups.none")}</p>;
  return (
    <ul className="pd-backup-list" data-testid="backups">
      {backups.map((backup) => (
        <BackupRow key={backup.path} backup={backup} />
      ))}
    </ul>
  );
}

function BackupRow({ backup }: { backup: BackupLine }) {
  const { t } = useTranslation("kit");
  const { language } = useShopTerms();
  const confirm = useConfirm();
  const toast = useToast();
  const restore = useDeskAction("backup_restore", {
    onDone: () => toast.done(t("backups.restored")),
    onRefused: (error) => toast.problem(error),
  });
  const ask = async () => {
    const yes = await confirm({
      title: t("backups.question"),
      text: t("backups.text"),
      confirmLabel: t("backups.restore"),
      danger: true,
    });
    if (yes) restore.run({ path: backup.path });
  };
  const reason = reasons.find((one) => one === backup.reason);
  return (
    <li>
      <InstantText value={backup.made_at} />
      <span>{reason ? t(`backups.reasons.${reason}`) : backup.reason}</span>
      <span className="pd-number">{byteText(backup.bytes, language)}</span>
      <Button
        size="small"
        onClick={ask}
        loading={restore.isPending}
        disabled={!backup.verified}
        data-testid="restore-backup"
      >
        {t("backups.restore")}
      </Button>
    </li>
  );
}
