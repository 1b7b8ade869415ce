// Each file of an import: what it was recognised as, and its columns where they need a mapping.
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportFile, ImportPreview, ImportTarget } from "../../bridge";
import { Card } from "../../kit/card";
import { Field } from "../../kit/field";
import { Notice } from "../../kit/notice";
import { StatusTag } from "../../kit/status-tag";
import { CountText } from "../../kit/values";
import { Mapping } from "./mapping";
import { EncodingChoice } from "./reading-choices";
import { isOwn, type OwnTarget, ownTargets } from "./target";

const formats = ["batch_edit", "prefill", "price_template", "fail_report", "table"] as const;

export interface FilesProps {
  preview: ImportPreview;
  /** The address says what the files are for, so it is not asked. */
  fixed: boolean;
  onPreview: (preview: ImportPreview) => void;
  onTarget: (target: ImportTarget) => void;
}

export function Files({ preview, fixed, onPreview, onTarget }: FilesProps) {
  const { t } = useTranslation("imports");
  const { files, target } = preview;
  const tables = files.some((file) => file.columns.length > 0);
  return (
    <Card title={t("files.title", { count: files.length })} testId="import-files">
      <ul className="pd-import-files">
        {files.map((file, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; the desk counts them
          <li key={position}>
            <FileLine file={file}>
              <EncodingChoice
                importId={preview.import_id}
                position={position}
                file={file}
                onPreview={onPreview}
              />
            </FileLine>
            {target && file.columns.length > 0 && (
              <Mapping
                key={readingOf(file)}
                importId={preview.import_id}
                position={position}
                file={file}
                target={target}
                onPreview={onPreview}
              />
            )}
          </li>
        ))}
      </ul>
      {!fixed && tables && <TargetQuestion target={target} onTarget={onTarget} />}
    </Card>
  );
}

/** What the desk read a file with: its mapping starts anew when that changes. */
function readingOf({ encoding, columns, decimal_mark, day_order, lists_every_sku }: ImportFile) {
  const fields = columns.map(({ heading, field }) => [heading, field]);
  return JSON.stringify([encoding, fields, decimal_mark, day_order, lists_every_sku]);
}

function FileLine({ file, children }: { file: ImportFile; children: ReactNode }) {
  const { t } = useTranslation("imports");
  const format = formats.find((one) => one === file.format);
  return (
    <div className="pd-import-file">
      <strong title={file.name}>{file.name}</strong>
      <StatusTag tone={format === undefined ? "neutral" : "info"} dot={false}>
        {format ? t(`formats.${format}`) : file.format}
      </StatusTag>
      <span>
        <CountText value={file.rows} /> {t("files.rows")}
      </span>
      {children}
    </div>
  );
}

function TargetQuestion({
  target,
  onTarget,
}: {
  target: ImportTarget | null;
  onTarget: (target: ImportTarget) => void;
}) {
  const { t } = useTranslation("imports");
  const own = target && isOwn(target) ? target.kind : undefined;
  return (
    <div className="pd-import-target">
      {target === null && <Notice tone="warn" title={t("files.unknown")} testId="import-unknown" />}
      <Field label={t("files.target")}>
        {(control) => (
          <Select<OwnTarget>
            {...control}
            aria-label={t("files.target")}
            value={own ?? null}
            placeholder={t("files.choose")}
            options={ownTargets.map((kind) => ({ value: kind, label: t(`targets.${kind}.short`) }))}
            onChange={(kind) => onTarget({ kind })}
            style={{ width: 320 }}
            data-testid="import-target"
          />
        )}
      </Field>
    </div>
  );
}
