// The made-up desk's import room: two workbooks and a table, thousands of rows, some of them refused.
import type { ImportPreview, ImportRow, RowFate } from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";
import { finding } from "../../bridge/samples";
import { titleOf } from "./products";

const counts = { new: 2140, changed: 312, unchanged: 1544, removed: 0, refused: 6 };
const total = counts.new + counts.changed + counts.unchanged + counts.refused;

export function importPreview(changes: Partial<ImportPreview> = {}): ImportPreview {
  const file = {
    format: "batch_edit",
    encoding: null,
    columns: [],
    decimal_mark: null,
    day_order: null,
    lists_every_sku: true,
  };
  return {
    import_id: "import-1",
    target: { kind: "catalogue" },
    files: [
      {
        ...file,
        name: "Tiktoksellercenter_batchedit_20261120_all_information_template.xlsx",
        rows: 3100,
      },
      {
        ...file,
        name: "Tiktoksellercenter_batchedit_20261120_sales_information_template (2).xlsx",
        rows: total - 3100,
      },
    ],
    counts,
    blocked_by: null,
    notes: [],
    findings: [],
    ...changes,
  };
}

export const skuErrorWarning = finding({
  rule: "RG-19",
  title: "Retail price of a registered SKU changed",
  grade: "warn",
  field: "retail_price",
  what: "The retail price of 3 registered SKUs changes. Their products go into SKU error.",
  why: "The platform takes a product out of the campaign when its price or stock base changes.",
  action: "Register them again within 7 days, or leave these rows out of the file.",
  limit: null,
  value: null,
  gap: null,
  repair: [],
});

export const costsTable: ImportPreview = importPreview({
  target: { kind: "costs" },
  files: [
    {
      name: "成本表 2026-11.csv",
      format: "table",
      rows: 1802,
      encoding: { recognised: "gb18030", chosen: null, open: false },
      columns: [
        {
          index: 0,
          heading: "SKU编号",
          field: "sku_id",
          from: "guessed",
          samples: ["1729384756102938471", "1729384756102938472"],
        },
        {
          index: 1,
          heading: "采购价",
          field: null,
          from: "guessed",
          samples: ["1.234", "7.500", "12.000"],
        },
        {
          index: 2,
          heading: "备注",
          field: null,
          from: "guessed",
          samples: ["🐻 小熊", "<script>alert(1)</script>"],
        },
      ],
      decimal_mark: { recognised: null, chosen: null, open: true },
      day_order: null,
      lists_every_sku: null,
    },
  ],
  counts: { new: 0, changed: 0, unchanged: 0, removed: 0, refused: 0 },
  blocked_by: "The column with the cost is not chosen yet.",
});

function rowAt(index: number): ImportRow {
  const fate: RowFate =
    index < 6 ? "refused" : index < 318 ? "changed" : index < 2458 ? "new" : "unchanged";
  const refusals = [
    {
      column: "sku_id",
      after: "1.73238E+18",
      reason: "This id was destroyed by a spreadsheet.",
      remedy: "Download the workbook again and upload it without opening it first.",
    },
    {
      column: "price",
      after: "19,9O",
      reason: "This is no price.",
      remedy: "Write digits with one decimal mark, such as 19.90.",
    },
    {
      column: "price",
      after: "0.005",
      reason: "The price has more digits than US dollars have.",
      remedy: "Round it to two digits.",
    },
    {
      column: "product_name",
      after: "Mug",
      reason: "Rows 812 and 813 name the product differently.",
      remedy: "Give both rows the same name.",
    },
  ];
  const refusal = refusals[index % refusals.length];
  return {
    file: index % 7 === 0 ? 1 : 0,
    row: index + 6,
    fate,
    id: index === 0 ? null : `17293847561029${String(38471 + index)}`,
    title: titleOf(index),
    changes:
      fate === "refused" && refusal
        ? [{ before: null, ...refusal }]
        : fate === "changed"
          ? [
              {
                column: "price",
                before: "19.99 USD",
                after: "17.99 USD",
                reason: null,
                remedy: null,
              },
              { column: "quantity", before: "120", after: "96", reason: null, remedy: null },
            ]
          : fate === "new"
            ? [{ column: "price", before: null, after: "24.50 USD", reason: null, remedy: null }]
            : [],
  };
}

const starts: Record<RowFate, number> = {
  refused: 0,
  changed: 6,
  new: 318,
  unchanged: 2458,
  removed: total,
};

export const importRoom: FakeAnswers = {
  import_open: ({ target }) => (target?.kind === "costs" ? costsTable : importPreview()),
  import_fields: {
    fields: [
      { field: "sku_id", name: "SKU ID", required: true },
      { field: "seller_sku", name: "Seller SKU", required: false },
      { field: "unit_cost", name: "Unit cost", required: true },
    ],
  },
  import_remap: ({ fields, decimal_mark }) => ({
    ...costsTable,
    files: costsTable.files.map((file) => ({
      ...file,
      decimal_mark: { recognised: null, chosen: decimal_mark, open: decimal_mark === null },
      columns: file.columns.map((column, index) => ({
        ...column,
        field: fields[index] ?? null,
        from: "chosen" as const,
      })),
    })),
    counts: { new: 0, changed: 1790, unchanged: 10, removed: 0, refused: 2 },
    blocked_by: null,
  }),
  import_rows: ({ fate, window: { offset, limit } }) => {
    const size = fate === null ? total : counts[fate];
    const from = (fate === null ? 0 : starts[fate]) + offset;
    const length = Math.max(0, Math.min(limit, size - offset));
    return { total: size, rows: Array.from({ length }, (_, index) => rowAt(from + index)) };
  },
  import_apply: { counts, sku_errors: 3 },
  import_refused_export: ({ path }) => ({ path, rows: counts.refused, dropped: 0, notes: [] }),
  import_close: {},
  job_progress: { command: "import_apply", stage: "writing", done: 61_200, total: 100_000 },
  job_cancel: {},
};
