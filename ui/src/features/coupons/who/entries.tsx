// Entries of one sort: added, filled in, taken out.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card, Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { InstantField } from "../../../kit/period-field";

export function Entries<E extends { key: string }>({
  title,
  addLabel,
  removeLabel,
  entries,
  onChange,
  fresh,
  testId,
  children,
}: {
  title: string;
  addLabel: string;
  removeLabel: string;
  entries: readonly E[];
  onChange: (entries: E[]) => void;
  /** A new entry. */
  fresh: () => E;
  testId: string;
  children: (entry: E, set: (fields: Partial<E>) => void, index: number) => ReactNode;
}) {
  const set = (key: string) => (fields: Partial<E>) =>
    onChange(entries.map((entry) => (entry.key === key ? { ...entry, ...fields } : entry)));
  return (
    <Card
      title={title}
      extra={
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange([...entries, fresh()])}
          data-testid={`${testId}-add`}
        >
          {addLabel}
        </Button>
      }
      testId={testId}
    >
      {entries.length > 0 && (
        <Stack gap={12}>
          {entries.map((entry, index) => (
            <fieldset
              key={entry.key}
              className="pd-coupon-entry"
              data-testid={`${testId}-${index}`}
            >
              <legend className="pd-visually-hidden">
                {title} {index + 1}
              </legend>
              <div className="pd-fields pd-coupon-fields">
                {children(entry, set(entry.key), index)}
              </div>
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`${removeLabel} ${index + 1}`}
                onClick={() => onChange(entries.filter(({ key }) => key !== entry.key))}
                data-testid={`${testId}-remove-${index}`}
              />
            </fieldset>
          ))}
        </Stack>
      )}
    </Card>
  );
}

/** A moment that has to be there before anything can be tested. */
export function MomentField({
  label,
  value,
  onChange,
  attempted,
  optional = false,
  testId,
}: {
  label: string;
  value: string | null;
  onChange: (instant: string | null) => void;
  attempted: boolean;
  optional?: boolean;
  testId: string;
}) {
  const { t } = useTranslation("coupons");
  const missing = attempted && !optional && value === null;
  return (
    <Field
      label={label}
      optional={optional}
      problem={missing ? { what: t("who.noMoment"), action: t("who.enterMoment") } : undefined}
    >
      {(control) => <InstantField {...control} value={value} onChange={onChange} testId={testId} />}
    </Field>
  );
}
