// Which rows are shown: by words, by how grave, by rule, by margin.
import { useTranslation } from "react-i18next";
import type { DraftSummary, RowFilter } from "../../../bridge";
import { Row } from "../../../kit/card";
import { FindingsSummary } from "../../../kit/findings/findings-summary";
import { FilterChips, SearchField } from "../../../kit/search-field";

type Narrow = "block" | "warn" | "thin";

export function GridFilters({
  summary,
  filter,
  onFilter,
}: {
  summary: DraftSummary;
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}) {
  const { t } = useTranslation("drafts");
  const { counts, overall } = summary;
  const narrow: Narrow | null = filter.thin_margin
    ? "thin"
    : filter.grade === "block" || filter.grade === "warn"
      ? filter.grade
      : null;
  // Findings about the shop or the campaign are in no row.
  const inRows = counts.by_rule.filter(({ rule }) => !overall.some((one) => one.rule === rule));
  return (
    <>
      <Row gap={12}>
        <SearchField
          value={filter.search}
          onSearch={(search) => onFilter({ ...filter, search })}
          label={t("searchRows")}
          width={280}
          testId="grid-search"
        />
        <FilterChips<Narrow>
          label={t("filters.label")}
          chips={[
            { key: "block", label: t("filters.block"), count: counts.block },
            { key: "warn", label: t("filters.warn") },
            { key: "thin", label: t("filters.thin") },
          ]}
          active={narrow}
          onPick={(picked) =>
            onFilter({
              ...filter,
              rule: null,
              grade: picked === "block" || picked === "warn" ? picked : null,
              thin_margin: picked === "thin",
            })
          }
        />
      </Row>
      <FindingsSummary
        counts={inRows}
        active={filter.rule}
        onPick={(rule) => onFilter({ ...filter, rule, grade: null, thin_margin: false })}
        clean={t("allInOrder")}
        brief
        testId="rule-filters"
      />
    </>
  );
}
