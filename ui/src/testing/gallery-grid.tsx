// The price grid over 100,000 made-up rows that live behind a slow made-up desk.
import { useMemo, useState } from "react";
import { moneyText } from "../kit/format";
import { type EditOutcome, type GridColumn, PriceGrid } from "../kit/price-grid";
import { useToast } from "../kit/toast";

interface Row {
  id: string;
  title: string;
  sku: string;
  retail: string;
  low: string;
  price: string | null;
  stock: string | null;
  margin: string;
}

const cents = (value: number) =>
  `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;

function madeUp(index: number): Row {
  const retail = 1500 + ((index * 37) % 4000);
  return {
    id: `sku-${index}`,
    title: `Stoneware mug, ${["sand", "slate", "moss", "clay"][index % 4]} ${index}`,
    sku: `NW-${100000 + index}`,
    retail: cents(retail),
    low: cents(retail - 200),
    price: index % 7 === 3 ? null : cents(retail - (index % 5 === 0 ? 50 : 300)),
    stock: String(20 + (index % 60)),
    margin: cents(300 + (index % 900)),
  };
}

const usd = (value: string | null) =>
  value === null ? "" : moneyText(`${value} USD`, { language: "en" });

const columns: GridColumn<Row>[] = [
  { key: "title", title: "Product", width: 220, frozen: true, text: (row) => row.title },
  { key: "sku", title: "Seller SKU", width: 110, frozen: true, text: (row) => row.sku },
  { key: "retail", title: "Retail price", align: "right", text: (row) => usd(row.retail) },
  { key: "low", title: "30-day low", align: "right", text: (row) => usd(row.low) },
  {
    key: "corridor",
    title: "Corridor",
    width: 150,
    text: (row) => `${row.margin} – ${row.low}`,
    bar: (row) => ({
      low: "0",
      high: row.retail,
      from: row.margin,
      to: row.low,
      paysFrom: row.margin,
      mark: row.price,
    }),
    hint: (row) => `Allowed from ${row.margin} to ${row.low}.`,
  },
  {
    key: "campaign_price",
    title: "Campaign price",
    align: "right",
    text: (row) => usd(row.price),
    edit: (row) => row.price ?? "",
    verdict: (row) =>
      row.price !== null && Number(row.price) > Number(row.low)
        ? { grade: "block", text: `Above the 30-day low ${row.low}` }
        : undefined,
  },
  {
    key: "campaign_stock",
    title: "Campaign stock",
    align: "right",
    text: (row) => row.stock ?? "",
    edit: (row) => row.stock ?? "",
    verdict: (row) =>
      Number(row.stock) < 25 ? { grade: "warn", text: "Little stock for a campaign" } : undefined,
  },
  {
    key: "margin",
    title: "Margin",
    align: "right",
    text: (row) => usd(row.margin),
    tone: () => "good",
  },
];

export function GalleryGrid() {
  const toast = useToast();
  const [calls, setCalls] = useState(0);
  const edited = useMemo(() => new Map<string, Partial<Row>>(), []);
  const source = useMemo(
    () => ({
      key: "all",
      version: 1,
      fetch: async (offset: number, limit: number) => {
        await new Promise((done) => setTimeout(done, 120));
        const rows = Array.from({ length: Math.min(limit, 100_000 - offset) }, (_, index) => {
          const row = madeUp(offset + index);
          return { ...row, ...edited.get(row.id) };
        });
        return { total: 100_000, rows };
      },
    }),
    [edited],
  );
  return (
    <>
      <p data-testid="grid-calls">Calls: {calls}</p>
      <PriceGrid<Row>
        label="Prices"
        testId="grid"
        height={420}
        source={source}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        onOpen={(row) => toast.notice(row.title)}
        onProblem={(thrown) => toast.problem(thrown)}
        onEdit={async (edits) => {
          setCalls((count) => count + 1);
          await new Promise((done) => setTimeout(done, 200));
          const outcome: Required<EditOutcome<Row>> = { rows: [], unread: [] };
          const rows = new Map<string, Row>();
          for (const { rowId, column, text } of edits) {
            if (text !== "" && !/^\d+(\.\d+)?$/.test(text)) {
              outcome.unread = [
                ...outcome.unread,
                { rowId, column, text, reason: `"${text}" is no price. Write it like 19.99.` },
              ];
              continue;
            }
            const change =
              column === "campaign_price" ? { price: text || null } : { stock: text || null };
            edited.set(rowId, { ...edited.get(rowId), ...change });
            rows.set(rowId, { ...madeUp(Number(rowId.slice(4))), ...edited.get(rowId) });
          }
          return { ...outcome, rows: [...rows.values()] };
        }}
      />
    </>
  );
}
