// What the customer bought, and when the customer followed.
import { Checkbox, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { FollowTarget } from "../../../bridge";
import { Field } from "../../../kit/field";
import { Entries, MomentField } from "./entries";
import { newFollow, newOrder } from "./typed-record";
import type { RecordProps } from "./who-page";

export function OrderEntries({ record, change, attempted }: RecordProps) {
  const { t } = useTranslation("coupons");
  return (
    <Entries
      title={t("who.orders")}
      addLabel={t("who.addOrder")}
      removeLabel={t("who.removeOrder")}
      entries={record.orders}
      onChange={(orders) => change({ orders })}
      fresh={newOrder}
      testId="who-orders"
    >
      {(order, set, index) => (
        <>
          <Field label={t("who.orderId")}>
            {(control) => (
              <Input
                {...control}
                value={order.id}
                onChange={({ target }) => set({ id: target.value })}
                data-testid={`order-id-${index}`}
              />
            )}
          </Field>
          <MomentField
            label={t("who.placedAt")}
            value={order.placed_at}
            onChange={(placed_at) => set({ placed_at })}
            attempted={attempted}
            testId={`order-placed-${index}`}
          />
          <MomentField
            label={t("who.paidAt")}
            optional
            value={order.paid_at}
            onChange={(paid_at) => set({ paid_at })}
            attempted={attempted}
            testId={`order-paid-${index}`}
          />
          <Field label={t("who.products")} hint={t("who.productsHint")} optional>
            {(control) => (
              <Select<string[]>
                {...control}
                mode="tags"
                open={false}
                suffixIcon={null}
                tokenSeparators={[" ", ",", ";", "\n"]}
                aria-label={t("who.products")}
                value={order.products}
                onChange={(products) => set({ products })}
                style={{ width: "100%" }}
                data-testid={`order-products-${index}`}
              />
            )}
          </Field>
          <Checkbox
            checked={order.refunded}
            onChange={({ target }) => set({ refunded: target.checked })}
            data-testid={`order-refunded-${index}`}
          >
            {t("who.refunded")}
          </Checkbox>
        </>
      )}
    </Entries>
  );
}

const targets = ["shop", "live"] as const satisfies readonly FollowTarget[];

export function FollowEntries({ record, change, attempted }: RecordProps) {
  const { t } = useTranslation("coupons");
  return (
    <Entries
      title={t("who.follows")}
      addLabel={t("who.addFollow")}
      removeLabel={t("who.removeFollow")}
      entries={record.follows}
      onChange={(follows) => change({ follows })}
      fresh={newFollow}
      testId="who-follows"
    >
      {(follow, set, index) => (
        <>
          <Field group label={t("who.followed")}>
            {() => (
              <Radio.Group
                value={follow.target}
                onChange={({ target }) => set({ target: target.value as FollowTarget })}
                aria-label={t("who.followed")}
              >
                {targets.map((one) => (
                  <Radio key={one} value={one} data-testid={`follow-${one}-${index}`}>
                    {t(`who.targets.${one}`)}
                  </Radio>
                ))}
              </Radio.Group>
            )}
          </Field>
          <MomentField
            label={t("who.since")}
            value={follow.since}
            onChange={(since) => set({ since })}
            attempted={attempted}
            testId={`follow-since-${index}`}
          />
          <MomentField
            label={t("who.until")}
            optional
            value={follow.until}
            onChange={(until) => set({ until })}
            attempted={attempted}
            testId={`follow-until-${index}`}
          />
        </>
      )}
    </Entries>
  );
}
