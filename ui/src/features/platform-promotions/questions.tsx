// Questions about orders with worked answers: the desk reckons, the page asks.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../bridge";
import { Card, CardGrid, Stack } from "../../kit/card";
import { Field } from "../../kit/field";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { InstantField } from "../../kit/period-field";
import { pathTo } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { CouponQuestion } from "./question-coupon";
import { OrderQuestion } from "./question-order";
import { PriceQuestion } from "./question-price";
import { ShippingQuestion } from "./question-shipping";
import { PromotionsFailed } from "./switches";

export function QuestionsPage() {
  const { t } = useTranslation("platform-promotions");
  const page = useDesk("funded_promotions", {});
  const [at, setAt] = useState<string | null>(null);
  if (page.isError) return <PromotionsFailed error={page.error} />;
  if (!page.data) return <PageSkeleton />;
  return (
    <div data-testid="funded-questions">
      <PageHeader
        back={{ label: t("title"), to: pathTo("platform-promotions") }}
        title={t("questions.title")}
        subtitle={t("questions.text")}
      />
      {page.data.offered ? (
        <Stack>
          <Card>
            <Field label={t("questions.at")} hint={t("questions.atHint")} optional>
              {(control) => (
                <InstantField {...control} value={at} onChange={setAt} testId="question-at" />
              )}
            </Field>
          </Card>
          <CardGrid min={420}>
            <ShippingQuestion at={at} />
            <PriceQuestion at={at} />
            <OrderQuestion at={at} />
            <CouponQuestion />
          </CardGrid>
        </Stack>
      ) : (
        <Notice tone="warn" title={t("notOffered")}>
          {page.data.note}
        </Notice>
      )}
    </div>
  );
}
