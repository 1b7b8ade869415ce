// Coupons that the customer has claimed already.
import { Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CouponKind, type CouponLine, useDesk } from "../../../bridge";
import { Field } from "../../../kit/field";
import { useSettled } from "../../../kit/search-field";
import { kinds } from "../parts";
import { Entries, MomentField } from "./entries";
import { newClaim, type TypedClaim } from "./typed-record";
import type { RecordProps } from "./who-page";

export function ClaimEntries({ record, change, attempted }: RecordProps) {
  const { t } = useTranslation("coupons");
  return (
    <Entries
      title={t("who.claims")}
      addLabel={t("who.addClaim")}
      removeLabel={t("who.removeClaim")}
      entries={record.claims}
      onChange={(claims) => change({ claims })}
      fresh={newClaim}
      testId="who-claims"
    >
      {(claim, set, index) => (
        <>
          <ClaimedCoupon claim={claim} set={set} index={index} />
          <Field label={t("who.claimKind")}>
            {(control) => (
              <Select<CouponKind>
                {...control}
                aria-label={t("who.claimKind")}
                value={claim.kind}
                disabled={claim.coupon_id !== ""}
                onChange={(kind) => set({ kind })}
                options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
                style={{ width: "100%" }}
                data-testid={`claim-kind-${index}`}
              />
            )}
          </Field>
          <MomentField
            label={t("who.claimedAt")}
            value={claim.at}
            onChange={(at) => set({ at })}
            attempted={attempted}
            testId={`claim-at-${index}`}
          />
          <OrderOfClaim
            label={t("who.usedOn")}
            value={claim.used_on}
            onChange={(used_on) => set({ used_on })}
            testId={`claim-used-${index}`}
          />
          <OrderOfClaim
            label={t("who.earnedBy")}
            value={claim.earned_by}
            onChange={(earned_by) => set({ earned_by })}
            testId={`claim-earned-${index}`}
          />
        </>
      )}
    </Entries>
  );
}

/** One of the shop's coupons, found by the desk; left empty for one that is not known here. */
function ClaimedCoupon({
  claim,
  set,
  index,
}: {
  claim: TypedClaim;
  set: (fields: Partial<TypedClaim>) => void;
  index: number;
}) {
  const { t } = useTranslation("coupons");
  const [search, setSearch] = useState("");
  // What was chosen keeps its name while something else is searched.
  const [chosen, setChosen] = useState<CouponLine>();
  const found = useDesk(
    "coupon_page",
    {
      filter: { search: useSettled(search), kind: null, state: null, only_unplanned: false },
      window: { offset: 0, limit: 20 },
    },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  const lines = chosen && !rows.some(({ id }) => id === chosen.id) ? [chosen, ...rows] : rows;
  return (
    <Field label={t("who.claimed")} hint={t("who.claimedHint")} optional>
      {(control) => (
        <Select<string>
          {...control}
          allowClear
          showSearch={{ filterOption: false, onSearch: setSearch }}
          aria-label={t("who.claimed")}
          {...(claim.coupon_id === "" ? {} : { value: claim.coupon_id })}
          onChange={(id: string | undefined) => {
            const line = lines.find((one) => one.id === id);
            setChosen(line);
            set(line ? { coupon_id: line.id, kind: line.kind } : { coupon_id: "" });
          }}
          options={lines.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: "100%" }}
          data-testid={`claim-coupon-${index}`}
        />
      )}
    </Field>
  );
}

function OrderOfClaim({
  label,
  value,
  onChange,
  testId,
}: {
  label: string;
  value: string | null;
  onChange: (order: string | null) => void;
  testId: string;
}) {
  return (
    <Field label={label} optional>
      {(control) => (
        <Input
          {...control}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
          data-testid={testId}
        />
      )}
    </Field>
  );
}
