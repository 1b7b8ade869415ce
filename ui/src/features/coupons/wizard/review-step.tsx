// The review: what the coupon does in plain words, what it costs, what it sells below cost, what freezes.
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CouponOutlookShown, useDesk } from "../../../bridge";
import { Card, CardGrid, Figure, Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { FindingsSlot } from "../../../kit/findings/findings-slot";
import { Notice } from "../../../kit/notice";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText } from "../../../kit/toast";
import { CountText, MoneyText, PercentText } from "../../../kit/values";
import { AcknowledgeWarnings, ReviewSection } from "../../../wizard";
import { Words } from "../parts";
import { BelowCostDrawer } from "./below-cost";
import { TermsSummary } from "./terms-summary";
import type { Making } from "./use-making";

interface ReviewProps {
  making: Making;
  goTo: (step: "terms" | "products") => void;
}

export function ReviewStep({ making, goTo }: ReviewProps) {
  const { t } = useTranslation(["coupons", "kit"]);
  const outlook = useDesk(
    "coupon_outlook",
    { draft: making.draft },
    { alwaysFresh: true, keepPrevious: true },
  );
  // Not known while the answer is about what stood here before.
  const wanted =
    outlook.data && !outlook.isPlaceholderData
      ? (outlook.data.confirm?.type_this ?? null)
      : undefined;
  const { setWanted } = making;
  useEffect(() => setWanted(wanted), [setWanted, wanted]);
  const blocking = making.allFindings.filter(({ grade }) => grade !== "warn");
  return (
    <Stack>
      <Refusal making={making} />
      {blocking.length > 0 && (
        <Card title={t("coupons:review.findings")} testId="review-findings">
          <FindingsSlot findings={blocking} onRepair={making.repair} />
        </Card>
      )}
      {outlook.isError ? (
        <Notice tone="block" title={t("coupons:review.noOutlook")} testId="outlook-problem">
          {problemText(outlook.error, t("kit:toast.bug"))}
        </Notice>
      ) : outlook.data ? (
        <Outlook outlook={outlook.data} making={making} />
      ) : (
        <BlockSkeleton lines={6} />
      )}
      <ReviewSection
        title={t("coupons:wizard.terms")}
        onChange={() => goTo("terms")}
        testId="review-terms"
      >
        <TermsSummary draft={making.draft} shape={making.shape} code={making.fullClaimCode} />
      </ReviewSection>
      <AcknowledgeWarnings
        findings={[...making.allFindings, ...(making.refused?.findings ?? [])]}
        acknowledged={making.acknowledged}
        onChange={making.acknowledge}
      />
    </Stack>
  );
}

function Refusal({ making: { refused } }: { making: Making }) {
  const { t } = useTranslation(["coupons", "kit"]);
  if (!refused) return null;
  return (
    <Notice tone="block" title={t("coupons:review.notSaved")} testId="coupon-refused">
      {refused.findings.length > 0 ? (
        <FindingsSlot findings={refused.findings} />
      ) : (
        problemText(refused, t("kit:toast.bug"))
      )}
    </Notice>
  );
}

