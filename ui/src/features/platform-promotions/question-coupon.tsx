// What becomes of a platform coupon when its order is cancelled or refunded?
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OrderOutcome, useDesk } from "../../bridge";
import { Card } from "../../kit/card";
import { Field } from "../../kit/field";
import { InstantField } from "../../kit/period-field";
import { StatusTag } from "../../kit/status-tag";
import { Worked } from "./answer";

const outcomes: readonly OrderOutcome[] = ["closed", "fully_refunded", "partly_refunded", "kept"];

export function CouponQuestion() {
  const { t } = useTranslation("platform-promotions");
  const [outcome, setOutcome] = useState<OrderOutcome>("closed");
  const [endedAt, setEndedAt] = useState<string | null>(null);
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const answer = useDesk(
    "funded_coupon_return",
    { outcome, ended_at: endedAt, valid_until: validUntil ?? "" },
    { enabled: validUntil !== null, keepPrevious: true },
  );
  const shown = validUntil === null ? undefined : answer.data;
  return (
    <Card title={t("coupon.title")} text={t("coupon.text")} testId="question-coupon">
      <div className="pd-fields pd-funded-fields">
        <Field label={t("coupon.outcome")}>
          {({ id }) => (
            <Select<OrderOutcome>
              id={id}
              value={outcome}
              aria-label={t("coupon.outcome")}
              onChange={setOutcome}
              options={outcomes.map((value) => ({ value, label: t(`coupon.outcomes.${value}`) }))}
              style={{ width: "100%" }}
              data-testid="coupon-outcome"
            />
          )}
        </Field>
        <Field label={t("coupon.validUntil")}>
          {(control) => (
            <InstantField
              {...control}
              value={validUntil}
              onChange={setValidUntil}
              testId="coupon-valid-until"
            />
          )}
        </Field>
        <Field label={t("coupon.endedAt")} hint={t("coupon.endedAtHint")} optional>
          {(control) => (
            <InstantField
              {...control}
              value={endedAt}
              onChange={setEndedAt}
              testId="coupon-ended-at"
            />
          )}
        </Field>
      </div>
      <Worked
        error={validUntil === null ? null : answer.error}
        steps={shown?.steps}
        testId="coupon-answer"
      >
        {shown && (
          <StatusTag tone={shown.usable ? "good" : "neutral"} testId="coupon-kind">
            {t(`coupon.kinds.${shown.coupon.kind}`)}
          </StatusTag>
        )}
      </Worked>
    </Card>
  );
}
