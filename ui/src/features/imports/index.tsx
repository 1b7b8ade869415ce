// Importing files: choose, map, look at what would change, apply as one step.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type ImportTarget, useDesk } from "../../bridge";
import { PageHeader } from "../../kit/page-header";
import { sentences } from "../../kit/sentences";
import { Done } from "./done";
import { leaveImport, useOpenImport } from "./open-import";
import { Pick } from "./pick";
import { Preview } from "./preview";
import { backOf, sameTarget, targetOf } from "./target";
import "./imports.css";

export default function Imports() {
  const { t } = useTranslation("imports");
  const [query] = useSearchParams();
  const open = useOpenImport();
  const asked = targetOf(query);
  const back = backOf(query);
  // An import that was left open for something else makes way.
  const foreign = open.stage !== "pick" && !sameTarget(open.asked, asked);
  useEffect(() => {
    if (foreign) leaveImport();
  }, [foreign]);
  const about = useAbout(asked);

  return (
    <div data-testid="imports">
      <PageHeader
        title={asked ? t(`targets.${asked.kind}.title`) : t("title")}
        subtitle={about ?? t(asked ? `targets.${asked.kind}.text` : "text")}
        {...(back === undefined ? {} : { back: { label: t("back"), to: back } })}
      />
      {open.stage === "pick" || foreign ? (
        <Pick
          asked={asked}
          {...(open.stage === "pick" && open.problem ? { problem: open.problem } : {})}
        />
      ) : open.stage === "preview" ? (
        <Preview open={open} />
      ) : (
        <Done open={open} back={back} />
      )}
    </div>
  );
}

/** The campaign the files are for, by name. */
function useAbout(target: ImportTarget | null): string | undefined {
  const { t } = useTranslation("imports");
  const campaignId = target && "campaign_id" in target ? target.campaign_id : undefined;
  const draftId = target && "draft_id" in target ? target.draft_id : undefined;
  const campaign = useDesk(
    "campaign_get",
    { campaign_id: campaignId ?? "" },
    { enabled: campaignId !== undefined },
  );
  const draft = useDesk(
    "draft_get",
    { draft_id: draftId ?? "" },
    { enabled: draftId !== undefined },
  );
  const name = campaign.data?.name ?? draft.data?.campaign.name;
  return name && target
    ? sentences(t("forCampaign", { name }), t(`targets.${target.kind}.text`))
    : undefined;
}
