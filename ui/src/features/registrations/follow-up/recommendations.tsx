// The platform's recommended prices: taken, changed or dismissed, one by one or all that are open on the page.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type RecommendationLine, useDesk, useDeskAction } from "../../../bridge";
import { Card, Row } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { MoneyField } from "../../../kit/number-fields";
import { StatusTag } from "../../../kit/status-tag";
import { useToast } from "../../../kit/toast";
import { MoneyText } from "../../../kit/values";
import { AnswerFindings, unanswered } from "../../../wizard";
import { TitleAndId } from "../parts";

const pageSize = 20;

export function Recommendations({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation(["registrations", "drafts"]);
  const toast = useToast();
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<string[]>([]);
  const found = useDesk(
    "recommendation_page",
    { campaign_id: campaignId, window: { offset: page * pageSize, limit: pageSize } },
    { keepPrevious: true },
  );
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const choose = useDeskAction("recommendation_choose", {
    onDone: ({ changed }) => {
      toast.done(t("registrations:recommend.done", { count: changed }), { undo: changed > 0 });
      setSelected([]);
      setAcknowledged([]);
    },
    onRefused: (error) => {
      if (error.findings.length === 0) toast.problem(error);
    },
  });
  if (!found.data || found.data.total === 0) return null;
  const run = (
    sku_ids: string[],
    choice: "accepted" | "edited" | "dismissed",
    price: string | null = null,
  ) => {
    setAcknowledged([]);
    choose.run({ campaign_id: campaignId, sku_ids, choice, price, acknowledged: [] });
  };
  const refused = choose.error?.findings ?? [];
  const again = choose.variables;
  return (
    <Card
      flush
      title={t("registrations:recommend.title")}
      text={t("registrations:recommend.text")}
      extra={
        <Row>
          <Button
            disabled={selected.length === 0 || choose.isPending}
            onClick={() => run(selected, "accepted")}
            data-testid="recommend-accept-selected"
          >
            {t("registrations:recommend.acceptSelected")}
          </Button>
          <Button
            disabled={selected.length === 0 || choose.isPending}
            onClick={() => run(selected, "dismissed")}
            data-testid="recommend-dismiss-selected"
          >
            {t("registrations:recommend.dismissSelected")}
          </Button>
        </Row>
      }
      testId="recommendations"
    >
      <DataTable<RecommendationLine>
        label={t("registrations:recommend.title")}
        columns={[
          {
            key: "sku",
            title: t("drafts:columns.product"),
            render: ({ title, sku_id }) => <TitleAndId title={title} id={sku_id} />,
          },
          {
            key: "price",
            title: t("drafts:columns.campaign_price"),
            align: "right",
            render: ({ price }) => <MoneyText value={price} />,
          },
          {
            key: "recommended",
            title: t("drafts:columns.recommended"),
            align: "right",
            render: ({ recommendation }) => <MoneyText value={recommendation.price} />,
          },
          {
            key: "choice",
            title: t("registrations:columns.choice"),
            render: ({ recommendation: { choice } }) => (
              <StatusTag tone={choice === "open" ? "info" : "neutral"}>
                {t(`registrations:recommend.choices.${choice}`)}
              </StatusTag>
            ),
          },
          {
            key: "other",
            title: t("registrations:recommend.other"),
            render: (line) => (
              <OtherPrice
                line={line}
                busy={choose.isPending}
                onPrice={(price) => run([line.sku_id], "edited", price)}
              />
            ),
          },
        ]}
        rows={found.data.rows}
        rowKey={({ sku_id }) => sku_id}
        loading={found.isPlaceholderData}
        selection={{ selected, onSelect: setSelected }}
        empty={{ title: t("registrations:recommend.title") }}
        paging={{ total: found.data.total, page, pageSize, onPage: setPage }}
        testId="recommendation-table"
      />
      {again && refused.length > 0 && (
        <div className="pd-reg-answer" data-testid="recommend-refused">
          <AnswerFindings
            findings={refused}
            acknowledged={acknowledged}
            onChange={setAcknowledged}
          />
          <Button
            type="primary"
            disabled={unanswered(refused, acknowledged).length > 0}
            loading={choose.isPending}
            onClick={() => choose.run({ ...again, acknowledged })}
            data-testid="recommend-go-on"
          >
            {t("registrations:recommend.take")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function OtherPrice({
  line,
  busy,
  onPrice,
}: {
  line: RecommendationLine;
  busy: boolean;
  onPrice: (price: string) => void;
}) {
  const { t } = useTranslation("registrations");
  const [price, setPrice] = useState<string | null>(null);
  return (
    <Row>
      <MoneyField
        value={price}
        onChange={setPrice}
        label={t("recommend.otherNamed", { sku: line.sku_id })}
        width={110}
        testId={`recommend-price-${line.sku_id}`}
      />
      <Button
        size="small"
        disabled={price === null || busy}
        onClick={() => price !== null && onPrice(price)}
        data-testid={`recommend-edit-${line.sku_id}`}
      >
        {t("recommend.take")}
      </Button>
    </Row>
  );
}
