// Reviews that the customer wrote; the desk counts their words as the platform does.
import { Checkbox, Input } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../kit/field";
import { CountField } from "../../../kit/number-fields";
import { useChecked } from "../../../wizard";
import { Entries, MomentField } from "./entries";
import { newReview, type TypedReview } from "./typed-record";
import type { RecordProps } from "./who-page";

export function ReviewEntries({ record, change, attempted }: RecordProps) {
  const { t } = useTranslation("coupons");
  return (
    <Entries
      title={t("who.reviews")}
      addLabel={t("who.addReview")}
      removeLabel={t("who.removeReview")}
      entries={record.reviews}
      onChange={(reviews) => change({ reviews })}
      fresh={newReview}
      testId="who-reviews"
    >
      {(review, set, index) => (
        <>
          <Field label={t("who.reviewedOrder")}>
            {(control) => (
              <Input
                {...control}
                value={review.order_id}
                onChange={({ target }) => set({ order_id: target.value })}
                data-testid={`review-order-${index}`}
              />
            )}
          </Field>
          <Field label={t("who.reviewedProduct")}>
            {(control) => (
              <Input
                {...control}
                value={review.product_id}
                onChange={({ target }) => set({ product_id: target.value })}
                data-testid={`review-product-${index}`}
              />
            )}
          </Field>
          <MomentField
            label={t("who.submittedAt")}
            value={review.submitted_at}
            onChange={(submitted_at) => set({ submitted_at })}
            attempted={attempted}
            testId={`review-submitted-${index}`}
          />
          <ReviewWords review={review} index={index} onWords={(words) => set({ words })} />
          <div className="pd-coupon-choices">
            <Checkbox
              checked={review.has_media}
              onChange={({ target }) => set({ has_media: target.checked })}
              data-testid={`review-media-${index}`}
            >
              {t("who.media")}
            </Checkbox>
            <Checkbox
              checked={review.approved}
              onChange={({ target }) => set({ approved: target.checked })}
              data-testid={`review-approved-${index}`}
            >
              {t("who.approved")}
            </Checkbox>
          </div>
        </>
      )}
    </Entries>
  );
}

function ReviewWords({
  review,
  index,
  onWords,
}: {
  review: TypedReview;
  index: number;
  onWords: (words: number) => void;
}) {
  const { t } = useTranslation("coupons");
  const [text, setText] = useState("");
  const counted = useChecked("coupon_review_words", { text }, { enabled: text !== "" });
  const words = text === "" || counted.checking ? undefined : counted.answer?.words;
  const take = useEffectEvent(onWords);
  useEffect(() => {
    if (words !== undefined) take(words);
  }, [words]);
  return (
    <>
      <Field label={t("who.reviewText")} hint={t("who.reviewTextHint")} optional>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 1, maxRows: 5 }}
            value={text}
            onChange={({ target }) => setText(target.value)}
            data-testid={`review-text-${index}`}
          />
        )}
      </Field>
      <Field label={t("who.words")}>
        {(control) => (
          <CountField
            {...control}
            value={review.words}
            onChange={(typed) => onWords(Math.max(0, typed ?? 0))}
            testId={`review-words-${index}`}
          />
        )}
      </Field>
    </>
  );
}
