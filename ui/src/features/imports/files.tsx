// Each file of an import: what it was recognised as, and its columns where they need a mapping.
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportPreview, ImportTarget } from "../../bridge";
import { Card } from "../../kit/card";
import { Field } from "../../kit/field";
import { SourceFile } from "../../kit/file-reading/source-file";
import { Notice } from "../../kit/notice";
import { isOwn, type OwnTarget, ownTargets } from "./target";

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
            <SourceFile preview={preview} position={position} file={file} onPreview={onPreview} />
          </li>
        ))}
      </ul>
      {!fixed && tables && <TargetQuestion target={target} onTarget={onTarget} />}
    </Card>
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
