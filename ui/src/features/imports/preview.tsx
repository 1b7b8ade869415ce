// What the files would change, before anything is stored.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FindingView, ImportPreview } from "../../bridge";
import { useDeskAction } from "../../bridge";
import { Card, Stack } from "../../kit/card";
import { countText } from "../../kit/format";
import { Notice } from "../../kit/notice";
import { inARow } from "../../kit/sentences";
import { useShopTerms } from "../../kit/shop-terms";
import { useToast } from "../../kit/toast";
import { AnswerFindings, unanswered } from "../../wizard";
import { Files } from "./files";
import { Job } from "./job";
import { leaveImport, type OpenImport, setOpenImport } from "./open-import";
import { useRead } from "./pick";
import { Rows } from "./rows";

type Opened = Extract<OpenImport, { stage: "preview" }>;

export function Preview({ open }: { open: Opened }) {
  const { t } = useTranslation("imports");
  const { preview } = open;
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<readonly FindingView[]>([]);
  const { read, reading } = useRead(open.asked);
  const { apply, applying } = useApply(open, setRefusal);
  if (reading || applying) return <Job />;

  const findings = refusal.length > 0 ? refusal : preview.findings;
  const { counts } = preview;
  const changes = counts.new + counts.changed + counts.removed;
  return (
    <Stack>
      <Files
        preview={preview}
        fixed={open.asked !== null}
        onPreview={(next) => setOpenImport({ ...open, preview: next })}
        onTarget={(target) => {
          leaveImport();
          read(open.paths, target);
        }}
      />
      {preview.target && <Rows key={JSON.stringify(preview.counts)} preview={preview} />}
      {preview.notes.map((note) => (
        <Notice key={note} tone="warn" title={note} testId="import-note" />
      ))}
      {findings.length > 0 && (
        <Card title={t("findings.title")} text={t("findings.text")}>
          <AnswerFindings
            findings={findings}
            acknowledged={acknowledged}
            onChange={setAcknowledged}
          />
        </Card>
      )}
      <Foot
        preview={preview}
        changes={changes}
        open={unanswered(findings, acknowledged)}
        onApply={() => apply(acknowledged)}
      />
    </Stack>
  );
}

function useApply(open: Opened, onRefusal: (findings: readonly FindingView[]) => void) {
  const toast = useToast();
  const { asked, preview } = open;
  const action = useDeskAction("import_apply", {
    onDone: (done) => setOpenImport({ stage: "done", asked, target: preview.target, done }),
    onRefused: (error) => {
      if (error.kind === "refused") onRefusal(error.findings);
      else if (error.kind !== "cancelled") toast.problem(error);
    },
  });
  return {
    applying: action.isPending,
    apply: (acknowledged: string[]) => action.run({ import_id: preview.import_id, acknowledged }),
  };
}

function Foot({
  preview,
  changes,
  open,
  onApply,
}: {
  preview: ImportPreview;
  changes: number;
  open: readonly string[];
  onApply: () => void;
}) {
  const { t } = useTranslation("imports");
  const { language } = useShopTerms();
  const { counts, blocked_by } = preview;
  const waiting = open.length > 0 ? t("findings.waiting", { rules: inARow(open) }) : undefined;
  const nothing = !blocked_by && changes === 0 ? t("nothingToChange") : undefined;
  const reason = blocked_by ?? nothing ?? waiting;
  return (
    <div className="pd-import-foot">
      {reason ? (
        <Notice tone={blocked_by ? "warn" : "info"} title={reason} testId="import-blocked" />
      ) : (
        <p className="pd-import-note">
          {counts.refused > 0
            ? t("refusedStay", {
                count: counts.refused,
                shown: countText(counts.refused, language),
              })
            : t("oneStep")}
        </p>
      )}
      <div className="pd-import-actions">
        <Button onClick={leaveImport} data-testid="import-leave">
          {t("otherFiles")}
        </Button>
        <Button
          type="primary"
          disabled={reason !== undefined}
          onClick={onApply}
          data-testid="import-apply"
        >
          {t("apply", { count: changes, shown: countText(changes, language) })}
        </Button>
      </div>
    </div>
  );
}
