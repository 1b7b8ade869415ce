// Filling thousands of prices at once: a strategy, its rounding, what it would do, then doing it.
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Filled,
  type FillRounding,
  type FillStrategy,
  type RowFilter,
  useDeskAction,
} from "../../../bridge";
import { Stack } from "../../../kit/card";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { useShopTerms } from "../../../kit/shop-terms";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText, useToast } from "../../../kit/toast";
import { useChecked } from "../../../wizard";
import { ChangeReport } from "./change-report";
import { FillFields, usual, type Wanted } from "./fill-fields";

/** undefined while a figure is missing. */
function strategyOf({ kind, percent, margin, by, units }: Wanted): FillStrategy | undefined {
  if (kind === "percent_off") return percent === null ? undefined : { kind, percent };
  if (kind === "down_to_margin") return { kind, margin };
  if (kind === "at_ceiling") return { kind, by };
  if (kind === "stock") return { kind, units };
  return { kind };
}

function roundingOf({ rounding, minor }: Wanted): FillRounding | undefined {
  if (rounding !== "ending") return { kind: rounding };
  return minor === null ? undefined : { kind: rounding, minor };
}

export interface FillDrawerProps {
  open: boolean;
  onClose: () => void;
  draftId: string;
  filter: RowFilter;
  /** Rows the filter leaves. */
  rows: number | undefined;
}

export function FillDrawer(props: FillDrawerProps) {
  const { t } = useTranslation("drafts");
  const [wanted, setWanted] = useState(usual);
  const { complete, preview, apply, fill } = useFill(props, wanted);
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      // Opened again, it begins anew.
      afterOpenChange={(open) => !open && setWanted(usual)}
      size="min(560px, 94vw)"
      title={t("fill.title")}
      closable={{ "aria-label": t("closePanel") }}
      destroyOnHidden
      footer={
        <Button
          type="primary"
          disabled={!complete || preview.checking || !preview.answer || preview.answer.set === 0}
          loading={apply.isPending}
          onClick={fill}
          data-testid="fill-apply"
        >
          {t("fill.apply")}
        </Button>
      }
      data-testid="fill-drawer"
    >
      <Stack>
        <Scope rows={props.rows ?? 0} />
        <FillFields wanted={wanted} onWanted={setWanted} />
        <Preview complete={complete} preview={preview} />
      </Stack>
    </Drawer>
  );
}

/** What the fill would set, asked while the drawer is open, and doing it. */
function useFill({ open, draftId, filter, onClose }: FillDrawerProps, wanted: Wanted) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const toast = useToast();
  const strategy = strategyOf(wanted);
  const rounding = roundingOf(wanted);
  const complete = strategy !== undefined && rounding !== undefined;
  const request = {
    draft_id: draftId,
    filter,
    strategy: strategy ?? { kind: "as_last_time" as const },
    rounding: rounding ?? { kind: "minor_unit" as const },
    only_empty: wanted.onlyEmpty,
    fit: wanted.fit,
  };
  const preview = useChecked(
    "draft_fill",
    { ...request, preview: true },
    { enabled: open && complete },
  );
  const apply = useDeskAction("draft_fill", {
    onDone: ({ set, left }) => {
      const rest = left.map((one) => `${countText(one.rows, language)}: ${one.reason}`);
      toast.done(t("fill.done", { count: set, shown: countText(set, language) }), {
        undo: set > 0,
        detail: rest.join("\n"),
      });
      onClose();
    },
    onRefused: (error) => toast.problem(error),
  });
  return { complete, preview, apply, fill: () => apply.run({ ...request, preview: false }) };
}

function Scope({ rows }: { rows: number }) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  return (
    <p className="pd-draft-quiet">
      {t("fill.scope", { count: rows, shown: countText(rows, language) })}
    </p>
  );
}

function Preview({
  complete,
  preview: { answer, error, checking },
}: Pick<ReturnType<typeof useFill>, "complete" | "preview">) {
  const { t } = useTranslation(["drafts", "kit"]);
  const { language } = useShopTerms();
  if (!complete) return <p className="pd-draft-quiet">{t("drafts:fill.incomplete")}</p>;
  if (error) {
    return (
      <Notice tone="block" title={t("drafts:fill.failed")} testId="fill-problem">
        {problemText(error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!answer) return <BlockSkeleton />;
  return (
    <ChangeReport
      headline={t("drafts:fill.would", {
        count: answer.set,
        shown: countText(answer.set, language),
      })}
      notes={notesOf(answer).map(([key, count]) =>
        t(`drafts:fill.${key}`, { count, shown: countText(count, language) }),
      )}
      left={answer.left}
      samples={answer.samples}
      stale={checking}
    />
  );
}

/** What there is to know of the cells that change. */
function notesOf({ fitted, thin }: Filled) {
  const notes = [
    ["fitted", fitted],
    ["thin", thin],
  ] as const;
  return notes.filter(([, count]) => count > 0);
}
