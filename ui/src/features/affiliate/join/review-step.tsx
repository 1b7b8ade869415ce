// What is left at this rate, what samples cost, what submitting means.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type FindingView,
  identityOf,
  type JoinChecked,
  type JoinDraft,
  type JoinOutlookLine,
  useDesk,
  type WorstSale,
} from "../../../bridge";
import { Card, CardGrid, Figure, Stack } from "../../../kit/card";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { CountText, MoneyText, NoValue, PercentText } from "../../../kit/values";
import { AcknowledgeWarnings } from "../../../wizard";
import { Failed } from "../tabs";
import { BreakEvenText } from "./break-even";
import { ProductSales } from "./product-sales";

const pageSize = 50;

interface ReviewProps {
  draft: JoinDraft;
  checked: JoinChecked | undefined;
  findings: readonly FindingView[];
  onRepair: (finding: FindingView) => void;
  acknowledged: readonly string[];
  onAcknowledge: (rules: string[]) => void;
}

export function ReviewStep(props: ReviewProps) {
  const { draft, checked, findings } = props;
  const { t } = useTranslation("affiliate");
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<JoinOutlookLine>();
  const outlook = useDesk(
    "partner_join_outlook",
    { draft, window: { offset: page * pageSize, limit: pageSize } },
    { keepPrevious: true, standsFor: `${identityOf(draft)} ${page}` },
  );
  const columns = useOutlookColumns();
  if (outlook.isError) return <Failed error={outlook.error} />;
  const promised = checked?.promised;
  return (
    <Stack>
      <CardGrid>
        <Figure
          label={t("review.products")}
          value={<CountText value={draft.products.length} />}
          testId="review-products"
        />
        <Figure
          label={t("review.sampleCost")}
          value={<MoneyText value={promised?.at_most} />}
          note={t("review.samples", { count: promised?.samples ?? 0 })}
          testId="review-samples"
        />
        <Figure
          label={t("review.noLoss")}
          value={<PercentText value={outlook.data?.no_loss_up_to} />}
          note={t("review.noLossNote")}
          testId="review-no-loss"
        />
      </CardGrid>
      <Card title={t("review.consequences")} testId="review-consequences">
        <ul className="pd-affiliate-words">
          {[...(checked?.consequences ?? []), ...(outlook.data?.words ?? [])]
            .filter((line, index, all) => all.indexOf(line) === index)
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
      </Card>
      <Card flush title={t("review.perProduct")}>
        <DataTable<JoinOutlookLine>
          label={t("review.perProduct")}
          columns={columns}
          rows={outlook.data?.rows}
          rowKey={({ product_id }) => product_id}
          loading={outlook.isPlaceholderData}
          paging={{ total: outlook.data?.total ?? 0, page, pageSize, onPage: setPage }}
          onOpen={setShown}
          rowTone={({ at_rate }) =>
            at_rate.losing_at_retail + at_rate.losing_in_campaign > 0 ? "warn" : undefined
          }
          empty={{ title: t("review.empty"), text: t("review.emptyText") }}
          testId="outlook-table"
        />
      </Card>
      {shown && (
        <ProductSales
          campaignId={draft.campaign_id}
          line={shown}
          onClose={() => setShown(undefined)}
        />
      )}
      <FindingsSlot
        findings={findings.filter(({ grade }) => grade === "block").slice(0, 20)}
        onRepair={props.onRepair}
        testId="review-findings"
      />
      <AcknowledgeWarnings
        findings={findings}
        {...(checked ? { counts: checked.counts.by_rule } : {})}
        acknowledged={props.acknowledged}
        onChange={props.onAcknowledge}
      />
    </Stack>
  );
}

function useOutlookColumns(): DataColumn<JoinOutlookLine>[] {
  const { t } = useTranslation("affiliate");
  return [
    {
      key: "product",
      title: t("columns.product"),
      render: ({ title, product_id }) => (
        <div className="pd-two pd-name">
          <span title={title}>{title}</span>
          <small>{product_id}</small>
        </div>
      ),
    },
    {
      key: "rate",
      title: t("columns.rate"),
      width: 80,
      align: "right",
      render: ({ rate }) => <PercentText value={rate} />,
    },
    {
      key: "retail",
      title: t("review.atRetail"),
      width: 170,
      align: "right",
      render: ({ at_rate }) => <Left sale={at_rate.worst_at_retail} />,
    },
    {
      key: "campaign",
      title: t("review.inCampaign"),
      width: 190,
      align: "right",
      render: ({ at_rate }) => <Left sale={at_rate.worst_in_campaign} />,
    },
    {
      key: "samples",
      title: t("columns.samples"),
      width: 130,
      align: "right",
      render: ({ samples, sample_costs }) => (
        <div className="pd-two">
          <CountText value={samples} />
          <small>
            <MoneyText value={sample_costs.most} /> {t("review.each")}
          </small>
        </div>
      ),
    },
  ];
}

function Left({ sale }: { sale: WorstSale | null }) {
  if (sale === null) return <NoValue />;
  return (
    <div className="pd-two pd-name">
      <span className={sale.left.startsWith("-") ? "pd-affiliate-loss" : undefined}>
        <MoneyText value={sale.left} />
      </span>
      <small>
        {sale.campaign !== null && <>{sale.campaign} · </>}
        <BreakEvenText at={sale.break_even} />
      </small>
    </div>
  );
}
