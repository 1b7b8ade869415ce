// Choosing files: the native dialog, or dropping them on the window.
import { InboxOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FileKind, listenToWindow, pickFiles } from "../bridge";
import { useToast } from "./toast";
import "./file-pick.css";

export interface FilePickProps {
  kind: FileKind;
  several?: boolean;
  /** What to drop here: "Batch edit workbooks". Also the dialog's title. */
  title: string;
  /** Which files, from where. */
  text?: string;
  /** Absolute paths, at least one. */
  onPick: (paths: string[]) => void;
  disabled?: boolean;
  testId?: string;
}

export function FilePick(props: FilePickProps) {
  const { kind, several = false, title, text, onPick, disabled = false, testId } = props;
  const { t } = useTranslation("kit");
  const toast = useToast();
  const over = useDroppedFiles((paths, unreadable) => {
    if (disabled) return;
    if (unreadable > 0) toast.notice(t("files.unreadable", { count: unreadable }));
    const [first] = paths;
    if (first === undefined) return;
    if (!several && paths.length > 1) toast.notice(t("files.onlyFirst"));
    onPick(several ? paths : [first]);
  });
  const choose = async () => {
    try {
      const paths = await pickFiles(kind, title, several);
      if (paths.length > 0) onPick(paths);
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <section
      className="pd-file-pick"
      aria-label={title}
      data-over={over && !disabled}
      data-testid={testId ?? "file-pick"}
    >
      <InboxOutlined className="pd-file-pick-icon" aria-hidden="true" />
      <p className="pd-file-pick-title">{title}</p>
      {text && <p className="pd-file-pick-text">{text}</p>}
      <Button type="primary" onClick={choose} disabled={disabled} data-testid="choose-files">
        {t(several ? "files.chooseSeveral" : "files.choose")}
      </Button>
      <p className="pd-file-pick-text">{t(several ? "files.orDropSeveral" : "files.orDrop")}</p>
    </section>
  );
}

/** Hears of files dropped on the window while mounted; true while they are held over it. */
export function useDroppedFiles(onDrop: (paths: string[], unreadable: number) => void): boolean {
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent(onDrop);
  useEffect(
    () =>
      listenToWindow((notice) => {
        if (notice.kind === "filesOver") setOver(true);
        if (notice.kind === "filesGone") setOver(false);
        if (notice.kind === "filesDropped") {
          setOver(false);
          dropped(notice.paths, notice.unreadable);
        }
      }),
    [],
  );
  return over;
}

/** The last part of a path, for showing. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) || path;
}
