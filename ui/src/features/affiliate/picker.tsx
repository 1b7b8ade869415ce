// Choosing products: searched page by page, pasted, or read from a file. Choices go through the desk.
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CouponProductFilter,
  type CouponProductsChosen,
  identityOf,
  type PartnerCandidate,
  type PartnerProductsChanged,
  useDesk,
  useDeskAction,
} from "../../bridge";
import { Stack } from "../../kit/card";
import type { DataColumn } from "../../kit/data-table";
import { FilePick } from "../../kit/file-pick";
import { countText } from "../../kit/format";
import { Notice } from "../../kit/notice";
import { usePagedSearch } from "../../kit/paged-search";
import { PastedIds, UnknownWords } from "../../kit/pasted-ids";
import { ProductCandidates } from "../../kit/product-candidates";
import { ProductFilters, useNarrowing } from "../../kit/product-filters";
import { useShopTerms } from "../../kit/shop-terms";
import { StatusTag } from "../../kit/status-tag";
import { useToast } from "../../kit/toast";
import { PriceRange } from "../../kit/values";

const ways = ["browse", "chosen", "paste", "file"] as const;
type Way = (typeof ways)[number];

export interface PickerProps {
  /** The campaign that is joined; null for one's own. */
  campaignId: string | null;
  products: string[];
  onProducts: (products: string[]) => void;
}

interface Choosing {
  busy: boolean;
  choose: (choice: CouponProductsChosen, include: boolean) => Promise<boolean>;
}

export function ProductPicker(props: PickerProps) {
  const { t } = useTranslation("affiliate");
  const toast = useToast();
  const [way, setWay] = useState<Way>("browse");
  const [report, setReport] = useState<PartnerProductsChanged>();
  const action = useDeskAction("partner_products", {
    invalidates: [],
    onRefused: (error) => toast.problem(error),
  });
  const choose: Choosing["choose"] = async (choice, include) => {
    const { campaignId: campaign_id, products } = props;
    try {
      const changed = await action.runAsync({
        campaign_id,
        products,
        choice,
        include,
      });
      setReport(changed);
      props.onProducts(changed.products);
      return true;
    } catch {
      // It was said in a toast.
      return false;
    }
  };
  const choosing = { busy: action.isPending, choose };
  return (
    <Stack>
      <Segmented<Way>
        value={way}
        onChange={setWay}
        aria-label={t("picker.ways")}
        options={ways.map((value) => ({
          value,
          label: (
            <span data-testid={`way-${value}`}>
              {t(`picker.${value}`, { count: props.products.length })}
            </span>
          ),
        }))}
      />
      {report && <Report report={report} />}
      {(way === "browse" || way === "chosen") && (
        <Candidates key={way} {...props} include={way === "browse"} choosing={choosing} />
      )}
      {way === "paste" && (
        <PastedIds busy={choosing.busy} onTake={(text) => choose({ kind: "pasted", text }, true)} />
      )}
      {way === "file" && (
        <FilePick
          kind="table"
          title={t("picker.fileTitle")}
          text={t("picker.fileText")}
          disabled={choosing.busy}
          onPick={([path]) => path !== undefined && void choose({ kind: "file", path }, true)}
          testId="picker-file"
        />
      )}
    </Stack>
  );
}

function Report({ report }: { report: PartnerProductsChanged }) {
  const { t } = useTranslation("affiliate");
  const { language } = useShopTerms();
  const said = (count: number) => ({ count, shown: countText(count, language) });
  const { changed, passed_over, unknown, unknown_count } = report;
  return (
    <Notice
      tone={unknown_count + passed_over > 0 ? "warn" : "info"}
      title={t("picker.changed", said(changed))}
      testId="picker-report"
    >
      {passed_over > 0 && <p>{t("picker.passedOver", said(passed_over))}</p>}
      <UnknownWords words={unknown} count={unknown_count} />
    </Notice>
  );
}

function Candidates({
  campaignId,
  products,
  include,
  choosing,
}: PickerProps & { include: boolean; choosing: Choosing }) {
  const { t } = useTranslation("affiliate");
  const paged = usePagedSearch();
  const { search, window } = paged;
  const narrowed = useNarrowing(include ? "active" : null, () => paged.toPage(0));
  const filter: CouponProductFilter = {
    search,
    only: include ? "not_named" : "named",
    ...narrowed.narrowing,
  };
  const found = useDesk(
    "partner_candidates",
    {
      campaign_id: campaignId,
      products,
      filter,
      window,
    },
    {
      keepPrevious: true,
      standsFor: JSON.stringify([campaignId, identityOf(products), filter, window]),
    },
  );
  const columns = useCandidateColumns();
  const verb = include ? "add" : "remove";
  return (
    <ProductCandidates<PartnerCandidate>
      paged={paged}
      found={found}
      columns={columns}
      filters={<ProductFilters {...narrowed} />}
      texts={{
        table: t("picker.table"),
        search: t("picker.search"),
        failed: t("picker.failed"),
        empty: { title: t("picker.none"), text: t("picker.noneText") },
        takeSelected: (said) => t(`picker.${verb}Selected`, said),
        takeAll: (said) => t(`picker.${verb}All`, said),
      }}
      testIds={{
        search: "picker-search",
        table: "picker-table",
        takeSelected: `picker-${verb}-selected`,
        takeAll: `picker-${verb}-all`,
      }}
      busy={choosing.busy}
      onSelected={(product_ids) => choosing.choose({ kind: "ids", product_ids }, include)}
      onAll={() => choosing.choose({ kind: "matching", filter }, include)}
    />
  );
}

function useCandidateColumns(): DataColumn<PartnerCandidate>[] {
  const { t } = useTranslation("affiliate");
  return [
    {
      key: "product",
      title: t("columns.product"),
      render: ({ title, product_id }) => (
        <div className="pd-two pd-name">
          <span title={title}>{title || t("picker.unknownProduct")}</span>
          <small>{product_id}</small>
        </div>
      ),
    },
    {
      key: "retail",
      title: t("columns.retail"),
      width: 170,
      align: "right",
      render: ({ retail_from, retail_to }) => <PriceRange from={retail_from} to={retail_to} />,
    },
    {
      key: "note",
      title: t("columns.note"),
      width: 220,
      render: ({ obstacle }) =>
        obstacle === null ? null : <StatusTag tone="warn">{obstacle}</StatusTag>,
    },
  ];
}
