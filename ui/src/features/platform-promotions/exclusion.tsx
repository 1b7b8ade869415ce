// "Can I leave out this product?": the desk's plain answer, and what can be done instead.
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type DeskError,
  type FundedExclusionAnswer,
  type FundedSwitchView,
  type FundedType,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { type ControlProps, Field } from "../../kit/field";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { Notice } from "../../kit/notice";
import { useSettled } from "../../kit/search-field";
import { problemText } from "../../kit/toast";

/** What parts the brands of a list that is pasted. */
const between = [",", "，", "\n", "\t"];

export function ExclusionDialog({
  switches,
  onClose,
}: {
  switches: readonly FundedSwitchView[];
  onClose: () => void;
}) {
  const { t } = useTranslation(["platform-promotions", "kit"]);
  const [fundedType, setFundedType] = useState<FundedType>("product_incentives");
  const [products, setProducts] = useState<string[]>([]);
  const [brands, setBrands] = useState<string[]>([]);
  const [answer, setAnswer] = useState<FundedExclusionAnswer>();
  const [problem, setProblem] = useState<DeskError>();
  const ask = useDeskAction("funded_exclusion", {
    invalidates: [],
    onDone: (given) => {
      setProblem(undefined);
      setAnswer(given);
    },
    onRefused: (error) => {
      setAnswer(undefined);
      setProblem(error);
    },
  });
  return (
    <Modal
      open
      width={680}
      title={t("platform-promotions:exclusion.title")}
      okText={t("platform-promotions:exclusion.ask")}
      okButtonProps={{ loading: ask.isPending, "data-testid": "exclusion-ask" }}
      cancelText={t("platform-promotions:exclusion.close")}
      cancelButtonProps={{ "data-testid": "exclusion-close" }}
      onOk={() =>
        ask.run({
          funded_type: fundedType,
          except: { product_ids: products, brands },
        })
      }
      onCancel={onClose}
    >
      <div className="pd-funded-dialog" data-testid="exclusion">
        <Field label={t("platform-promotions:exclusion.type")}>
          {({ id }) => (
            <Select<FundedType>
              id={id}
              value={fundedType}
              aria-label={t("platform-promotions:exclusion.type")}
              onChange={setFundedType}
              options={switches.map(({ funded_type, name }) => ({
                value: funded_type,
                label: name,
              }))}
              style={{ width: "100%" }}
              data-testid="exclusion-type"
            />
          )}
        </Field>
        <Field label={t("platform-promotions:exclusion.products")} optional>
          {(control) => <ProductChoice {...control} chosen={products} onChoose={setProducts} />}
        </Field>
        <Field
          label={t("platform-promotions:exclusion.brands")}
          hint={t("platform-promotions:exclusion.listHint")}
          optional
        >
          {(control) => (
            <Select<string[]>
              {...control}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={between}
              aria-label={t("platform-promotions:exclusion.brands")}
              value={brands}
              onChange={setBrands}
              style={{ width: "100%" }}
              data-testid="exclusion-brands"
            />
          )}
        </Field>
        {problem && (
          <Notice tone="block" title={t("platform-promotions:exclusion.failed")}>
            {problemText(problem, t("kit:toast.bug"))}
          </Notice>
        )}
        {answer && <Answer answer={answer} />}
      </div>
    </Modal>
  );
}

/** Products looked for by title or id. */
function ProductChoice({
  chosen,
  onChoose,
  ...control
}: ControlProps & {
  chosen: string[];
  onChoose: (productIds: string[]) => void;
}) {
  const { t } = useTranslation("platform-promotions");
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const search = useSettled(typed);
  const found = useDesk(
    "product_page",
    { search, only: "all", window: { offset: 0, limit: 20 } },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  return (
    // In an open list Tab would take back what Enter has just chosen.
    <div
      style={{ width: "100%" }}
      onKeyDownCapture={(event) => {
        if (event.key !== "Tab") return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <Select<string[]>
        {...control}
        mode="multiple"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        notFoundContent={t("exclusion.none")}
        aria-label={t("exclusion.products")}
        placeholder={t("exclusion.productsHint")}
        value={chosen}
        onChange={onChoose}
        open={open}
        onOpenChange={setOpen}
        options={rows.map(({ product }) => ({ value: product.id, label: product.title }))}
        optionRender={({ label, value }) => (
          <div className="pd-two pd-name">
            <span>{label}</span>
            <small>{value}</small>
          </div>
        )}
        style={{ width: "100%" }}
        data-testid="exclusion-products"
      />
    </div>
  );
}

function Answer({ answer }: { answer: FundedExclusionAnswer }) {
  const { t } = useTranslation("platform-promotions");
  return (
    <section data-testid="exclusion-answer">
      <Notice tone={answer.possible ? "good" : "block"} title={answer.answer} />
      <FindingsSlot findings={answer.findings} />
      <h3>{t("exclusion.ways")}</h3>
      <ul>
        {answer.ways.map(({ title, about, rule }) => (
          <li key={title}>
            <strong>{title}</strong> <a href={`#/rulebook/${encodeURIComponent(rule)}`}>{rule}</a>
            <small>{about}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
