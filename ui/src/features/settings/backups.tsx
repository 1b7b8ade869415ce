// Backups: made by themselves, made now, brought back.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { pickSave, useDesk, useDeskAction } from "../../bridge";
import { BackupList } from "../../kit/backup-list";
import { Card, Row } from "../../kit/card";
import { BlockSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";

export function Backups() {
  const { t } = useTranslation(["settings", "kit"]);
  const toast = useToast();
  const backups = useDesk("backup_list", {});
  const make = useDeskAction("backup_now", {
    invalidates: ["backup_list"],
    onDone: () => toast.done(t("settings:backedUp")),
    onRefused: (error) => toast.problem(error),
  });
  const toFile = async () => {
    try {
      const path = await pickSave("backup", "promodesk-backup.db", t("settings:backUpTo"));
      if (path !== null) make.run({ path });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <Card
      title={t("settings:backups")}
      text={t("settings:backupsText")}
      extra={
        <Row>
          <Button onClick={toFile} disabled={make.isPending} data-testid="backup-to">
            {t("settings:backUpTo")}
          </Button>
          <Button
            onClick={() => make.run({ path: null })}
            loading={make.isPending}
            data-testid="backup-now"
          >
            {t("settings:backUpNow")}
          </Button>
        </Row>
      }
    >
      {backups.isError ? (
        <p>{problemText(backups.error, t("kit:toast.bug"))}</p>
      ) : backups.data ? (
        <BackupList backups={backups.data.backups} />
      ) : (
        <BlockSkeleton />
      )}
    </Card>
  );
}
