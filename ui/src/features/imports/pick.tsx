// Choosing files, and what they are for.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskError, type ImportTarget, useDeskAction } from "../../bridge";
import { Card, Stack } from "../../kit/card";
import { FilePick } from "../../kit/file-pick";
import { Notice } from "../../kit/notice";
import { FilterChips } from "../../kit/search-field";
import { problemText } from "../../kit/toast";
import { Job } from "./job";
import { setOpenImport } from "./open-import";
import { type OwnTarget, ownTargets } from "./target";

export function Pick({ asked, problem }: { asked: ImportTarget | null; problem?: DeskError }) {
  const { t } = useTranslation("imports");
  const [chosen, setChosen] = useState<OwnTarget | null>(null);
  const { read, reading } = useRead(asked);
  const target = asked ?? (chosen ? { kind: chosen } : null);
  if (reading) return <Job />;
  return (
    <Stack>
      {problem && <FileProblem problem={problem} />}
      <Card>
        <Stack>
          {!asked && (
            <div className="pd-import-kind">
              <span>{t("whatFor")}</span>
              <FilterChips<OwnTarget>
                label={t("whatFor")}
                allLabel={t("asTheyLook")}
                chips={ownTargets.map((key) => ({ key, label: t(`targets.${key}.short`) }))}
                active={chosen}
                onPick={setChosen}
              />
            </div>
          )}
          <FilePick
            kind="table"
            several
            title={t("pick.title")}
            text={t(target ? `targets.${target.kind}.files` : "pick.text")}
            onPick={(paths) => read(paths, target)}
            testId="import-pick"
          />
        </Stack>
      </Card>
      <p className="pd-import-note">{t("pick.note")}</p>
    </Stack>
  );
}

/** Opens an import; `asked` is what the address asks for, which tells this import from another. */
export function useRead(asked: ImportTarget | null) {
  const open = useDeskAction("import_open", {
    invalidates: [],
    onDone: (preview, { paths }) => setOpenImport({ stage: "preview", asked, paths, preview }),
    onRefused: (error) =>
      setOpenImport({ stage: "pick", ...(error.kind === "cancelled" ? {} : { problem: error }) }),
  });
  return {
    reading: open.isPending,
    read: (paths: string[], target: ImportTarget | null) => open.run({ paths, target }),
  };
}

function FileProblem({ problem }: { problem: DeskError }) {
  const { t } = useTranslation(["imports", "kit"]);
  const { error } = problem;
  const place = error.kind === "file" ? [error.file, error.place].filter(Boolean).join(" · ") : "";
  return (
    <Notice tone="block" title={place || t("imports:pick.failed")} testId="import-problem">
      {problemText(problem, t("kit:toast.bug"))}
    </Notice>
  );
}
