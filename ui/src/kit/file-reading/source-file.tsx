// A file that is read: what it was recognised as, and how its columns and values are to be read.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportFile, ImportPreview } from "../../bridge";
import { StatusTag } from "../status-tag";
import { CountText } from "../values";
import { Mapping } from "./mapping";
import { EncodingChoice } from "./reading-choices";
import "./file-reading.css";

const formats = ["batch_edit", "prefill", "price_template", "fail_report", "table"] as const;

export interface SourceFileProps {
  preview: ImportPreview;
  /** Which of its files. */
  position: number;
  file: ImportFile;
  onPreview: (preview: ImportPreview) => void;
  /** Beside its name. */
  extra?: ReactNode;
  /** Whether its columns stay out of sight. */
  folded?: boolean;
}

export function SourceFile({
  preview,
  position,
  file,
  onPreview,
  extra,
  folded = false,
}: SourceFileProps) {
  const { target, import_id } = preview;
  return (
    <>
      <FileLine file={file}>
        <EncodingChoice
          importId={import_id}
          position={position}
          file={file}
          onPreview={onPreview}
        />
        {extra}
      </FileLine>
      {target && file.columns.length > 0 && !folded && (
        <Mapping
          key={readingOf(file)}
          importId={import_id}
          position={position}
          file={file}
          target={target}
          onPreview={onPreview}
        />
      )}
    </>
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
