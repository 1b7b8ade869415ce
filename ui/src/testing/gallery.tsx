// Every part of the kit on one page, for looking at it: `?fake=kit`.
import { CoffeeOutlined } from "@ant-design/icons";
import { Button, Input, Radio, Select, Switch } from "antd";
import { useState } from "react";
import { finding } from "../bridge/samples";
import { Card, CardGrid, Figure, Row, Stack } from "../kit/card";
import { CorridorBar, LineWithWindow, Waterfall } from "../kit/chart";
import { useConfirm } from "../kit/confirm";
import { DataTable } from "../kit/data-table";
import { EmptyState } from "../kit/empty-state";
import { Field } from "../kit/field";
import { FilePick } from "../kit/file-pick";
import { countByRule } from "../kit/findings/findings-context";
import { FindingsSlot } from "../kit/findings/findings-slot";
import { FindingsSummary } from "../kit/findings/findings-summary";
import { KeyValues } from "../kit/key-values";
import { MoneyField, PercentField } from "../kit/number-fields";
import { PageHeader } from "../kit/page-header";
import { type DraftPeriod, PeriodField } from "../kit/period-field";
import { ProgressBar } from "../kit/progress-bar";
import { FilterChips, SearchField } from "../kit/search-field";
import { BlockSkeleton } from "../kit/skeletons";
import { StatusTag } from "../kit/status-tag";
import { useToast } from "../kit/toast";
import { InstantText, MoneyText, PercentText } from "../kit/values";
import { GalleryGrid } from "./gallery-grid";

const findings = [
  finding(),
  finding({
    rule: "RG-13",
    title: "Little campaign stock",
    grade: "warn",
    field: "items[0].campaign_stock",
    what: "Only 12 units are set aside for the campaign.",
    why: "Products that sell out early lose their place on the campaign page.",
    action: "Set aside at least 30 units, or acknowledge this.",
    limit: null,
    value: null,
    gap: null,
    repair: [],
  }),
  finding({
    rule: "FE-02",
    title: "Fee of the programme",
    grade: "info",
    field: "fees",
    what: "The service fee comes to 1.80 per order.",
    why: "It is taken from the price the buyer pays.",
    action: "Nothing to do.",
    limit: null,
    value: "1.80",
    gap: null,
    repair: [],
  }),
];

const products = Array.from({ length: 6 }, (_, index) => ({
  id: `17293847${index}`,
  title: `Stoneware mug, set of ${index + 2}`,
  price: `${19 + index}.99 USD`,
  state: (["good", "warn", "block", "info", "accent", "neutral"] as const)[index] ?? "neutral",
}));

export function Gallery() {
  return (
    <main style={{ padding: 24, height: "100%", overflow: "auto" }}>
      <Stack gap={24}>
        <PageHeader
          title="The kit"
          subtitle="Everything a page is built from, in the two themes and languages."
          status={<StatusTag tone="good">Ready</StatusTag>}
          actions={<Actions />}
        />
        <Values />
        <Fields />
        <Findings />
        <Lists />
        <section id="grid-section">
          <GalleryGrid />
        </section>
        <Pictures />
        <Files />
      </Stack>
    </main>
  );
}

function Actions() {
  const toast = useToast();
  const confirm = useConfirm();
  return (
    <>
      <Button data-testid="show-toast" onClick={() => toast.done("Campaign saved", { undo: true })}>
        Toast
      </Button>
      <Button
        danger
        data-testid="show-confirm"
        onClick={() =>
          confirm({
            title: "Leave Smart Promotion?",
            text: "The programme ends for the whole shop.",
            consequences: ["12 products lose their place", "The fee stays due for earlier orders"],
            confirmLabel: "Leave",
            danger: true,
          })
        }
      >
        Confirm
      </Button>
      <Button type="primary">Register products</Button>
    </>
  );
}

function Values() {
  return (
    <CardGrid>
      <Card title="Money">
        <Row gap={24}>
          <Figure label="Net per order" value={<MoneyText value="12.4 USD" />} note="after fees" />
          <Figure label="Worst order" value={<MoneyText value="-0.55 USD" />} tone="block" />
          <Figure label="Off" value={<PercentText value="3.5" />} />
        </Row>
      </Card>
      <Card title="Terms">
        <KeyValues
          items={[
            { key: "start", label: "Starts", value: <InstantText value="2026-11-27T08:00:00Z" /> },
            {
              key: "fee",
              label: "Service fee",
              value: <PercentText value="4" />,
              note: "of the price paid",
            },
          ]}
        />
      </Card>
      <Card title="States">
        <Row>
          {(["neutral", "accent", "good", "info", "warn", "block"] as const).map((tone) => (
            <StatusTag key={tone} tone={tone}>
              {tone}
            </StatusTag>
          ))}
        </Row>
      </Card>
      <Card title="Being fetched">
        <BlockSkeleton />
      </Card>
    </CardGrid>
  );
}

