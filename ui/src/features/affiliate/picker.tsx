// Choosing products: searched page by page, pasted, or read from a file. Choices go through the desk.
import { Button, Input, Segmented } from "antd";
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
import { Card, Row, Stack } from "../../kit/card";
import { type DataColumn, DataTable } from "../../kit/data-table";
import { FilePick } from "../../kit/file-pick";
import { countText } from "../../kit/format";
import { Notice } from "../../kit/notice";
import { usePagedSearch } from "../../kit/paged-search";
import { SearchField } from "../../kit/search-field";
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
      {way === "paste" && <Paste choosing={choosing} />}
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
      {unknown_count > 0 && (
        <p>
          {t("picker.unknown", said(unknown_count))} {unknown.slice(0, 10).join(", ")}
        </p>
      )}
    </Notice>
  );
}

function Paste({ choosing }: { choosing: Choosing }) {
  const { t } = useTranslation("affiliate");
  const [text, setText] = useState("");
  const take = async () => {
    if (await choosing.choose({ kind: "pasted", text }, true)) setText("");
  };
  return (
    <Stack gap={8}>
      <Input.TextArea
        rows={8}
        value={text}
        onChange={({ target }) => setText(target.value)}
        aria-label={t("picker.pasteLabel")}
        placeholder={t("picker.pasteLabel")}
        data-testid="picker-paste"
      />
      <div>
        <Button
          type="primary"
          disabled={text.trim() === ""}
          loading={choosing.busy}
          onClick={() => void take()}
          data-testid="picker-add-pasted"
        >
          {t("picker.add")}
        </Button>
      </div>
    </Stack>
  );
}

function Candidates({
  campaignId,
  products,
  include,
  choosing,
}: PickerProps & { include: boolean; choosing: Choosing }) {
  const { t } = useTranslation("affiliate");
  const { language } = useShopTerms();
  const { search, page, pageSize, window, find, toPage, paging } = usePagedSearch();
  const [selected, setSelected] = useState<string[]>([]);
  const filter: CouponProductFilter = {
    search,
    only: include ? "not_named" : "named",
    category: null,
    status: include ? "active" : null,
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
  const total = found.data?.total ?? 0;
  // What was chosen is gone from this list: the page looked at may be, too.
  if (found.data && !found.isPlaceholderData && page > 0 && page * pageSize >= total) toPage(0);
  const take = async (choice: CouponProductsChosen) => {
    if (await choosing.choose(choice, include)) setSelected([]);
  };
  const verb = include ? "add" : "remove";
  const said = (count: number) => ({ count, shown: countText(count, language) });
  return (
    <Stack gap={12}>
      <Row gap={12}>
        <SearchField
          value={search}
          onSearch={find}
          label={t("picker.search")}
          width={300}
          testId="picker-search"
        />
        <Button
          type="primary"
          disabled={selected.length === 0}
          loading={choosing.busy}
          onClick={() => void take({ kind: "ids", product_ids: selected })}
          data-testid={`picker-${verb}-selected`}
        >
          {t(`picker.${verb}Selected`, said(selected.length))}
        </Button>
        <Button
          disabled={total === 0 || choosing.busy}
          onClick={() => void take({ kind: "matching", filter })}
          data-testid={`picker-${verb}-all`}
        >
          {t(`picker.${verb}All`, said(total))}
        </Button>
      </Row>
      <Card flush>
        <DataTable<PartnerCandidate>
          label={t("picker.table")}
          columns={columns}
          rows={found.data?.rows}
          rowKey={({ product_id }) => product_id}
          loading={found.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          empty={{ title: t("picker.none"), text: t("picker.noneText") }}
          paging={paging(total)}
          testId="picker-table"
        />
      </Card>
    </Stack>
  );
}

function useCandidateColumns(): DataColumn<PartnerCandidate>[] {
  const { t } = useTranslation("affiliate");
  return [
    {
      key: "product",
      title: t("columns.product"),
      render: ({ title, product_id }) => (
        <div className="pd-affiliate-two">
          <span>{title || t("picker.unknownProduct")}</span>
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
