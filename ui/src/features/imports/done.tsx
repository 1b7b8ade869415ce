// What an import did, with a way to take it back.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useDeskAction, useHistory } from "../../bridge";
import { Card, CardGrid, Figure, Stack } from "../../kit/card";
import { Notice } from "../../kit/notice";
import { pathTo, pathToListed } from "../../kit/places";
import { useToast } from "../../kit/toast";
import { CountText } from "../../kit/values";
import { leaveImport, type OpenImport } from "./open-import";

export function Done({
  open,
  back,
}: {
  open: Extract<OpenImport, { stage: "done" }>;
  back: string | undefined;
}) {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const [undone, setUndone] = useState(false);
  const { counts, sku_errors } = open.done;
  const onward =
    back === undefined ? "products" : open.target?.kind === "prefill" ? "campaign" : "back";
  // What a prefill workbook lists is registered next.
  const registering =
    open.target?.kind === "prefill" && !undone ? open.target.campaign_id : undefined;
  const lead = (to: string) => {
    leaveImport();
    void navigate(to);
  };
  return (
    <Stack>
      <Card
        title={t(undone ? "done.undone" : "done.title")}
        text={t(undone ? "done.undoneText" : "done.text")}
        testId="import-done"
      >
        <CardGrid min={130}>
          {(["new", "changed", "unchanged", "removed", "refused"] as const).map((fate) => (
            <Figure
              key={fate}
              label={t(`fates.${fate}`)}
              value={<CountText value={counts[fate]} />}
              testId={`import-done-${fate}`}
              {...(fate === "refused" && counts.refused > 0 ? { tone: "warn" as const } : {})}
            />
          ))}
        </CardGrid>
      </Card>
      {sku_errors > 0 && !undone && (
        <Notice
          tone="warn"
          title={t("done.skuErrors", { count: sku_errors })}
          action={
            <Button size="small" onClick={() => lead(pathTo("overview"))}>
              {t("done.showSkuErrors")}
            </Button>
          }
          testId="import-sku-errors"
        />
      )}
      <div className="pd-import-actions">
        {!undone && <UndoButton onUndone={() => setUndone(true)} />}
        <Button onClick={leaveImport} data-testid="import-more">
          {t("done.more")}
        </Button>
        <Button
          type={registering === undefined ? "primary" : "default"}
          onClick={() => lead(back ?? pathTo("products"))}
          data-testid="import-go-on"
        >
          {t(`done.${onward}`)}
        </Button>
        {registering !== undefined && (
          <RegisterButton campaignId={registering} onDraft={(id) => lead(pathToListed(id))} />
        )}
      </div>
    </Stack>
  );
}

function RegisterButton({
  campaignId,
  onDraft,
}: {
  campaignId: string;
  onDraft: (draftId: string) => void;
}) {
  const { t } = useTranslation("imports");
  const toast = useToast();
  const draft = useDeskAction("draft_open", {
    onDone: ({ line }) => onDraft(line.id),
    onRefused: (error) => toast.problem(error),
  });
  return (
    <Button
      type="primary"
      loading={draft.isPending}
      onClick={() => draft.run({ campaign_id: campaignId, again: [] })}
      data-testid="import-register"
    >
      {t("done.register")}
    </Button>
  );
}

function UndoButton({ onUndone }: { onUndone: () => void }) {
  const { t } = useTranslation("imports");
  const toast = useToast();
  const { undo, busy } = useHistory();
  return (
    <Button
      loading={busy}
      onClick={() => undo().then(onUndone, (thrown: unknown) => toast.problem(thrown))}
      data-testid="import-undo"
    >
      {t("done.undo")}
    </Button>
  );
}
