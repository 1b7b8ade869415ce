// A SKU's corridor in a cell: from the floor that counts for the seller, which the desk names, to the ceiling.
import type { TFunction } from "i18next";
import type { CorridorView, FloorBy, GridRow } from "../../../bridge";
import { type CellBar, type GridColumn, liesBeyond } from "../../../kit/price-grid";

type Money = (value: string | null) => string;
type Words = TFunction<"drafts">;

/** No allowed price keeps the wanted margin. */
const neverPays: readonly FloorBy[] = ["margin_above_ceiling", "rules_margin_out_of_reach"];

export function corridorText(corridor: CorridorView, money: Money, t: Words): string {
  if (corridor.is_empty) return t("noCorridor");
  const { counting_floor, counting_floor_by, ceiling, ceiling_rule, floor_rule } = corridor;
  const from = counting_floor === null ? t("open") : money(counting_floor);
  const to = ceiling === null ? t("open") : money(ceiling);
  const rule = ceiling_rule ?? floor_rule;
  const between = counting_floor_by === "margin_above_ceiling" ? ">" : "–";
  return `${from} ${between} ${to}${rule ? ` · ${rule}` : ""}`;
}

/** What the cell's text means, in sentences: which floor it shows, who sets it, and the ceiling. */
export function corridorHint(corridor: CorridorView, money: Money, t: Words): string {
  const { floor, floor_rule, ceiling, ceiling_rule } = corridor;
  const { counting_floor, counting_floor_by, is_empty } = corridor;
  const sentences = [
    // Where no price is allowed, which the text says, none keeps the margin either.
    ...(is_empty
      ? []
      : [
          t(`corridor.floor.${counting_floor_by}`, {
            price: counting_floor === null ? t("open") : money(counting_floor),
          }),
        ]),
    floor === null
      ? t("corridor.noLegalFloor")
      : t("corridor.legalFloor", { price: money(floor), rule: floor_rule ?? "" }),
    ceiling === null
      ? t("corridor.noCeiling")
      : t("corridor.ceiling", { price: money(ceiling), rule: ceiling_rule ?? "" }),
  ];
  return sentences.join("\n");
}

export function corridorTone({
  is_empty,
  counting_floor_by,
}: CorridorView): ReturnType<NonNullable<GridColumn<GridRow>["tone"]>> {
  if (is_empty) return "block";
  return neverPays.includes(counting_floor_by) ? "warn" : undefined;
}

/** Allowed prices up to the retail price, those that keep the margin, and the campaign price among them. */
export function corridorBar({
  corridor,
  retail_price,
  campaign_price,
}: GridRow): CellBar | undefined {
  const { floor, ceiling, counting_floor, counting_floor_by, is_empty } = corridor;
  if (is_empty || retail_price === null) return undefined;
  const pays = counting_floor_by === "margin" || counting_floor_by === "rules";
  // What begins beyond the retail price lies outside the drawing.
  const isDrawn = counting_floor === null || !liesBeyond(counting_floor, retail_price);
  return {
    low: "0",
    high: retail_price,
    from: floor,
    to: ceiling ?? retail_price,
    paysFrom: pays && isDrawn ? counting_floor : null,
    mark: campaign_price,
  };
}
