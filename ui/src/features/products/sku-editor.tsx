// Retail price and stock of one SKU by hand; what that does to registrations is answered here.
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskError, type FindingView, type SkuDetail, useDeskAction } from "../../bridge";
import { Field, type FieldFault } from "../../kit/field";
import { CountField, MoneyField } from "../../kit/number-fields";
import { useToast } from "../../kit/toast";
import { AnswerFindings, unanswered } from "../../wizard";

export function SkuEditor({ detail, onClose }: { detail: SkuDetail; onClose: () => void }) {
  const { t } = useTranslation("products");
  const { sku } = detail;
  const [retail, setRetail] = useState<string | null>(sku.retail_price);
  const [stock, setStock] = useState(sku.stock);
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const { save, saving, findings, faultAt } = useSkuSave(onClose);
  const changed = {
    retail_price: retail === sku.retail_price ? null : retail,
    stock: stock === sku.stock ? null : stock,
  };
  const nothing = changed.retail_price === null && changed.stock === null;
  return (
    <Modal
      open
      title={t("editSku", { sku: sku.variation || sku.id })}
      okText={t("save")}
      onCancel={onClose}
      confirmLoading={saving}
      okButtonProps={{
        disabled: nothing || unanswered(findings, acknowledged).length > 0,
        "data-testid": "sku-save",
      }}
      onOk={() => save({ sku_id: sku.id, unit_cost: null, ...changed, acknowledged })}
      destroyOnHidden
    >
      <Field label={t("columns.retail")} hint={t("retailHint")} problem={faultAt("retail_price")}>
        {(control) => (
          <MoneyField {...control} value={retail} onChange={setRetail} testId="sku-retail" />
        )}
      </Field>
      <Field label={t("columns.stock")} problem={faultAt("stock")}>
        {(control) => (
          <CountField {...control} value={stock} onChange={setStock} testId="sku-stock" />
        )}
      </Field>
      <AnswerFindings findings={findings} acknowledged={acknowledged} onChange={setAcknowledged} />
    </Modal>
  );
}

function useSkuSave(onSaved: () => void) {
  const { t } = useTranslation("products");
  const toast = useToast();
  const [findings, setFindings] = useState<readonly FindingView[]>([]);
  const [invalid, setInvalid] = useState<DeskError>();
  const action = useDeskAction("sku_edit", {
    onDone: () => {
      toast.done(t("skuSaved"), { undo: true });
      onSaved();
    },
    onRefused: (error) => {
      setFindings(error.findings);
      setInvalid(error.kind === "invalid" ? error : undefined);
      if (error.kind !== "refused" && error.kind !== "invalid") toast.problem(error);
    },
  });
  const faultAt = (field: string): FieldFault | undefined =>
    invalid?.error.kind === "invalid" && invalid.error.field === field
      ? { what: invalid.error.message, action: invalid.error.remedy }
      : undefined;
  return { save: action.run, saving: action.isPending, findings, faultAt };
}
