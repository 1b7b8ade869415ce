// The rows of an open import by what happens to them, page by page from the desk.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ImportChange,
  type ImportPreview,
  type ImportRow,
  pickSave,
  type RowFate,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { Card } from "../../kit/card";
import { type DataColumn, DataTable } from "../../kit/data-table";
import { countText } from "../../kit/format";
import { FilterChips } from "../../kit/search-field";
import { betweenSentences } from "../../kit/sentences";
import { useShopTerms } from "../../kit/shop-terms";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { useToast } from "../../kit/toast";
import { CountText, NoValue } from "../../kit/values";

const fates = [
  "new",
  "changed",
  "unchanged",
  "removed",
  "refused",
] as const satisfies readonly RowFate[];
const tones: Record<RowFate, Tone> = {
  new: "good",
  changed: "accent",
  unchanged: "neutral",
  removed: "warn",
  refused: "block",
};
const pageSize = 100;
/** More changes of one row than this are counted, not shown. */
const shownChanges = 4;

export function Rows({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation("imports");
  const { counts, import_id } = preview;
  const [fate, setFate] = useState<RowFate | null>(counts.refused > 0 ? "refused" : null);
  const [page, setPage] = useState(0);
  const rows = useDesk(
    "import_rows",
    { import_id, fate, window: { offset: page * pageSize, limit: pageSize } },
    { keepPrevious: true, alwaysFresh: true },
  );
  return (
    <Card
      flush
      title={t("rows.title")}
      extra={
        <FilterChips<RowFate>
          label={t("rows.byFate")}
          chips={fates.map((key) => ({ key, label: t(`fates.${key}`), count: counts[key] }))}
          active={fate}
          onPick={(next) => {
            setFate(next);
            setPage(0);
          }}
        />
      }
      testId="import-rows-card"
    >
      <DataTable<ImportRow>
        label={t("rows.title")}
        columns={useColumns(preview)}
        rows={rows.data?.rows}
        rowKey={(row) => `${row.file}:${row.row}:${row.id ?? ""}`}
        loading={rows.isPlaceholderData}
        empty={{ title: t("rows.none"), text: t("rows.noneText") }}
        paging={{ total: rows.data?.total ?? 0, page, pageSize, onPage: setPage }}
        height={420}
        rowTone={(row) => (row.fate === "refused" ? "block" : undefined)}
        testId="import-rows"
      />
      {counts.refused > 0 && (
        <RefusedRows
          importId={import_id}
          refused={counts.refused}
          listed={fate === "refused" ? (rows.data?.total ?? counts.refused) : counts.refused}
        />
      )}
    </Card>
  );
}

/** All refused rows as a file; of very many only the first are listed here. */
function RefusedRows({
  importId,
  refused,
  listed,
}: {
  importId: string;
  refused: number;
  listed: number;
}) {
  const { t } = useTranslation("imports");
  const { language } = useShopTerms();
  const toast = useToast();
  const write = useDeskAction("import_refused_export", {
    invalidates: [],
    onDone: ({ rows }) =>
      toast.done(t("refused.saved", { count: rows, shown: countText(rows, language) })),
    onRefused: (error) => toast.problem(error),
  });
  const save = async () => {
    try {
      const path = await pickSave("csv", t("refused.name"), t("refused.save"));
      if (path !== null) write.run({ import_id: importId, path });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <div className="pd-import-refused">
      {listed < refused && (
        <span data-testid="import-listed">
          {t("refused.listed", {
            shown: countText(listed, language),
            all: countText(refused, language),
          })}
        </span>
      )}
      <Button
        size="small"
        onClick={() => void save()}
        loading={write.isPending}
        data-testid="save-refused"
      >
        {t("refused.save")}
      </Button>
    </div>
  );
}

function useColumns(preview: ImportPreview): DataColumn<ImportRow>[] {
  const { t } = useTranslation("imports");
  const several = preview.files.length > 1;
  return [
    ...(several
      ? [
          {
            key: "file",
            title: t("rows.file"),
            width: 150,
            render: (row: ImportRow) => <FileEnd name={preview.files[row.file]?.name ?? ""} />,
          },
        ]
      : []),
    {
      key: "row",
      title: t("rows.row"),
      width: 80,
      align: "right",
      render: (row) => <CountText value={row.row} />,
    },
    {
      key: "fate",
      title: t("rows.fate"),
      width: 120,
      render: (row) => <StatusTag tone={tones[row.fate]}>{t(`fates.${row.fate}`)}</StatusTag>,
    },
    {
      key: "what",
      title: t("rows.product"),
      width: 240,
      render: (row) => (
        <div className="pd-import-what">
          <span title={row.title ?? undefined}>{row.title ?? <NoValue />}</span>
          {row.id && <span className="pd-import-id">{row.id}</span>}
        </div>
      ),
    },
    {
      key: "changes",
      title: t("rows.changes"),
      render: (row) => <Changes row={row} />,
    },
  ];
}

/** Names of downloads differ at their end. */
function FileEnd({ name }: { name: string }) {
  const shown = 16;
  return <span title={name}>{name.length > shown + 2 ? `…${name.slice(-shown)}` : name}</span>;
}

function Changes({ row }: { row: ImportRow }) {
  const { t } = useTranslation("imports");
  if (row.changes.length === 0) return <NoValue />;
  const more = row.changes.length - shownChanges;
  return (
    <ul className="pd-import-changes">
      {row.changes.slice(0, shownChanges).map((change) => (
        <li key={`${change.column} ${change.reason ?? ""}`}>
          <Change change={change} />
        </li>
      ))}
      {more > 0 && <li className="pd-import-more">{t("rows.more", { count: more })}</li>}
    </ul>
  );
}

function Change({ change }: { change: ImportChange }) {
  const { t } = useTranslation("imports");
  const { column, before, after, reason, remedy } = change;
  return (
    <>
      <span className="pd-import-column">{column}</span>{" "}
      {reason === null ? (
        <span>
          {before !== null && (
            <>
              <s className="pd-import-before">{before}</s>
              <span aria-hidden="true"> → </span>
              <span className="pd-visually-hidden">{t("rows.becomes")}</span>
            </>
          )}
          <span>{after ?? <NoValue />}</span>
        </span>
      ) : (
        <>
          {(after ?? before) !== null && <code className="pd-import-value">{after ?? before}</code>}{" "}
          <span className="pd-import-reason">{reason}</span>
          {remedy && (
            <>
              {betweenSentences()}
              <span className="pd-import-remedy">{remedy}</span>
            </>
          )}
        </>
      )}
    </>
  );
}
