// Which column of a table fills which field, and how its values are written.
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ImportColumn,
  type ImportFieldChoice,
  type ImportFile,
  type ImportPreview,
  type ImportTarget,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { type DataColumn, DataTable } from "../data-table";
import { Notice } from "../notice";
import { inARow } from "../sentences";
import { BlockSkeleton } from "../skeletons";
import { StatusTag } from "../status-tag";
import { useToast } from "../toast";
import { MarkChoice, OrderChoice, settled, WholeListChoice } from "./reading-choices";

/** Stands for "pass this column over" in the list, where null would mean nothing chosen. */
const passedOver = "-";

interface MappingProps {
  importId: string;
  position: number;
  file: ImportFile;
  target: ImportTarget;
  onPreview: (preview: ImportPreview) => void;
}

export function Mapping({ importId, position, file, target, onPreview }: MappingProps) {
  const { t } = useTranslation("imports");
  const toast = useToast();
  const choices = useDesk("import_fields", { target });
  const [fields, setFields] = useState(() => file.columns.map((column) => column.field));
  const [mark, setMark] = useState(() => settled(file.decimal_mark));
  const [order, setOrder] = useState(() => settled(file.day_order));
  const [whole, setWhole] = useState(file.lists_every_sku);
  const remap = useDeskAction("import_remap", {
    invalidates: ["import_rows", "coupon_customer_file"],
    onDone: onPreview,
    onRefused: (error) => toast.problem(error),
  });
  const columns = useColumns(choices.data?.fields ?? [], fields, setFields);
  if (!choices.data) return <BlockSkeleton />;

  const missing = choices.data.fields.filter(
    ({ field, required }) => required && !fields.includes(field),
  );
  const changed =
    mark !== settled(file.decimal_mark) ||
    order !== settled(file.day_order) ||
    whole !== file.lists_every_sku ||
    file.columns.some((column, index) => column.field !== fields[index]);
  return (
    <div className="pd-import-mapping" data-testid={`mapping-${position}`}>
      <DataTable<ImportColumn>
        label={t("mapping.title")}
        columns={columns}
        rows={file.columns}
        rowKey={(column) => String(column.index)}
        empty={{ title: t("mapping.none") }}
      />
      <MarkChoice file={file} mark={mark} onMark={setMark} />
      <OrderChoice file={file} order={order} onOrder={setOrder} />
      <WholeListChoice whole={whole} onWhole={setWhole} />
      {missing.length > 0 && (
        <Notice
          tone="warn"
          title={t("mapping.missing", { fields: inARow(missing.map(({ name }) => name)) })}
          testId="mapping-missing"
        />
      )}
      <div>
        <Button
          onClick={() =>
            remap.run({
              import_id: importId,
              file: position,
              fields,
              encoding: null,
              decimal_mark: mark === settled(file.decimal_mark) ? null : mark,
              day_order: order === settled(file.day_order) ? null : order,
              lists_every_sku: whole,
              target,
            })
          }
          disabled={!changed}
          loading={remap.isPending}
          data-testid="mapping-apply"
        >
          {t("mapping.apply")}
        </Button>
      </div>
    </div>
  );
}

function useColumns(
  choices: readonly ImportFieldChoice[],
  fields: readonly (string | null)[],
  setFields: (fields: (string | null)[]) => void,
): DataColumn<ImportColumn>[] {
  const { t } = useTranslation("imports");
  const choose = (index: number, field: string) =>
    setFields(
      fields.map((old, at) => (at === index ? (field === passedOver ? null : field) : old)),
    );
  const position = (column: ImportColumn) => column.index;
  return [
    {
      key: "heading",
      title: t("mapping.column"),
      width: 200,
      render: (column) => <strong>{column.heading || t("mapping.noHeading")}</strong>,
    },
    {
      key: "samples",
      title: t("mapping.samples"),
      render: (column) => (
        <span className="pd-import-samples" title={column.samples.join("\n")}>
          {column.samples.slice(0, 3).join(" · ")}
        </span>
      ),
    },
    {
      key: "field",
      title: t("mapping.field"),
      width: 250,
      render: (column) => (
        <Select
          aria-label={t("mapping.fieldOf", { column: column.heading })}
          value={fields[position(column)] ?? passedOver}
          options={[
            { value: passedOver, label: t("mapping.passOver") },
            ...choices.map(({ field, name, required }) => ({
              value: field,
              label: required ? t("mapping.required", { name }) : name,
            })),
          ]}
          onChange={(field) => choose(position(column), field)}
          style={{ width: 230 }}
          data-testid={`map-column-${column.index}`}
        />
      ),
    },
    {
      key: "from",
      title: t("mapping.from"),
      width: 130,
      render: (column) =>
        column.field === null || column.field !== fields[position(column)] ? null : (
          <StatusTag tone={column.from === "guessed" ? "warn" : "good"} dot={false}>
            {t(`origins.${column.from}`)}
          </StatusTag>
        ),
    },
  ];
}
