// Which products take part: picked by hand, from the platform's list, by their ids, or from a file.
import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type DraftHead, useDeskAction } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { Notice } from "../../../kit/notice";
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
  const [way, setWay] = useState<Way>("hand");
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
      {way === "ids" && <PastedIds draftId={line.id} onAdded={() => setWay("chosen")} />}
      {way === "chosen" && <ChosenProducts head={head} />}
      {campaign.coupons.length > 0 && <CampaignCoupons head={head} />}
    </Stack>
  );
}

/** Ids from anywhere: whatever stands between them separates them. */
function PastedIds({ draftId, onAdded }: { draftId: string; onAdded: () => void }) {
  const { t } = useTranslation(["drafts", "kit"]);
  const toast = useToast();
  const [text, setText] = useState("");
  const ids = [...new Set(text.split(/[\s,;，；、]+/).filter((id) => id !== ""))];
  const add = useDeskAction("draft_products", {
    onDone: ({ changed }) => {
      toast.done(t("drafts:added", { count: changed }), { undo: changed > 0 });
      onAdded();
    },
  });
  return (
    <Stack>
      <Field label={t("drafts:pasteIds")} hint={t("drafts:pasteHint")}>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            rows={8}
            value={text}
            onChange={({ target }) => setText(target.value)}
            data-testid="paste-ids"
          />
        )}
      </Field>
      {add.error && (
        <Notice tone="block" title={t("drafts:nothingAdded")} testId="paste-problem">
          {problemText(add.error, t("kit:toast.bug"))}
        </Notice>
      )}
      <div>
        <Button
          type="primary"
          disabled={ids.length === 0}
          loading={add.isPending}
          onClick={() =>
            add.run({
              draft_id: draftId,
              choice: { kind: "ids", product_ids: ids },
              include: true,
            })
          }
          data-testid="add-pasted"
        >
          {t("drafts:addPasted", { count: ids.length })}
        </Button>
      </div>
    </Stack>
  );
}
