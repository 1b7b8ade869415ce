// Who gets it: a customer as typed in or read from a file, and which coupons the customer gets, and why.
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useDesk, useDeskAction } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { Notice } from "../../../kit/notice";
import { MoneyField } from "../../../kit/number-fields";
import { PageHeader } from "../../../kit/page-header";
import { InstantField } from "../../../kit/period-field";
import { problemText } from "../../../kit/toast";
import { pathToList } from "../use-sought";
import { Answers } from "./answers";
import { ClaimEntries } from "./claim-entries";
import { FollowEntries, OrderEntries } from "./order-entries";
import { OrderFile } from "./order-file";
import { ReviewEntries } from "./review-entries";
import { nobody, recordOf, type TypedRecord } from "./typed-record";

/** What every part of the form gets. */
export interface RecordProps {
  record: TypedRecord;
  change: (fields: Partial<TypedRecord>) => void;
  /** Whether empty moments are pointed out by now. */
  attempted: boolean;
}

export function WhoPage() {
  const { t } = useTranslation(["coupons", "kit"]);
  const [record, setRecord] = useState<TypedRecord>(nobody);
  const [attempted, setAttempted] = useState(false);
  const testing = useTesting();
  const change = (fields: Partial<TypedRecord>) => {
    testing.reset();
    setRecord((former) => ({ ...former, ...fields }));
  };
  const parts: RecordProps = { record, change, attempted };
  const test = () => {
    setAttempted(true);
    const customer = recordOf(record);
    if (customer) testing.run(customer);
  };
  return (
    <div data-testid="who-page">
      <PageHeader
        back={{ label: t("coupons:title"), to: pathToList() }}
        title={t("coupons:who.title")}
        subtitle={t("coupons:who.text")}
      />
      <div className="pd-coupon-who">
        <Stack>
          {testing.draft && (
            <Notice
              tone="info"
              title={t("coupons:who.withDraft", { name: testing.draft.name })}
              testId="who-draft"
            />
          )}
          <Card title={t("coupons:who.customer")} extra={<OrderFile {...parts} />}>
            <div className="pd-fields pd-coupon-fields">
              <Field label={t("coupons:who.name")} hint={t("coupons:who.nameHint")} optional>
                {(control) => (
                  <Input
                    {...control}
                    value={record.name}
                    onChange={({ target }) => change({ name: target.value })}
                    data-testid="who-name"
                  />
                )}
              </Field>
              <Field label={t("coupons:who.at")} hint={t("coupons:who.atHint")} optional>
                {(control) => (
                  <InstantField
                    {...control}
                    value={testing.at}
                    onChange={testing.setAt}
                    testId="who-at"
                  />
                )}
              </Field>
              <Field label={t("coupons:who.value")} hint={t("coupons:who.valueHint")} optional>
                {(control) => (
                  <MoneyField
                    {...control}
                    value={testing.orderValue}
                    onChange={testing.setOrderValue}
                    testId="who-order-value"
                  />
                )}
              </Field>
            </div>
          </Card>
          <OrderEntries {...parts} />
          <FollowEntries {...parts} />
          <ReviewEntries {...parts} />
          <ClaimEntries {...parts} />
          <div>
            <Button type="primary" loading={testing.busy} onClick={test} data-testid="who-test">
              {t("coupons:who.test")}
            </Button>
          </div>
          {attempted && recordOf(record) === undefined && (
            <Notice tone="block" title={t("coupons:who.unfinished")} testId="who-unfinished" />
          )}
        </Stack>
        <div>
          {testing.error && (
            <Notice tone="block" title={t("coupons:who.failed")} testId="who-problem">
              {problemText(testing.error, t("kit:toast.bug"))}
            </Notice>
          )}
          {testing.result && <Answers result={testing.result} />}
        </div>
      </div>
    </div>
  );
}

/** When, on what order, with which coupons: the question beside the customer. */
function useTesting() {
  const [query] = useSearchParams();
  const draftId = query.get("draft");
  const opened = useDesk(
    "coupon_open",
    { coupon_id: draftId ?? "" },
    { enabled: draftId !== null, alwaysFresh: true },
  );
  const [at, setAt] = useState<string | null>(null);
  const [orderValue, setOrderValue] = useState<string | null>(null);
  const action = useDeskAction("coupon_customer_test", { invalidates: [] });
  const draft = draftId === null ? null : (opened.data?.draft ?? null);
  return {
    at,
    setAt: (moment: string | null) => {
      action.reset();
      setAt(moment);
    },
    orderValue,
    setOrderValue: (value: string | null) => {
      action.reset();
      setOrderValue(value);
    },
    draft,
    busy: action.isPending,
    error: action.error,
    result: action.data,
    reset: action.reset,
    run: (customer: Parameters<typeof action.run>[0]["customer"]) =>
      action.run({
        customer,
        at,
        order_value: orderValue,
        coupon_ids: query.getAll("coupon"),
        draft,
      }),
  };
}
