// Filling thousands of prices at once: a strategy, its rounding, what it would do, then doing it.
import { Button, Drawer, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type FillRounding,
  type FillStrategy,
  type RowFilter,
  useDeskAction,
} from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { CountField, PercentField } from "../../../kit/number-fields";
import { useShopTerms } from "../../../kit/shop-terms";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText, useToast } from "../../../kit/toast";
import { useChecked } from "../../../wizard";
import { ChangeReport } from "./change-report";

const strategies = [
  "percent_off",
  "down_to_margin",
  "at_ceiling",
  "as_last_time",
  "recommended",
  "stock",
] as const satisfies readonly FillStrategy["kind"][];
const roundings = [
  "minor_unit",
  "five_hundredths",
  "tenth",
  "whole",
  "ending",
] as const satisfies readonly FillRounding["kind"][];

interface Wanted {
  kind: FillStrategy["kind"];
  percent: string | null;
  margin: string | null;
  units: number | null;
  rounding: FillRounding["kind"];
  minor: number | null;
}

const usual: Wanted = {
  kind: "percent_off",
  percent: null,
  margin: null,
  units: null,
  rounding: "minor_unit",
  minor: null,
};

/** undefined while a figure is missing. */
function strategyOf({ kind, percent, margin, units }: Wanted): FillStrategy | undefined {
  if (kind === "percent_off") return percent === null ? undefined : { kind, percent };
  if (kind === "down_to_margin") return { kind, margin };
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
        <StrategyFields wanted={wanted} onWanted={setWanted} />
        {wanted.kind !== "stock" && <RoundingFields wanted={wanted} onWanted={setWanted} />}
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
    strategy: strategy ?? { kind: "at_ceiling" as const },
    rounding: rounding ?? { kind: "minor_unit" as const },
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
      left={answer.left}
      samples={answer.samples}
      stale={checking}
    />
  );
}

interface PartProps {
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
}

function StrategyFields({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation("drafts");
  return (
    <>
      <Field group label={t("fill.strategy")}>
        {() => (
          <Radio.Group
            className="pd-draft-strategies"
            value={wanted.kind}
            onChange={({ target }) =>
              onWanted({ ...wanted, kind: target.value as FillStrategy["kind"] })
            }
            aria-label={t("fill.strategy")}
          >
            {strategies.map((kind) => (
              <Radio key={kind} value={kind} data-testid={`strategy-${kind}`}>
                <strong>{t(`fill.strategies.${kind}`)}</strong>
                <small>{t(`fill.texts.${kind}`)}</small>
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
      {wanted.kind === "percent_off" && (
        <Field label={t("fill.percent")}>
          {(control) => (
            <PercentField
              {...control}
              value={wanted.percent}
              onChange={(percent) => onWanted({ ...wanted, percent })}
              testId="fill-percent"
            />
          )}
        </Field>
      )}
      {wanted.kind === "down_to_margin" && (
        <Field label={t("fill.margin")} hint={t("fill.marginHint")} optional>
          {(control) => (
            <PercentField
              {...control}
              value={wanted.margin}
              onChange={(margin) => onWanted({ ...wanted, margin })}
              testId="fill-margin"
            />
          )}
        </Field>
      )}
      {wanted.kind === "stock" && (
        <Field label={t("fill.units")} hint={t("fill.unitsHint")} optional>
          {(control) => (
            <CountField
              {...control}
              value={wanted.units}
              onChange={(units) => onWanted({ ...wanted, units })}
              testId="fill-units"
            />
          )}
        </Field>
      )}
    </>
  );
}

function RoundingFields({ wanted, onWanted }: PartProps) {
  const { t } = useTranslation("drafts");
  return (
    <>
      <Field label={t("fill.rounding")}>
        {({ id, status }) => (
          <Select<FillRounding["kind"]>
            id={id}
            status={status}
            style={{ width: 260 }}
            value={wanted.rounding}
            onChange={(rounding) => onWanted({ ...wanted, rounding })}
            options={roundings.map((value) => ({ value, label: t(`fill.roundings.${value}`) }))}
            data-testid="fill-rounding"
          />
        )}
      </Field>
      {wanted.rounding === "ending" && (
        <Field label={t("fill.ending")} hint={t("fill.endingHint")}>
          {(control) => (
            <CountField
              {...control}
              value={wanted.minor}
              onChange={(minor) => onWanted({ ...wanted, minor })}
              testId="fill-ending"
            />
          )}
        </Field>
      )}
    </>
  );
}
