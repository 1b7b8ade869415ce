// A campaign's registered products, page by page, with decisions and withdrawals for one, some or all.
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type PlatformVerdict,
  type RegisteredProduct,
  type StateKind,
  useDesk,
  useDeskAction,
  type WithdrawalScope,
} from "../../../bridge";
import { Card, Row, Stack } from "../../../kit/card";
import { type DataColumn, DataTable } from "../../../kit/data-table";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { usePagedSearch } from "../../../kit/paged-search";
import { FilterChips, SearchField } from "../../../kit/search-field";
import { useShopTerms } from "../../../kit/shop-terms";
import { StatusTag } from "../../../kit/status-tag";
import { problemText, useToast } from "../../../kit/toast";
import { CountText, InstantText, PriceRange } from "../../../kit/values";
import { StateTag, stateKinds, TitleAndId } from "../parts";
import { useOpenDraft } from "../use-open-draft";
import { DecideButtons } from "./decide";
import { WithdrawalDialog } from "./withdrawal-dialog";

export function RegisteredProducts({
  campaignId,
  onOpen,
}: {
  campaignId: string;
  onOpen: (productId: string) => void;
}) {
  const { t } = useTranslation(["registrations", "kit", "drafts"]);
  const [state, setState] = useState<StateKind | null>(null);
  const { search, window, find, toPage, paging } = usePagedSearch();
  const [selected, setSelected] = useState<string[]>([]);
  const { open, opening } = useOpenDraft();
  const columns = useProductColumns();
  const counts = useDesk("campaign_list", {}).data?.campaigns.find(
    ({ id }) => id === campaignId,
  )?.products;
  const found = useDesk(
    "registration_page",
    {
      campaign_id: campaignId,
      state,
      search,
      window,
    },
    { keepPrevious: true },
  );
  if (found.isError) {
    return (
      <Notice tone="block" title={t("registrations:failed")}>
        {problemText(found.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  const again = (found.data?.rows ?? [])
    .filter((line) => line.can_register_again && selected.includes(line.product_id))
    .map(({ product_id }) => product_id);
  return (
    <Stack gap={12}>
      <Row gap={12}>
        <SearchField
          value={search}
          onSearch={find}
          label={t("drafts:searchProducts")}
          testId="registered-search"
        />
        <FilterChips<StateKind>
          label={t("registrations:byState")}
          chips={stateKinds.map((key) => ({
            key,
            label: t(`registrations:states.${key}`),
            ...(counts ? { count: counts[key] } : {}),
          }))}
          active={state}
          onPick={(next) => {
            setState(next);
            toPage(0);
          }}
        />
      </Row>
      <BulkActions
        campaignId={campaignId}
        selected={selected}
        pending={counts?.pending ?? 0}
        onDone={() => setSelected([])}
      >
        {again.length > 0 && (
          <Button
            size="small"
            loading={opening}
            onClick={() => open(campaignId, () => again)}
            data-testid="register-selected-again"
          >
            {t("registrations:registerAgain")}
          </Button>
        )}
      </BulkActions>
      <Card flush>
        <DataTable<RegisteredProduct>
          label={t("registrations:registered")}
          columns={columns}
          rows={found.data?.rows}
          rowKey={({ product_id }) => product_id}
          loading={found.isPlaceholderData}
          selection={{ selected, onSelect: setSelected }}
          empty={{
            title: t("registrations:noneRegistered"),
            text: t("registrations:noneRegisteredText"),
          }}
          paging={paging(found.data?.total)}
          onOpen={({ product_id }) => onOpen(product_id)}
          rowTone={(line) => (line.state.kind === "withdrawn" ? "muted" : undefined)}
          testId="registered-table"
        />
      </Card>
    </Stack>
  );
}

function BulkActions({
  campaignId,
  selected,
  pending,
  onDone,
  children,
}: {
  campaignId: string;
  selected: readonly string[];
  pending: number;
  onDone: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation("registrations");
  const { language } = useShopTerms();
  const toast = useToast();
  const [scope, setScope] = useState<WithdrawalScope | null>(null);
  const action = useDeskAction("registration_decide", {
    onDone: ({ changed }) => {
      toast.done(t("decide.done", { count: changed, shown: countText(changed, language) }), {
        undo: changed > 0,
      });
      onDone();
    },
    onRefused: (error) => toast.problem(error),
  });
  const decide = (product_ids: string[] | null) => (verdict: PlatformVerdict) =>
    action.run({ campaign_id: campaignId, product_ids, verdict });
  const none = selected.length === 0;
  return (
    <div className="pd-follow-bulk">
      <span>{t("selected", { count: selected.length })}</span>
      <DecideButtons
        named={t("decide.selected")}
        busy={action.isPending}
        disabled={none}
        onDecide={decide([...selected])}
        testId="selected"
      />
      <Button
        size="small"
        disabled={none}
        onClick={() => setScope("product")}
        data-testid="withdraw-products"
      >
        {t("withdraw.product")}
      </Button>
      <Button
        size="small"
        disabled={none}
        onClick={() => setScope("extra_discount")}
        data-testid="withdraw-extra"
      >
        {t("withdraw.extra_discount")}
      </Button>
      {children}
      <div className="pd-follow-all">
        <span>{t("decide.allPending", { shown: countText(pending, language) })}</span>
        <DecideButtons
          named={t("decide.everyPending")}
          busy={action.isPending}
          disabled={pending === 0}
          onDecide={decide(null)}
          testId="all-pending"
        />
        <Button
          size="small"
          danger
          onClick={() => setScope("campaign")}
          data-testid="withdraw-campaign"
        >
          {t("withdraw.campaign")}
        </Button>
      </div>
      {scope && (
        <WithdrawalDialog
          request={{
            campaign_id: campaignId,
            scope,
            product_ids: scope === "campaign" ? [] : [...selected],
          }}
          onClose={() => setScope(null)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function useProductColumns(): DataColumn<RegisteredProduct>[] {
  const { t } = useTranslation(["registrations", "drafts"]);
  return [
    {
      key: "product",
      title: t("drafts:columns.product"),
      render: ({ title, product_id }) => <TitleAndId title={title} id={product_id} />,
    },
    {
      key: "state",
      title: t("registrations:columns.state"),
      render: ({ state }) => (
        <div className="pd-two pd-name">
          <span>
            <StateTag state={state.kind} />
          </span>
          {"reason" in state && state.reason && <small title={state.reason}>{state.reason}</small>}
        </div>
      ),
    },
    {
      key: "tier",
      title: t("drafts:columns.tier"),
      width: 100,
      render: ({ tier }) => t(`drafts:tiers.${tier}`),
    },
    {
      key: "skus",
      title: t("drafts:columns.skus"),
      width: 70,
      align: "right",
      render: ({ skus }) => <CountText value={skus} />,
    },
    {
      key: "price",
      title: t("drafts:columns.campaign_price"),
      width: 150,
      align: "right",
      render: ({ price_from, price_to }) => <PriceRange from={price_from} to={price_to} />,
    },
    {
      key: "open",
      title: t("registrations:columns.open"),
      width: 130,
      render: ({ open_requests }) =>
        open_requests > 0 && (
          <StatusTag tone="info">
            {t("registrations:openRequests", { count: open_requests })}
          </StatusTag>
        ),
    },
    {
      key: "at",
      title: t("registrations:columns.submitted"),
      width: 160,
      render: ({ submitted_at }) => <InstantText value={submitted_at} style="date" />,
    },
  ];
}
