// Which products take part: picked by hand, from the platform's list, by their ids, or from a file.
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { type DraftHead, useDeskAction } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Notice } from "../../../kit/notice";
import { PastedIds, UnknownWords } from "../../../kit/pasted-ids";
import { pathToDraft, pathToImport } from "../../../kit/places";
import { problemText, useToast } from "../../../kit/toast";
import { CampaignCoupons } from "./campaign-coupons";
import { Candidates } from "./candidates";
import { ChosenProducts } from "./chosen-products";

const ways = ["hand", "recommended", "ids", "chosen"] as const;
type Way = (typeof ways)[number];

export function ProductsStep({ head }: { head: DraftHead }) {
  const { t } = useTranslation("drafts");
  const { line, campaign, summary } = head;
  const [query] = useSearchParams();
  const [way, setWay] = useState<Way>(() => ways.find((one) => one === query.get("way")) ?? "hand");
  const navigate = useNavigate();
  const importPlan = () =>
    void navigate(pathToImport({ kind: "plan", draft_id: line.id }, pathToDraft(line.id)));
  return (
    <Stack>
      <div className="pd-draft-ways">
        <Segmented<Way>
          value={way}
          onChange={setWay}
          aria-label={t("ways.label")}
          options={ways.map((value) => ({
            value,
            label: (
              <span data-testid={`way-${value}`}>
                {value === "chosen"
                  ? t("ways.chosen", { count: summary.products })
                  : t(`ways.${value}`)}
              </span>
            ),
          }))}
        />
        <Button onClick={importPlan} data-testid="import-plan">
          {t("importPlan")}
        </Button>
      </div>
      {way === "hand" && <Candidates key="hand" draftId={line.id} onlyRecommended={false} />}
      {way === "recommended" && (
        <Candidates key="recommended" draftId={line.id} onlyRecommended={true} />
      )}
      {way === "ids" && <Pasted draftId={line.id} onAdded={() => setWay("chosen")} />}
      {way === "chosen" && <ChosenProducts head={head} />}
      {campaign.coupons.length > 0 && <CampaignCoupons head={head} />}
    </Stack>
  );
}

function Pasted({ draftId, onAdded }: { draftId: string; onAdded: () => void }) {
  const { t } = useTranslation(["drafts", "kit"]);
  const toast = useToast();
  const add = useDeskAction("draft_products");
  const take = async (text: string) => {
    try {
      const choice = { kind: "pasted", text } as const;
      const done = await add.runAsync({ draft_id: draftId, choice, include: true });
      toast.done(t("drafts:added", { count: done.changed }), { undo: done.changed > 0 });
      if (done.unknown_count === 0) onAdded();
      return true;
    } catch {
      // Shown as `add.error`.
      return false;
    }
  };
  return (
    <Stack>
      {add.error && (
        <Notice tone="block" title={t("drafts:nothingAdded")} testId="paste-problem">
          {problemText(add.error, t("kit:toast.bug"))}
        </Notice>
      )}
      {add.data && add.data.unknown_count > 0 && (
        <Notice
          tone="warn"
          title={t("drafts:added", { count: add.data.changed })}
          testId="paste-report"
        >
          <UnknownWords words={add.data.unknown} count={add.data.unknown_count} />
        </Notice>
      )}
      <PastedIds busy={add.isPending} onTake={take} />
    </Stack>
  );
}
