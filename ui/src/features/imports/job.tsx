// Long work under way: what is being done, how far it is, and a way to stop it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, useDesk } from "../../bridge";
import { Card } from "../../kit/card";
import { ProgressBar } from "../../kit/progress-bar";

const stages = ["reading", "comparing", "writing", "checking"] as const;

export function Job() {
  const { t } = useTranslation("imports");
  const [cancelling, setCancelling] = useState(false);
  const progress = useDesk("job_progress", {}, { pollMs: 200, alwaysFresh: true });
  const stage = stages.find((one) => one === progress.data?.stage) ?? "reading";
  return (
    <Card>
      <ProgressBar
        label={t(`stages.${stage}`)}
        done={progress.data?.done ?? 0}
        total={progress.data?.total ?? null}
        cancelling={cancelling}
        onCancel={() => {
          setCancelling(true);
          // Too late is no failure: the work then simply ends.
          call("job_cancel", {}).catch(() => setCancelling(false));
        }}
        testId="import-progress"
      />
      <p className="pd-import-note">{t("nothingYet")}</p>
    </Card>
  );
}