function Outlook({ outlook, making }: { outlook: CouponOutlookShown; making: Making }) {
  const { t } = useTranslation("coupons");
  return (
    <>
      <Card title={t("review.plain")} testId="review-plain">
        <Stack gap={12}>
          <Words lines={outlook.plain_words} testId="plain-words" />
          <PlainFigures outlook={outlook} />
        </Stack>
      </Card>
      <BelowCost outlook={outlook} making={making} />
      {outlook.confirm && (
        <Card title={t("review.confirm")} testId="review-confirm">
          <Field label={t("review.typeThis", { text: outlook.confirm.type_this })}>
            {({ status, ...control }) => (
              <Input
                {...control}
                status={status}
                className="pd-coupon-confirm"
                value={making.confirm}
                onChange={({ target }) => making.setConfirm(target.value)}
                autoComplete="off"
                data-testid="coupon-confirm"
              />
            )}
          </Field>
          <p className="pd-coupon-quiet">{outlook.confirm.words}</p>
        </Card>
      )}
      <Card title={t("review.spend")} testId="review-spend">
        <Stack gap={12}>
          {outlook.spend && (
            <CardGrid min={180}>
              <Figure
                label={t("review.estimated")}
                value={<MoneyText value={outlook.spend.estimated} />}
                testId="spend-estimated"
              />
              <Figure
                label={t("review.worst")}
                value={
                  outlook.spend.worst === null ? (
                    t("liability.noLimit")
                  ) : (
                    <MoneyText value={outlook.spend.worst} />
                  )
                }
                testId="spend-worst"
              />
            </CardGrid>
          )}
          <Words lines={outlook.spend_words} />
        </Stack>
      </Card>
      {outlook.addon && <Addon addon={outlook.addon} />}
      {outlook.freezes.length > 0 && (
        <Card title={t("review.freezes")} testId="review-freezes">
          <Words lines={outlook.freezes} />
        </Card>
      )}
      {outlook.notes.length > 0 && (
        <Card title={t("review.notes")} testId="review-notes">
          <Words lines={outlook.notes} />
        </Card>
      )}
    </>
  );
}

function PlainFigures({ outlook }: { outlook: CouponOutlookShown }) {
  const { t } = useTranslation("coupons");
  const { smallest_order: order, buyer_pays: share } = outlook;
  if (!order && !share) return null;
  return (
    <CardGrid min={160}>
      {order && (
        <>
          <Figure
            label={t("review.smallestOrder")}
            value={<MoneyText value={order.order_value} />}
            testId="smallest-order"
          />
          <Figure label={t("review.takenOff")} value={<MoneyText value={order.taken_off} />} />
          <Figure
            label={t("review.buyerPays")}
            value={<MoneyText value={order.pays} />}
            testId="smallest-pays"
          />
        </>
      )}
      {share && (
        <Figure
          label={t("review.sharePaid")}
          value={<PercentText value={share.pays} />}
          note={t("review.zhe", { zhe: share.zhe })}
          testId="share-paid"
        />
      )}
    </CardGrid>
  );
}

function BelowCost({ outlook, making }: { outlook: CouponOutlookShown; making: Making }) {
  const { t } = useTranslation("coupons");
  const [shown, show] = useState(false);
  const { below_cost: below } = outlook;
  const some = below.skus > 0;
  return (
    <Notice
      tone={some ? "warn" : below.cost_unknown > 0 ? "info" : "good"}
      title={t(some ? "review.belowCost" : "review.notBelowCost", { count: below.products })}
      testId="review-below-cost"
      {...(some
        ? {
            action: (
              <Button size="small" onClick={() => show(true)} data-testid="show-below-cost">
                {t("review.show")}
              </Button>
            ),
          }
        : {})}
    >
      <div>
        {below.words.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <BelowCostDrawer draft={making.draft} open={shown} onClose={() => show(false)} />
    </Notice>
  );
}

function Addon({ addon }: { addon: NonNullable<CouponOutlookShown["addon"]> }) {
  const { t } = useTranslation("coupons");
  const { live, at_most, without_limit, a_further_one } = addon.liability;
  return (
    <Card title={t("addon.title")} testId="review-addon">
      <Stack gap={12}>
        <Words lines={addon.words} />
        <CardGrid min={160}>
          <Figure label={t("addon.live")} value={<CountText value={live} />} />
          <Figure
            label={t("addon.atMost")}
            value={<MoneyText value={at_most} />}
            {...(without_limit > 0
              ? { note: t("addon.withoutLimit", { count: without_limit }) }
              : {})}
            testId="addon-at-most"
          />
          <Figure label={t("addon.further")} value={<MoneyText value={a_further_one} />} />
        </CardGrid>
      </Stack>
    </Card>
  );
}
