// What a file leaves open, as it was recognised: its encoding, how its numbers and dates are written,
// and whether it is the whole list.
import { Checkbox, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import {
  type DayOrder,
  type DecimalMark,
  type ImportFile,
  type ImportPreview,
  type TextEncoding,
  useDeskAction,
} from "../../bridge";
import { Field } from "../field";
import { StatusTag } from "../status-tag";
import { useToast } from "../toast";

const encodings: readonly { value: TextEncoding; label: string }[] = [
  { value: "utf8", label: "UTF-8" },
  { value: "gb18030", label: "GB18030" },
  { value: "utf16_le", label: "UTF-16LE" },
  { value: "utf16_be", label: "UTF-16BE" },
  { value: "windows1252", label: "Windows-1252" },
];

interface EncodingProps {
  importId: string;
  position: number;
  file: ImportFile;
  onPreview: (preview: ImportPreview) => void;
}

/** Another encoding reads the file anew at once: its headings are others then. */
export function EncodingChoice({ importId, position, file, onPreview }: EncodingProps) {
  const { t } = useTranslation("imports");
  const toast = useToast();
  const remap = useDeskAction("import_remap", {
    invalidates: ["import_rows"],
    onDone: onPreview,
    onRefused: (error) => toast.problem(error),
  });
  const { encoding } = file;
  if (!encoding) return null;
  return (
    <span className="pd-import-encoding">
      <Select<TextEncoding>
        aria-label={t("choices.encodingOf", { file: file.name })}
        size="small"
        value={encoding.chosen ?? encoding.recognised}
        placeholder={t("choices.encoding")}
        status={encoding.open ? "error" : ""}
        options={[...encodings]}
        loading={remap.isPending}
        onChange={(value) =>
          remap.run({
            import_id: importId,
            file: position,
            fields: [],
            encoding: value,
            decimal_mark: null,
            day_order: null,
            lists_every_sku: null,
            target: null,
          })
        }
        style={{ width: 140 }}
        data-testid={`encoding-${position}`}
      />
      <Origin chosen={encoding.chosen !== null} open={encoding.open} />
    </span>
  );
}

function Origin({ chosen, open }: { chosen: boolean; open: boolean }) {
  const { t } = useTranslation("imports");
  const key = chosen ? "chosen" : open ? "open" : "recognised";
  return (
    <StatusTag tone={open ? "warn" : "neutral"} dot={false}>
      {t(`choices.${key}`)}
    </StatusTag>
  );
}

/** What is chosen, or what the file shows where that is enough. */
export function settled<T>(choice: ImportChoiceOf<T> | null): T | null {
  if (!choice) return null;
  return choice.chosen ?? (choice.open ? null : choice.recognised);
}

interface ImportChoiceOf<T> {
  recognised: T | null;
  chosen: T | null;
  open: boolean;
}

export function MarkChoice({
  file,
  mark,
  onMark,
}: {
  file: ImportFile;
  mark: DecimalMark | null;
  onMark: (mark: DecimalMark) => void;
}) {
  const { t } = useTranslation("imports");
  const choice = file.decimal_mark;
  if (!choice) return null;
  const what = choice.recognised === "comma" ? "choices.markComma" : "choices.markUnclear";
  return (
    <Field
      group
      label={t("choices.mark")}
      hint={t("choices.markHint")}
      {...(choice.open && mark === null
        ? { problem: { what: t(what), action: t("choices.markChoose") } }
        : {})}
    >
      {() => (
        <>
          <Radio.Group
            value={mark}
            onChange={(event) => onMark(event.target.value as DecimalMark)}
            options={[
              { value: "point", label: "1,234.56" },
              { value: "comma", label: "1.234,56" },
            ]}
            data-testid="decimal-mark"
          />
          <Origin chosen={choice.chosen !== null} open={choice.open} />
        </>
      )}
    </Field>
  );
}

export function OrderChoice({
  file,
  order,
  onOrder,
}: {
  file: ImportFile;
  order: DayOrder | null;
  onOrder: (order: DayOrder) => void;
}) {
  const { t } = useTranslation("imports");
  const choice = file.day_order;
  if (!choice) return null;
  return (
    <Field
      group
      label={t("choices.order")}
      {...(choice.open && order === null
        ? { problem: { what: t("choices.orderUnclear"), action: t("choices.orderChoose") } }
        : {})}
    >
      {() => (
        <>
          <Radio.Group
            value={order}
            onChange={(event) => onOrder(event.target.value as DayOrder)}
            options={[
              { value: "day_first", label: t("choices.dayFirst") },
              { value: "month_first", label: t("choices.monthFirst") },
            ]}
            data-testid="day-order"
          />
          <Origin chosen={choice.chosen !== null} open={choice.open} />
        </>
      )}
    </Field>
  );
}

export function WholeListChoice({
  whole,
  onWhole,
}: {
  whole: boolean | null;
  onWhole: (whole: boolean) => void;
}) {
  const { t } = useTranslation("imports");
  if (whole === null) return null;
  return (
    <Field label={t("choices.whole")} hint={t("choices.wholeHint")}>
      {({ id }) => (
        <Checkbox
          id={id}
          checked={whole}
          onChange={(event) => onWhole(event.target.checked)}
          data-testid="whole-list"
        >
          {t("choices.wholeYes")}
        </Checkbox>
      )}
    </Field>
  );
}