function Fields() {
  const [price, setPrice] = useState<string | null>("21.50 USD");
  const [percent, setPercent] = useState<string | null>("3.5");
  const [period, setPeriod] = useState<DraftPeriod>({
    start: "2026-11-27T08:00:00Z",
    end: "2026-12-01T07:59:00Z",
  });
  return (
    <Card title="Fields" text="What the rulebook says stands beside the field it is about.">
      <CardGrid min={320}>
        <div>
          <Field label="Campaign name" hint="As the platform calls it.">
            {(control) => <Input {...control} defaultValue="Black Friday 2026" />}
          </Field>
          <Field
            label="Campaign price"
            path="items[0].campaign_price"
            findings={findings.slice(0, 1)}
          >
            {(control) => <MoneyField {...control} value={price} onChange={setPrice} />}
          </Field>
          <Field label="Extra discount" optional>
            {(control) => <PercentField {...control} value={percent} onChange={setPercent} />}
          </Field>
        </div>
        <div>
          <Field label="Runs" findings={findings.slice(1, 2)}>
            {(control) => <PeriodField {...control} value={period} onChange={setPeriod} />}
          </Field>
          <Field label="Kind">
            {(control) => (
              <Select
                {...control}
                style={{ width: 220 }}
                defaultValue="major"
                options={[
                  { value: "major", label: "Major campaign" },
                  { value: "weekly", label: "Weekly" },
                ]}
              />
            )}
          </Field>
          <Field label="Tier" group>
            {(control) => (
              <Radio.Group
                id={control.id}
                defaultValue="regular"
                options={[
                  { value: "featured", label: "Featured" },
                  { value: "regular", label: "Regular" },
                ]}
              />
            )}
          </Field>
          <Field label="Co-funded coupons">{({ id }) => <Switch id={id} defaultChecked />}</Field>
        </div>
      </CardGrid>
    </Card>
  );
}

function Findings() {
  const [rule, setRule] = useState<string | null>("RG-02");
  return (
    <Card title="Findings">
      <Stack>
        <FindingsSummary counts={countByRule(findings)} active={rule} onPick={setRule} />
        <FindingsSlot findings={findings} onRepair={() => undefined} />
      </Stack>
    </Card>
  );
}

function Lists() {
  const [search, setSearch] = useState("");
  const [state, setState] = useState<"good" | "warn" | null>(null);
  const [selected, setSelected] = useState<string[]>([]);
  return (
    <Card
      title="Products"
      flush
      extra={<SearchField label="Search products" value={search} onSearch={setSearch} />}
    >
      <div style={{ padding: "0 20px 12px" }}>
        <FilterChips
          label="State"
          active={state}
          onPick={setState}
          chips={[
            { key: "good", label: "Registered", count: 1284 },
            { key: "warn", label: "In review", count: 12 },
          ]}
        />
      </div>
      <DataTable
        label="Products"
        rows={products}
        rowKey={(row) => row.id}
        empty={{ title: "No products yet" }}
        selection={{ selected, onSelect: setSelected }}
        onOpen={() => undefined}
        sort={{ key: "price", descending: true }}
        onSort={() => undefined}
        paging={{ total: 1296, page: 0, pageSize: 6, onPage: () => undefined }}
        columns={[
          { key: "title", title: "Title", render: (row) => row.title },
          {
            key: "price",
            title: "Price",
            align: "right",
            sortable: true,
            render: (row) => <MoneyText value={row.price} />,
          },
          {
            key: "state",
            title: "State",
            render: (row) => <StatusTag tone={row.state}>{row.state}</StatusTag>,
          },
        ]}
      />
    </Card>
  );
}

function Pictures() {
  return (
    <CardGrid min={340}>
      <Card title="One order">
        <Waterfall
          label="From price to margin"
          steps={[
            { key: "price", label: "Campaign price", value: "19.99 USD", kind: "total" },
            { key: "referral", label: "Referral fee", value: "-1.20 USD", kind: "change" },
            {
              key: "programme",
              label: "Service fee",
              value: "-0.80 USD",
              kind: "change",
              note: "4% of the price",
            },
            { key: "cost", label: "Unit cost", value: "-9.50 USD", kind: "change" },
            { key: "margin", label: "Margin", value: "8.49 USD", kind: "total" },
          ]}
        />
      </Card>
      <Card title="Corridor">
        <CorridorBar
          label="Corridor of the campaign price"
          from="9.00 USD"
          to="19.99 USD"
          paysFrom="14.20 USD"
          marks={[
            { key: "price", label: "Price", value: "17.50 USD", tone: "price" },
            { key: "retail", label: "Retail", value: "24.00 USD" },
          ]}
        />
      </Card>
      <Card title="Price history">
        <LineWithWindow
          label="Prices of the last months"
          points={[
            { at: "2026-08-20T00:00:00Z", value: "24.00 USD" },
            { at: "2026-09-20T00:00:00Z", value: "21.00 USD" },
            { at: "2026-10-02T00:00:00Z", value: "19.99 USD" },
            { at: "2026-10-28T00:00:00Z", value: "22.50 USD" },
            { at: "2026-11-20T00:00:00Z", value: "22.50 USD" },
          ]}
          window={{ start: "2026-10-21T00:00:00Z", end: "2026-11-20T00:00:00Z", label: "30 days" }}
          level={{ value: "19.99 USD", label: "19.99" }}
        />
      </Card>
    </CardGrid>
  );
}

function Files() {
  return (
    <CardGrid min={360}>
      <FilePick
        kind="workbook"
        several
        title="Batch edit workbooks"
        text="Seller Center, Products, Batch edit, Download."
        onPick={() => undefined}
      />
      <Card>
        <Stack>
          <ProgressBar
            label="Reading batch-edit.xlsx"
            done={42_000}
            total={100_000}
            onCancel={() => undefined}
          />
          <ProgressBar label="Checking" done={1200} />
          <EmptyState
            small
            icon={<CoffeeOutlined />}
            title="No campaigns yet"
            text="Record the first one by hand, or read it from the prefill workbook."
            action={{ label: "Record a campaign", run: () => undefined }}
            secondAction={{ label: "Read a workbook", run: () => undefined }}
          />
        </Stack>
      </Card>
    </CardGrid>
  );
}
