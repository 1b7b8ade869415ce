// Narrowing products by category and by whether they are on sale.
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ProductStatus, useDesk } from "../bridge";
import { FilterChips } from "./search-field";

export interface ProductNarrowing {
  category: string | null;
  status: ProductStatus | null;
}

/** What the list is narrowed to; `onChange` hears of every change, to show the first page. */
export function useNarrowing(status: ProductStatus | null, onChange: () => void) {
  const [narrowing, setNarrowing] = useState<ProductNarrowing>({ category: null, status });
  const narrow = (fields: Partial<ProductNarrowing>) => {
    setNarrowing({ ...narrowing, ...fields });
    onChange();
  };
  return { narrowing, narrow };
}

export function ProductFilters({ narrowing, narrow }: ReturnType<typeof useNarrowing>) {
  return (
    <>
      <CategoryField value={narrowing.category} onChange={(category) => narrow({ category })} />
      <StatusField value={narrowing.status} onChange={(status) => narrow({ status })} />
    </>
  );
}

function CategoryField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (category: string | null) => void;
}) {
  const { t } = useTranslation("kit");
  const found = useDesk("product_categories", {});
  const categories = found.data?.categories ?? [];
  return (
    <Select<string>
      showSearch
      allowClear
      aria-label={t("products.category")}
      placeholder={t("products.allCategories")}
      {...(value === null ? {} : { value })}
      onChange={(next) => onChange(next ?? null)}
      options={categories.map(({ name, products }) => ({
        value: name,
        label: t("products.categoryOf", { name, count: products }),
      }))}
      style={{ width: 240 }}
      data-testid="candidate-category"
    />
  );
}

const statuses = ["active", "inactive"] as const satisfies readonly ProductStatus[];

function StatusField({
  value,
  onChange,
}: {
  value: ProductStatus | null;
  onChange: (status: ProductStatus | null) => void;
}) {
  const { t } = useTranslation("kit");
  return (
    <FilterChips<ProductStatus>
      label={t("products.status")}
      allLabel={t("products.statuses.all")}
      chips={statuses.map((key) => ({ key, label: t(`products.statuses.${key}`) }))}
      active={value}
      onPick={onChange}
    />
  );
}
