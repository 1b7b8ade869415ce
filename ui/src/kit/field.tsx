// A labelled field with what the rulebook says about it right beside it.
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { FindingView } from "../bridge";
import { findingsAt, useFindings } from "./findings/findings-context";
import { FindingsSlot } from "./findings/findings-slot";
import { sentences } from "./sentences";
import "./field.css";

/** What the control of a field gets: spread it on the input. */
export interface ControlProps {
  id: string;
  status: "error" | "warning" | "";
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
}

/** What is wrong with a field and what to do, in the desk's words. */
export interface FieldFault {
  what: string;
  action: string;
}

export interface FieldProps {
  label: ReactNode;
  /** The draft's path or paths this field answers for, as findings name them: `window.start`, `items[0].campaign_price`. */
  path?: string | readonly string[];
  /** Findings to show instead of those of the surrounding `FindingsProvider`. */
  findings?: readonly FindingView[];
  /** Why what is typed cannot be taken at all, where it is no rule that says so. */
  problem?: FieldFault | undefined;
  hint?: ReactNode;
  optional?: boolean;
  onRepair?: (finding: FindingView) => void;
  /** Whether the control is a group (radio buttons, several inputs): labelled as a group then. */
  group?: boolean;
  id?: string;
  testId?: string;
  children: (control: ControlProps) => ReactNode;
}

export function Field(props: FieldProps) {
  const { label, path, hint, problem, group = false } = props;
  const made = useId();
  const id = props.id ?? made;
  const surrounding = useFindings();
  const findings =
    props.findings ?? (path === undefined ? [] : findingsAt(surrounding.findings, path));
  const onRepair = props.onRepair ?? surrounding.onRepair;
  const worst =
    problem || findings.some(({ grade }) => grade === "block")
      ? "error"
      : findings.some(({ grade }) => grade === "warn")
        ? "warning"
        : "";
  const describedBy =
    [
      hint ? `${id}-hint` : "",
      problem ? `${id}-problem` : "",
      findings.length > 0 ? `${id}-findings` : "",
    ]
      .filter(Boolean)
      .join(" ") || undefined;
  const control: ControlProps = {
    id,
    status: worst,
    "aria-invalid": worst === "error",
    "aria-describedby": describedBy,
  };
  const Frame = group ? "fieldset" : "div";

  return (
    <Frame className="pd-field" data-testid={props.testId} data-status={worst}>
      <FieldLabel id={id} group={group} optional={props.optional ?? false}>
        {label}
      </FieldLabel>
      {props.children(control)}
      {hint && (
        <p className="pd-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p
          className="pd-field-problem"
          id={`${id}-problem`}
          role="alert"
          data-testid="field-problem"
        >
          {sentences(problem.what, problem.action)}
        </p>
      )}
      {findings.length > 0 && (
        <div id={`${id}-findings`} className="pd-field-findings">
          <FindingsSlot findings={findings} compact {...(onRepair ? { onRepair } : {})} />
        </div>
      )}
    </Frame>
  );
}

function FieldLabel({
  id,
  group,
  optional,
  children,
}: {
  id: string;
  group: boolean;
  optional: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation("kit");
  const text = (
    <>
      {children}
      {optional && <span className="pd-field-optional"> {t("field.optional")}</span>}
    </>
  );
  return group ? (
    <legend className="pd-field-label">{text}</legend>
  ) : (
    <label className="pd-field-label" htmlFor={id}>
      {text}
    </label>
  );
}
