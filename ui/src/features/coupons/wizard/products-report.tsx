// What a choice of products gave: how many came in or went out, what no catalogue knows, what is too many.
import { useTranslation } from "react-i18next";
import type { CouponProductsChanged } from "../../../bridge";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { UnknownWords } from "../../../kit/pasted-ids";
import { useShopTerms } from "../../../kit/shop-terms";

export function ProductsReport({ report }: { report: CouponProductsChanged }) {
  const { t } = useTranslation("coupons");
  const { language } = useShopTerms();
  const said = (count: number) => ({ count, shown: countText(count, language) });
  const { changed, unchanged, unknown, unknown_count, beyond_limit } = report;
  const odd = unknown_count > 0 || beyond_limit > 0;
  return (
    <Notice
      tone={odd ? "warn" : "good"}
      title={t("products.changed", said(changed))}
      testId="products-report"
    >
      <div>
        {unchanged > 0 && <p>{t("products.unchanged", said(unchanged))}</p>}
        {beyond_limit > 0 && <p>{t("products.beyond", said(beyond_limit))}</p>}
        <UnknownWords words={unknown} count={unknown_count} />
      </div>
    </Notice>
  );
}
