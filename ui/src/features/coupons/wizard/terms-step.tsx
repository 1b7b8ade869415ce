// The terms of a coupon: the fields that the desk names for its type, in groups.

import { useTranslation } from "react-i18next";
import type { CouponField } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { DraftAmongOthers } from "./draft-among-others";
import { TermField } from "./term-fields";
import type { Making } from "./use-making";

/** What is entered together. A field that a type lacks is simply not there. */
const groups = {
  name: ["name", "claim_code", "customer", "audience"],
  time: ["period", "validity"],
  discount: ["amount", "rate", "maximum_discount", "minimum_spend"],
  quantity: ["quantity", "claims_per_customer"],
} as const satisfies Record<string, readonly CouponField[]>;
type Group = keyof typeof groups;

export function TermsStep({ making }: { making: Making }) {
  const { t } = useTranslation("coupons");
  return (
    <Stack>
      {(Object.keys(groups) as Group[]).map((group) => {
        const own: readonly CouponField[] = groups[group];
        const fields = making.shape.fields.filter(({ field }) => own.includes(field));
        if (fields.length === 0) return null;
        return (
          <Card key={group} title={t(`groups.${group}`)}>
            <div className="pd-fields pd-coupon-fields">
              {fields.map((field) => (
                <TermField key={field.field} field={field} {...making} />
              ))}
            </div>
            {group === "time" && <DraftAmongOthers draft={making.draft} />}
          </Card>
        );
      })}
    </Stack>
  );
}
