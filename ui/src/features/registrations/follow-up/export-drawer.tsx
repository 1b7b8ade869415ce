// Writing registrations to a file: CSV, the platform's templates, the seller's own workbook, an evidence sheet.
import { Button, Drawer, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Exported,
  type ExportFormat,
  type FileKind,
  pickFiles,
  pickSave,
  useDeskAction,
} from "../../../bridge";
import { Row, Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { fileName } from "../../../kit/file-pick";
import { Notice } from "../../../kit/notice";
import { problemText, useToast } from "../../../kit/toast";
import { CountText } from "../../../kit/values";

const formats = [
  "csv",
  "price_template",
  "prefill",
  "evidence",
] as const satisfies readonly ExportFormat["kind"][];
type Format = (typeof formats)[number];

/** How each form is stored. */
const files: Record<Format, { kind: FileKind; ending: string }> = {
  csv: { kind: "csv", ending: "csv" },
  price_template: { kind: "xlsx", ending: "xlsx" },
  prefill: { kind: "xlsx", ending: "xlsx" },
  evidence: { kind: "csv", ending: "csv" },
};

export interface ExportDrawerProps {
  campaignId: string;
  campaignName: string;
  open: boolean;
  onClose: () => void;
}

export function ExportDrawer(props: ExportDrawerProps) {
  const { t } = useTranslation("registrations");
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      size="min(560px, 94vw)"
      title={t("export.title")}
      closable={{ "aria-label": t("close") }}
      destroyOnHidden
      data-testid="export-drawer"
    >
      <ExportForm {...props} />
    </Drawer>
  );
}

function ExportForm({ campaignId, campaignName }: ExportDrawerProps) {
  const { t } = useTranslation(["registrations", "kit"]);
  const toast = useToast();
  const [format, setFormat] = useState<Format>("csv");
  const [source, setSource] = useState<string | null>(null);
  const write = useDeskAction("export_registrations", { invalidates: [] });
  const incomplete = format === "prefill" && source === null;
  const chooseSource = async () => {
    try {
      const [path] = await pickFiles("xlsx", t("registrations:export.source"));
      if (path !== undefined) setSource(path);
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  const save = async () => {
    const { kind, ending } = files[format];
    const suggested = `${plainName(campaignName)} ${t(`registrations:export.names.${format}`)}.${ending}`;
    try {
      const path = await pickSave(kind, suggested, t("registrations:export.title"));
      if (path === null) return;
      write.run({
        campaign_id: campaignId,
        format: format === "prefill" ? { kind: format, source: source ?? "" } : { kind: format },
        path,
      });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <Stack>
      <Field group label={t("registrations:export.format")}>
        {() => (
          <Radio.Group
            className="pd-follow-formats"
            value={format}
            onChange={({ target }) => {
              setFormat(target.value as Format);
              write.reset();
            }}
            aria-label={t("registrations:export.format")}
          >
            {formats.map((one) => (
              <Radio key={one} value={one} data-testid={`format-${one}`}>
                <strong>{t(`registrations:export.formats.${one}`)}</strong>
                <small>{t(`registrations:export.texts.${one}`)}</small>
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
      {format === "prefill" && (
        <Row gap={12}>
          <Button onClick={chooseSource} data-testid="export-source">
            {t("registrations:export.chooseSource")}
          </Button>
          <span className="pd-reg-quiet" data-testid="export-source-name">
            {source === null ? t("registrations:export.noSource") : fileName(source)}
          </span>
        </Row>
      )}
      {write.error && (
        <Notice tone="block" title={t("registrations:export.failed")} testId="export-problem">
          {problemText(write.error, t("kit:toast.bug"))}
        </Notice>
      )}
      {write.data && <Written exported={write.data} />}
      <div>
        <Button
          type="primary"
          disabled={incomplete}
          loading={write.isPending}
          onClick={save}
          data-testid="export-save"
        >
          {t("registrations:export.save")}
        </Button>
      </div>
    </Stack>
  );
}

function Written({ exported: { path, rows, dropped, notes } }: { exported: Exported }) {
  const { t } = useTranslation("registrations");
  return (
    <Notice tone="good" title={t("export.done")} testId="export-done">
      <p className="pd-follow-path">{path}</p>
      <p>
        {t("export.rows")} <CountText value={rows} />
        {dropped > 0 && (
          <>
            {" · "}
            {t("export.dropped")} <CountText value={dropped} />
          </>
        )}
      </p>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Characters that no file system minds. */
function plainName(name: string): string {
  return name.replace(/[\\/:*?"<>|]+/g, " ").trim();
}
