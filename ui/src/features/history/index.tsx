// Everything that was done, newest first, with what can be taken back or done again.
import { HistoryOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type HistoryLine, type StepState, useDesk, useHistory } from "../../bridge";
import { Card } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { problemText, useToast } from "../../kit/toast";
import { CountText, InstantText } from "../../kit/values";

const pageSize = 50;
const tones: Record<StepState, Tone> = { done: "good", undone: "info", superseded: "neutral" };

export default function HistoryPage() {
  const { t } = useTranslation(["history", "kit"]);
  const [page, setPage] = useState(0);
  const steps = useDesk(
    "history_page",
    { window: { offset: page * pageSize, limit: pageSize } },
    { keepPrevious: true },
  );
  return (
    <div data-testid="history">
      <PageHeader title={t("history:title")} subtitle={t("history:text")} actions={<UndoRedo />} />
      {steps.isError ? (
        <Notice tone="block" title={t("history:failed")} testId="history-problem">
          {problemText(steps.error, t("kit:toast.bug"))}
        </Notice>
      ) : (
        <Card flush>
          <DataTable<HistoryLine>
            label={t("history:title")}
            rows={steps.data?.rows}
            rowKey={({ sequence }) => String(sequence)}
            loading={steps.isPlaceholderData}
            rowTone={({ state }) => (state === "done" ? undefined : "muted")}
            empty={{
              icon: <HistoryOutlined />,
              title: t("history:empty"),
              text: t("history:emptyText"),
            }}
            paging={{ total: steps.data?.total ?? 0, page, pageSize, onPage: setPage }}
            columns={[
              {
                key: "sequence",
                title: t("history:number"),
                width: 70,
                align: "right",
                render: ({ sequence }) => <CountText value={sequence} />,
              },
              { key: "what", title: t("history:what"), render: ({ summary }) => summary },
              {
                key: "rows",
                title: t("history:rows"),
                width: 130,
                align: "right",
                render: ({ rows }) => <CountText value={rows} />,
              },
              {
                key: "at",
                title: t("history:at"),
                width: 190,
                render: ({ at }) => <InstantText value={at} />,
              },
              {
                key: "state",
                title: t("history:state"),
                width: 140,
                render: ({ state }) => (
                  <StatusTag tone={tones[state]}>{t(`history:states.${state}`)}</StatusTag>
                ),
              },
            ]}
            testId="history-table"
          />
        </Card>
      )}
    </div>
  );
}

function UndoRedo() {
  const { t } = useTranslation("history");
  const toast = useToast();
  const { undo, redo, undoTitle, redoTitle, busy } = useHistory();
  const run = (step: () => Promise<string>, said: "undone" | "redone") =>
    step().then(
      (title) => toast.notice(t(said, { title })),
      (thrown: unknown) => toast.problem(thrown),
    );
  return (
    <>
      <Button
        onClick={() => run(undo, "undone")}
        disabled={undoTitle === undefined || busy}
        title={undoTitle}
        data-testid="history-undo"
      >
        {t("undo")}
      </Button>
      <Button
        onClick={() => run(redo, "redone")}
        disabled={redoTitle === undefined || busy}
        title={redoTitle}
        data-testid="history-redo"
      >
        {t("redo")}
      </Button>
    </>
  );
}
