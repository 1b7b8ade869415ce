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
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      size="min(560px, 94vw)"
      title={props.rule ? t("repair.titleRule", { rule: props.rule }) : t("repair.title")}
      closable={{ "aria-label": t("closePanel") }}
      destroyOnHidden
      data-testid="repair-drawer"
    >
      <Repair {...props} />
    </Drawer>
  );
}

function Repair({ draftId, filter, rule, onClose }: RepairDrawerProps) {
  const { t } = useTranslation(["drafts", "kit"]);
  const { language } = useShopTerms();
  const toast = useToast();
  const request = { draft_id: draftId, rules: rule === null ? [] : [rule], filter };
  const preview = useDesk("draft_repair", { ...request, preview: true }, { alwaysFresh: true });
  const apply = useDeskAction("draft_repair", {
    onDone: ({ edits, cleared }) => {
      toast.done(t("drafts:repair.done", { count: cleared, shown: countText(cleared, language) }), {
        undo: edits > 0,
      });
      onClose();
    },
    onRefused: (error) => toast.problem(error),
  });
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
      <div>
        <Button
          type="primary"
          disabled={edits === 0 || preview.isFetching}
          loading={apply.isPending}
          onClick={() => apply.run({ ...request, preview: false })}
          data-testid="repair-apply"
        >
          {t("drafts:repair.apply")}
        </Button>
      </div>
    </Stack>
  );
}
