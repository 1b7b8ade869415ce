// Choosing products to leave out.
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ProductLine, useDesk } from "../../bridge";
import { DataTable } from "../../kit/data-table";
import { usePagedSearch } from "../../kit/paged-search";
import { SearchField } from "../../kit/search-field";
import { CountText } from "../../kit/values";

export function ProductPicker({
  busy,
  onPick,
  onClose,
}: {
  busy: boolean;
  onPick: (productIds: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("smart-promotion");
  const { search, window, find, paging } = usePagedSearch(10);
  const [selected, setSelected] = useState<string[]>([]);
  const products = useDesk("product_page", { search, only: "all", window }, { keepPrevious: true });
  return (
    <Modal
      open
      width={760}
      title={t("exclusions.pickTitle")}
      okText={t("exclusions.requestChosen", { count: selected.length })}
      okButtonProps={{
        disabled: selected.length === 0,
        loading: busy,
        "data-testid": "exclusion-request-chosen",
      }}
      onOk={() => onPick(selected)}
      onCancel={onClose}
    >
      <div className="pd-programme-picker">
        <SearchField
          value={search}
          onSearch={find}
          label={t("exclusions.search")}
          width={320}
          testId="exclusion-search"
        />
        <DataTable<ProductLine>
          label={t("exclusions.pickTitle")}
          rows={products.data?.rows}
          rowKey={({ product }) => product.id}
          loading={products.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          paging={paging(products.data?.total)}
          empty={{ title: t("exclusions.noProduct"), text: t("exclusions.noProductText") }}
          testId="exclusion-products"
          columns={[
            {
              key: "product",
              title: t("exclusions.product"),
              render: ({ product }) => (
                <div className="pd-programme-product">
                  <span>{product.title}</span>
                  <small>{product.id}</small>
                </div>
              ),
            },
            {
              key: "campaigns",
              title: t("exclusions.campaigns"),
              align: "right",
              render: ({ campaigns }) => <CountText value={campaigns} />,
            },
          ]}
        />
      </div>
    </Modal>
  );
}
