// Choosing files, and what they are for.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { type DeskError, type ImportTarget, useDeskAction } from "../../bridge";
import { Card, Stack } from "../../kit/card";
import { FilePick } from "../../kit/file-pick";
import { FileProblem } from "../../kit/file-problem";
import type { FilesBrought } from "../../kit/places";
import { FilterChips } from "../../kit/search-field";
import { Job } from "./job";
import { setOpenImport } from "./open-import";
import { type OwnTarget, ownTargets } from "./target";

export function Pick({ asked, problem }: { asked: ImportTarget | null; problem?: DeskError }) {
  const { t } = useTranslation("imports");
  const [chosen, setChosen] = useState<OwnTarget | null>(null);
  const { read, reading } = useRead(asked);
  useBrought((files) => read(files, asked));
  const target = asked ?? (chosen ? { kind: chosen } : null);
  if (reading) return <Job />;
  return (
    <Stack>
      {problem && (
        <FileProblem problem={problem} title={t("pick.failed")} testId="import-problem" />
      )}
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

/** Reads files that another page brought along, once: coming back to the address reads none. */
function useBrought(onFiles: (files: string[]) => void) {
  const { pathname, search, state } = useLocation();
  const navigate = useNavigate();
  const taken = useRef<unknown>(null);
  const take = useEffectEvent(() => {
    const { files } = (state ?? { files: [] }) as FilesBrought;
    if (files.length === 0 || taken.current === state) return;
    taken.current = state;
    void navigate(pathname + search, { replace: true, state: null });
    onFiles(files);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks anew for every address that brings something
  useEffect(() => take(), [state]);
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
