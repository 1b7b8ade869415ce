// One campaign: whether the shop may register, its terms, and the ways on from here.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { type Campaign, type DeskError, useDesk, useDeskAction } from "../../bridge";
import { Card, Stack } from "../../kit/card";
import { useConfirm } from "../../kit/confirm";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo, pathToCampaign, pathToImport } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";
import { EligibilityCard } from "./eligibility";
import { Failed } from "./record";
import { useRegister } from "./register";
import { NextMoment, PhaseTag, ProductStates } from "./tags";
import { CampaignTerms } from "./terms";

export function CampaignDetail() {
  const { t } = useTranslation("campaigns");
  const { campaignId = "" } = useParams();
  const campaign = useDesk("campaign_get", { campaign_id: campaignId });
  const line = useDesk("campaign_list", {}).data?.campaigns.find(({ id }) => id === campaignId);
  const now = useDesk("desk_state", {}).data?.now;
  const [refused, setRefused] = useState<DeskError>();
  const { register, opening } = useRegister(setRefused);

  if (campaign.isError) return <Failed error={campaign.error} />;
  if (!campaign.data) return <PageSkeleton />;
  return (
    <div data-testid="campaign">
      <PageHeader
        back={{ label: t("title"), to: pathTo("campaigns") }}
        title={campaign.data.name}
        {...(line ? { status: <PhaseTag phase={line.phase} /> } : {})}
        subtitle={
          <>
            {t(`kinds.${campaign.data.kind}`)}
            {line && (
              <>
                {" · "}
                <NextMoment phase={line.phase} windows={line} now={now} />
              </>
            )}
          </>
        }
        actions={
          <>
            <Actions campaign={campaign.data} />
            <Button
              type="primary"
              loading={opening !== undefined}
              onClick={() => {
                setRefused(undefined);
                register(campaignId);
              }}
              data-testid="campaign-register"
            >
              {t(line?.draft_id ? "goOn" : "register")}
            </Button>
          </>
        }
      />
      <Stack>
        {refused && <Refusal error={refused} />}
        <EligibilityCard campaignId={campaignId} />
        {line && (
          <Card
            title={t("products")}
            extra={<RegistrationsLink campaignId={campaignId} />}
            testId="campaign-products"
          >
            <ProductStates products={line.products} />
          </Card>
        )}
        <CampaignTerms campaign={campaign.data} />
      </Stack>
    </div>
  );
}

function RegistrationsLink({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation("campaigns");
  const navigate = useNavigate();
  return (
    <Button
      size="small"
      onClick={() => void navigate(pathTo("registrations", campaignId))}
      data-testid="campaign-registrations"
    >
      {t("registrations")}
    </Button>
  );
}

function Refusal({ error }: { error: DeskError }) {
  const { t } = useTranslation(["campaigns", "kit"]);
  return (
    <Notice tone="block" title={t("campaigns:refused")} testId="register-refused">
      {error.findings.length > 0 ? (
        <FindingsSlot findings={error.findings} />
      ) : (
        problemText(error, t("kit:toast.bug"))
      )}
    </Notice>
  );
}

function Actions({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("campaigns");
  const navigate = useNavigate();
  const confirm = useConfirm();
  const toast = useToast();
  const { id, name } = campaign;
  const removal = useDeskAction("campaign_delete", {
    onDone: () => {
      toast.done(t("deleted", { name }), { undo: true });
      void navigate(pathTo("campaigns"));
    },
    onRefused: (error) => toast.problem(error),
  });
  const remove = async () => {
    const sure = await confirm({
      title: t("deleteTitle", { name }),
      text: t("deleteText"),
      confirmLabel: t("delete"),
      danger: true,
    });
    if (sure) removal.run({ campaign_id: id });
  };
  return (
    <>
      <Button danger type="text" onClick={remove} data-testid="campaign-delete">
        {t("delete")}
      </Button>
      <Button
        onClick={() =>
          void navigate(pathToImport({ kind: "prefill", campaign_id: id }, pathToCampaign(id)))
        }
        data-testid="campaign-prefill"
      >
        {t("prefill")}
      </Button>
      <Button
        onClick={() => void navigate(pathTo("campaigns", id, "edit"))}
        data-testid="campaign-edit"
      >
        {t("edit")}
      </Button>
    </>
  );
}
