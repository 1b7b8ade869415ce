// Every switch that was moved, the last first.
import { useTranslation } from "react-i18next";
import type { FundedStep } from "../../bridge";
import { Card } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { StatusTag } from "../../kit/status-tag";
import { InstantText } from "../../kit/values";

export function TimelineCard({ steps }: { steps: readonly FundedStep[] }) {
  const { t } = useTranslation("platform-promotions");
  const numbered = steps.map((step, index) => ({ ...step, number: steps.length - index }));
  return (
    <Card flush title={t("timeline.title")} testId="timeline">
      <DataTable<FundedStep & { number: number }>
        label={t("timeline.title")}
        rows={numbered}
        rowKey={({ number }) => String(number)}
        empty={{ title: t("timeline.none"), text: t("timeline.noneText") }}
        testId="timeline-table"
        columns={[
          { key: "at", title: t("timeline.at"), render: ({ at }) => <InstantText value={at} /> },
          { key: "name", title: t("timeline.type"), render: ({ name }) => name },
          {
            key: "to",
            title: t("timeline.to"),
            render: ({ to }) => (
              <StatusTag tone={to === "on" ? "good" : "warn"}>{t(`positions.${to}`)}</StatusTag>
            ),
          },
          {
            key: "acknowledged",
            title: t("timeline.acknowledged"),
            render: ({ acknowledged }) =>
              acknowledged.length > 0 ? t("timeline.warned") : t("timeline.plain"),
          },
        ]}
      />
    </Card>
  );
}
