// The columns of the price grid: what is known of a SKU, what is entered, and what it leaves.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { GridRow } from "../../../bridge";
import { amountOf, countText, moneyText, percentText } from "../../../kit/format";
import type { CellVerdict, GridColumn } from "../../../kit/price-grid";
import { useShopTerms } from "../../../kit/shop-terms";
import { corridorBar, corridorHint, corridorText, corridorTone } from "./corridor-cell";

type Column = GridColumn<GridRow>;

/** The first finding at a field; the desk sends the hardest first. */
function verdictAt(field: string) {
  return ({ findings }: GridRow): CellVerdict | undefined => {
    const here = findings.filter((finding) => finding.field === field);
    const [first] = here;
    return first && { grade: first.grade, text: here.map(({ what }) => what).join("\n") };
  };
}

const digits = (money: string | null) => (money === null ? "" : (amountOf(money)?.digits ?? money));

export function useGridColumns(offersExtra: boolean): Column[] {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  return useMemo(() => {
    const money = (value: string | null) => (value === null ? "" : moneyText(value, { language }));
    const percent = (value: string | null) => (value === null ? "" : percentText(value, language));
    const amount = (
      key: "retail" | "lowest" | "cost" | "fees" | "margin",
      of: (row: GridRow) => string | null,
      tone?: Column["tone"],
    ): Column => ({
      key,
      title: t(`columns.${key}`),
      width: 100,
      align: "right",
      text: (row) => money(of(row)),
      ...(tone ? { tone } : {}),
    });
    const loses = ({ margin }: GridRow) =>
      margin === null ? "faint" : margin.startsWith("-") ? "block" : undefined;
    // What is entered stands beside the name, so that the smallest window shows it without scrolling.
    const columns: Column[] = [
      {
        key: "product",
        title: t("columns.product"),
        width: 170,
        frozen: true,
        text: (r) => r.title,
      },
      {
        key: "sku",
        title: t("columns.sku"),
        width: 105,
        frozen: true,
        text: ({ variation, seller_sku, sku_id }) => variation || seller_sku || sku_id,
      },
      {
        key: "corridor",
        title: t("columns.corridor"),
        width: 176,
        text: ({ corridor }) => corridorText(corridor, money, t),
        hint: ({ corridor }) => corridorHint(corridor, money, t),
        tone: ({ corridor }) => corridorTone(corridor),
        bar: corridorBar,
      },
      {
        key: "campaign_price",
        title: t("columns.campaign_price"),
        width: 120,
        align: "right",
        text: (row) => money(row.campaign_price),
        edit: (row) => digits(row.campaign_price),
        verdict: verdictAt("campaign_price"),
      },
      {
        key: "campaign_stock",
        title: t("columns.campaign_stock"),
        width: 125,
        align: "right",
        text: (row) => row.campaign_stock ?? "",
        edit: (row) => row.campaign_stock ?? "",
        verdict: verdictAt("campaign_stock"),
      },
      ...(offersExtra
        ? [
            {
              key: "extra_discount",
              title: t("columns.extra_discount"),
              width: 125,
              align: "right",
              text: (row: GridRow) => percent(row.extra_discount),
              edit: (row: GridRow) => row.extra_discount ?? "",
              verdict: verdictAt("extra_discount"),
            } satisfies Column,
          ]
        : []),
      {
        key: "available",
        title: t("columns.available"),
        width: 90,
        align: "right",
        text: ({ available_stock }) =>
          available_stock === null ? "" : countText(available_stock, language),
      },
      amount("retail", (row) => row.retail_price),
      amount("lowest", (row) => row.lowest_price),
      amount("cost", (row) => row.unit_cost),
      amount("fees", (row) => row.fees),
      amount("margin", (row) => row.margin, loses),
      {
        key: "margin_percent",
        title: t("columns.margin_percent"),
        width: 90,
        align: "right",
        text: (row) => percent(row.margin_percent),
        tone: loses,
      },
      {
        key: "verdict",
        title: t("columns.verdict"),
        width: 260,
        text: ({ findings: [first, ...more] }) =>
          first
            ? `${first.rule}: ${first.what}${more.length > 0 ? ` (+${more.length})` : ""}`
            : t("inOrder"),
        tone: ({ findings: [first] }) =>
          first?.grade === "block"
            ? "block"
            : first?.grade === "warn"
              ? "warn"
              : first
                ? "faint"
                : "good",
      },
    ];
    return columns;
  }, [t, language, offersExtra]);
}
