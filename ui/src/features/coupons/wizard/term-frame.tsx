// The frame of a coupon's field: the desk's name for it, what it says beside it, and the lock.
import { LockOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CouponField, CouponFieldShape, CouponShape } from "../../../bridge";
import { type ControlProps, Field } from "../../../kit/field";
import type { TypedDraft } from "../typed-draft";

export interface TermProps {
  field: CouponFieldShape;
  shape: CouponShape;
  typed: TypedDraft;
  change: (fields: Partial<TypedDraft>) => void;
  fullClaimCode: string | null;
}

/** What the desk calls the field; a lock where it cannot be changed any more once the coupon is active. */
function TermLabel({ field }: { field: CouponFieldShape }) {
  const { t } = useTranslation("coupons");
  return (
    <>
      {field.name}
      {field.freezes && (
        <LockOutlined
          className="pd-coupon-lock"
          title={t(field.frozen ? "frozen" : "freezes")}
          aria-label={t(field.frozen ? "frozen" : "freezes")}
        />
      )}
    </>
  );
}

interface FrameProps {
  field: CouponFieldShape;
  /** Other fields whose findings are shown here, because they have no place of their own now. */
  also?: readonly CouponField[];
  optional?: boolean;
  group?: boolean;
  hint?: ReactNode;
  children: (control: ControlProps & { disabled: boolean }) => ReactNode;
}

/** A field with what the desk says beside it, locked where it is frozen. */
export function TermFrame({ field, optional = false, group = false, hint, ...rest }: FrameProps) {
  const { t } = useTranslation("coupons");
  const said = field.frozen ? t("frozen") : hint;
  return (
    <Field
      label={<TermLabel field={field} />}
      path={[field.field, ...(rest.also ?? [])]}
      optional={optional}
      group={group}
      {...(said ? { hint: said } : {})}
      testId={`field-${field.field}`}
    >
      {(control) => rest.children({ ...control, disabled: field.frozen })}
    </Field>
  );
}
