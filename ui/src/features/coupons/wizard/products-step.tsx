// What a coupon applies to: the whole shop, or products that are searched, pasted or read from a file.
import { Radio, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CouponProductsChosen, CouponScope } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { FilePick } from "../../../kit/file-pick";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { PastedIds } from "../../../kit/pasted-ids";
import { useShopTerms } from "../../../kit/shop-terms";
import { problemText } from "../../../kit/toast";
import { Candidates } from "./candidates";
import { ProductsReport } from "./products-report";
import { TermFrame } from "./term-frame";
import type { Making } from "./use-making";
import { type Naming, useNaming } from "./use-naming";

const ways = ["browse", "paste", "file", "named"] as const;
type Way = (typeof ways)[number];

export function ProductsStep({ making }: { making: Making }) {
  const { t } = useTranslation(["coupons", "kit"]);
  const { typed, change, shape } = making;
  const { scope } = typed;
  const { language } = useShopTerms();
  const naming = useNaming(typed, (next) => change({ scope: next }));
  // What was named comes back when the seller looks at the whole shop and returns.
  const [former, setFormer] = useState<CouponScope>({ kind: "products", ids: [] });
  const field = shape.fields.find((one) => one.field === "scope");
  if (!field) return null;
  const pick = (kind: CouponScope["kind"]) => {
    if (scope.kind === "products") setFormer(scope);
    change({ scope: kind === "products" ? former : { kind: "whole_shop" } });
  };
  return (
    <Stack>
      <Card>
        <TermFrame
          field={field}
          group
          {...(shape.products_at_most === null
            ? {}
            : {
                hint: t("coupons:products.atMost", {
                  most: countText(shape.products_at_most, language),
                }),
              })}
        >
          {({ disabled }) => (
            <Radio.Group
              className="pd-coupon-choices"
              value={scope.kind}
              disabled={disabled}
              onChange={({ target }) => pick(target.value as CouponScope["kind"])}
              aria-label={field.name}
            >
              <Radio value="whole_shop" data-testid="scope-whole-shop">
                {t("coupons:products.wholeShop")}
              </Radio>
              <Radio value="products" data-testid="scope-products">
                {t("coupons:products.some")}
              </Radio>
            </Radio.Group>
          )}
        </TermFrame>
      </Card>
      {naming.problem && (
        <Notice tone="block" title={t("coupons:products.failed")} testId="products-problem">
          {problemText(naming.problem, t("kit:toast.bug"))}
        </Notice>
      )}
      {naming.report && <ProductsReport report={naming.report} />}
      {scope.kind === "products" && !field.frozen && <Ways scope={scope} naming={naming} />}
    </Stack>
  );
}

function Ways({ scope, naming }: { scope: CouponScope & { kind: "products" }; naming: Naming }) {
  const { t } = useTranslation("coupons");
  const [way, setWay] = useState<Way>("browse");
  const take = (choice: CouponProductsChosen) => naming.name(choice, true);
  return (
    <Stack>
      <Segmented<Way>
        value={way}
        onChange={setWay}
        aria-label={t("products.ways")}
        options={ways.map((value) => ({
          value,
          label: (
            <span data-testid={`way-${value}`}>
              {value === "named"
                ? t("products.named", { count: scope.ids.length })
                : t(`products.${value}`)}
            </span>
          ),
        }))}
      />
      {way === "browse" && (
        <Candidates key="browse" scope={scope} only="not_named" include naming={naming} />
      )}
      {way === "named" && (
        <Candidates key="named" scope={scope} only="named" include={false} naming={naming} />
      )}
      {way === "paste" && (
        <PastedIds busy={naming.busy} onTake={(text) => take({ kind: "pasted", text })} />
      )}
      {way === "file" && (
        <FilePick
          kind="table"
          title={t("products.fileTitle")}
          text={t("products.fileText")}
          disabled={naming.busy}
          onPick={([path]) => path !== undefined && take({ kind: "file", path })}
          testId="products-file"
        />
      )}
    </Stack>
  );
}
