// A campaign begun from Seller Center's prefill workbook: what it says stands in the form, the seller
// states the rest, and once it is recorded the same workbook is previewed for it.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type Campaign, type PrefillGlanced, useDeskAction } from "../../bridge";
import { Card, CardGrid, Figure, Stack } from "../../kit/card";
import { FilePick } from "../../kit/file-pick";
import { FileProblem } from "../../kit/file-problem";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { type FilesBrought, pathTo, pathToCampaign, pathToImport } from "../../kit/places";
import { BlockSkeleton } from "../../kit/skeletons";
import { CountText } from "../../kit/values";
import type { CampaignDraft } from "./campaign-draft";
import { RecordForm } from "./record";

export function FromPrefill() {
  const { t } = useTranslation("campaigns");
  const navigate = useNavigate();
  const glance = useDeskAction("prefill_glance", { invalidates: [] });
  const header = (
    <PageHeader
      title={t("prefillPage.title")}
      subtitle={t("prefillPage.text")}
      back={{ label: t("title"), to: pathTo("campaigns") }}
    />
  );
  if (glance.isSuccess) {
    const { data: workbook, variables } = glance;
    const toPreview = ({ id }: Campaign) => {
      const state: FilesBrought = { files: [variables.path] };
      const target = { kind: "prefill", campaign_id: id } as const;
      void navigate(pathToImport(target, pathToCampaign(id)), { state });
    };
    return (
      <RecordForm
        key={variables.path}
        header={
          <>
            {header}
            <Workbook workbook={workbook} onOther={glance.reset} />
          </>
        }
        keptAs={`prefill.${workbook.name}`}
        begin={(usual) => begun(usual, workbook)}
        onSaved={toPreview}
      />
    );
  }
  return (
    <div data-testid="campaign-from-prefill">
      {header}
      {glance.isPending ? (
        <BlockSkeleton />
      ) : (
        <Stack>
          {glance.error && (
            <FileProblem
              problem={glance.error}
              title={t("prefillPage.failed")}
              testId="prefill-problem"
            />
          )}
          <ChooseWorkbook onPick={(path) => glance.run({ path })} />
        </Stack>
      )}
    </div>
  );
}

function ChooseWorkbook({ onPick }: { onPick: (path: string) => void }) {
  const { t } = useTranslation("campaigns");
  return (
    <Card>
      <FilePick
        kind="workbook"
        title={t("prefillPage.pick")}
        text={t("prefillPage.pickText")}
        onPick={([path]) => path !== undefined && onPick(path)}
        testId="prefill-pick"
      />
    </Card>
  );
}

function Workbook({ workbook, onOther }: { workbook: PrefillGlanced; onOther: () => void }) {
  const { t } = useTranslation("campaigns");
  const { name, products, skus, known_skus, refused } = workbook;
  const figures = { products, skus, known_skus, refused };
  return (
    <Card
      title={name}
      text={t(workbook.note === "" ? "prefillPage.says" : "prefillPage.saysWithNote")}
      extra={
        <Button onClick={onOther} data-testid="prefill-other">
          {t("prefillPage.other")}
        </Button>
      }
      testId="prefill-workbook"
    >
      <Stack>
        <CardGrid min={150}>
          {(["products", "skus", "known_skus", "refused"] as const).map((key) => (
            <Figure
              key={key}
              label={t(`prefillPage.${key}`)}
              value={<CountText value={figures[key]} />}
              testId={`prefill-${key}`}
              {...(key === "refused" && refused > 0 ? { tone: "warn" as const } : {})}
            />
          ))}
        </CardGrid>
        {workbook.notes.map((note) => (
          <Notice key={note} tone="warn" title={note} testId="prefill-note" />
        ))}
      </Stack>
    </Card>
  );
}

/** The usual terms with what the workbook says; it states no dates, so none are proposed. */
function begun(usual: Campaign, { note }: PrefillGlanced): CampaignDraft {
  const open = { start: null, end: null };
  return { ...usual, registration: open, running: open, note };
}
