// One coupon: its terms, how it stands, what happened to it, and what can be done with it now.
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { type CouponDetail, useDesk } from "../../../bridge";
import { Card, CardGrid, Figure, Stack } from "../../../kit/card";
import { CopyButton } from "../../../kit/copy-button";
import { KeyValues } from "../../../kit/key-values";
import { Notice } from "../../../kit/notice";
import { PageHeader } from "../../../kit/page-header";
import { PageSkeleton } from "../../../kit/skeletons";
import { CountText, InstantText, MoneyText } from "../../../kit/values";
import { CouponStateTag, Failed, LiabilityText } from "../parts";
import { pathToList } from "../use-sought";
import { Actions } from "./actions";
import { CouponHistory } from "./coupon-history";
import { ShareCard } from "./share-card";
import { TakenCode } from "./taken-code";

export function CouponDetailPage() {
  const { couponId = "" } = useParams();
  // The clock moves its state on without anything being stored.
  const detail = useDesk("coupon_get", { coupon_id: couponId }, { alwaysFresh: true });
  if (detail.isError) return <Failed error={detail.error} />;
  if (!detail.data) return <PageSkeleton />;
  return <Coupon detail={detail.data} />;
}

function Coupon({ detail }: { detail: CouponDetail }) {
  const { t } = useTranslation("coupons");
  const { coupon, line, terms, history } = detail;
  return (
    <div data-testid="coupon">
      <PageHeader
        back={{ label: t("title"), to: pathToList() }}
        title={line.name}
        status={<CouponStateTag state={line.state} testId="coupon-state" />}
        subtitle={
          <>
            {t(`kinds.${line.kind}`)}
            {coupon.deactivated_at !== null && (
              <>
                {" · "}
                {t("detail.deactivatedAt")} <InstantText value={coupon.deactivated_at} />
              </>
            )}
            {coupon.sent_at !== null && (
              <>
                {" · "}
                {t("detail.sentAt")} <InstantText value={coupon.sent_at} />
              </>
            )}
          </>
        }
        actions={<Actions detail={detail} />}
      />
      <Stack>
        {line.flag !== null && (
          <Notice tone="warn" title={line.flag} testId="coupon-flag">
            <span className="pd-coupon-inline">
              {t("detail.liability")} <LiabilityText liability={line.liability} />
            </span>
          </Notice>
        )}
        {line.full_claim_code !== null && <Code detail={detail} code={line.full_claim_code} />}
        <Card title={t("detail.terms")} testId="coupon-terms">
          <KeyValues
            items={terms.map(({ field, name, value }) => ({ key: field, label: name, value }))}
            testId="term"
          />
        </Card>
        <Results detail={detail} />
        <Card title={t("detail.history")} testId="coupon-history">
          <CouponHistory events={history} />
        </Card>
      </Stack>
    </div>
  );
}

function Code({ detail: { coupon }, code }: { detail: CouponDetail; code: string }) {
  const { t } = useTranslation("coupons");
  const own = coupon.terms.claim_code;
  return (
    <Card
      title={t("columns.code")}
      extra={own !== null && <TakenCode code={own} />}
      testId="coupon-code-card"
    >
      <div className="pd-coupon-code">
        <code className="pd-coupon-big-code" data-testid="coupon-full-code">
          {code}
        </code>
        <CopyButton text={code} label={t("detail.copyCode")} testId="coupon-copy-code" />
        <ShareCard couponId={coupon.id} />
      </div>
    </Card>
  );
}

/** What it brought against what it was estimated to cost. */
function Results({ detail: { line, estimated_spend } }: { detail: CouponDetail }) {
  const { t } = useTranslation("coupons");
  const { results, liability } = line;
  return (
    <Card
      title={t("detail.results")}
      {...(results
        ? {
            text: (
              <>
                {t("detail.asOf")} <InstantText value={results.as_of} />
              </>
            ),
          }
        : { text: t("detail.noResults") })}
      testId="coupon-results"
    >
      <CardGrid min={140}>
        <Figure
          label={t("detail.claimed")}
          value={<CountText value={results?.claimed} />}
          testId="result-claimed"
        />
        <Figure label={t("detail.used")} value={<CountText value={results?.used} />} />
        <Figure label={t("detail.sales")} value={<MoneyText value={results?.sales} />} />
        <Figure
          label={t("detail.spend")}
          value={<MoneyText value={results?.spend} />}
          testId="result-spend"
        />
        <Figure
          label={t("review.estimated")}
          value={<MoneyText value={estimated_spend} />}
          testId="result-estimated"
        />
        <Figure label={t("detail.liability")} value={<LiabilityText liability={liability} />} />
      </CardGrid>
    </Card>
  );
}
