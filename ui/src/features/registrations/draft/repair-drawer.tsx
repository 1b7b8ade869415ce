// Repairing in bulk: what would change, what remains and why, then doing it as one step.
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { type RowFilter, useDesk, useDeskAction } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { countText } from "../../../kit/format";
import { Notice } from "../../../kit/notice";
import { useShopTerms } from "../../../kit/shop-terms";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText, useToast } from "../../../kit/toast";
import { ChangeReport } from "./change-report";
import { isNarrowed } from "./row-filter";

export interface RepairDrawerProps {
  open: boolean;
  onClose: () => void;
  draftId: string;
  filter: RowFilter;
  /** Findings of this rule alone; null repairs whatever can be repaired. */
  rule: string | null;
}

export function RepairDrawer(props: RepairDrawerProps) {
  const { t } = useTranslation("drafts");
  const { preview, apply, repair } = useBulkRepair(props);
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      size="min(560px, 94vw)"
      title={props.rule ? t("repair.titleRule", { rule: props.rule }) : t("repair.title")}
      closable={{ "aria-label": t("closePanel") }}
      destroyOnHidden
      footer={
        <Button
          type="primary"
          disabled={!preview.data || preview.data.edits === 0 || preview.isFetching}
          loading={apply.isPending}
          onClick={repair}
          data-testid="repair-apply"
        >
          {t("repair.apply")}
        </Button>
      }
      data-testid="repair-drawer"
    >
      <Preview filter={props.filter} preview={preview} />
    </Drawer>
  );
}

/** What a repair would change, looked up while the drawer is open, and doing it. */
function useBulkRepair({ open, draftId, filter, rule, onClose }: RepairDrawerProps) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const toast = useToast();
  const request = { draft_id: draftId, rules: rule === null ? [] : [rule], filter };
  const preview = useDesk(
    "draft_repair",
    { ...request, preview: true },
    { alwaysFresh: true, enabled: open },
  );
  const apply = useDeskAction("draft_repair", {
    onDone: ({ edits, cleared }) => {
      toast.done(t("repair.done", { count: cleared, shown: countText(cleared, language) }), {
        undo: edits > 0,
      });
      onClose();
    },
    onRefused: (error) => toast.problem(error),
  });
  return { preview, apply, repair: () => apply.run({ ...request, preview: false }) };
}

function Preview({
  filter,
  preview,
}: {
  filter: RowFilter;
  preview: ReturnType<typeof useBulkRepair>["preview"];
}) {
  const { t } = useTranslation(["drafts", "kit"]);
  const { language } = useShopTerms();
  if (preview.isError) {
    return (
      <Notice tone="block" title={t("drafts:repair.failed")}>
        {problemText(preview.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!preview.data) return <BlockSkeleton lines={5} />;
  const { edits, cleared, left, samples } = preview.data;
  return (
    <Stack>
      <p className="pd-draft-quiet">
        {t(isNarrowed(filter) ? "drafts:repair.shownRows" : "drafts:repair.allRows")}
      </p>
      <ChangeReport
        headline={
          edits === 0
            ? t("drafts:repair.nothing")
            : t("drafts:repair.would", {
                count: cleared,
                shown: countText(cleared, language),
                edits: countText(edits, language),
              })
        }
        left={left}
        samples={samples}
        stale={preview.isFetching}
      />
    </Stack>
  );
}
