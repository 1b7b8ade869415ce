// Every criterion at once: what is asked, what the shop has, and where something can be done about it.
import {
  CheckCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  MinusCircleOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type CriterionLine, type Tick, useDesk, type WayOut } from "../../bridge";
import { Card } from "../../kit/card";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { Notice } from "../../kit/notice";
import { pathTo, pathToCampaign } from "../../kit/places";
import { BlockSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";
import { InstantText } from "../../kit/values";
import { useRegister } from "./register";
import { EligibilityTag } from "./tags";

export function EligibilityCard({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation(["campaigns", "kit"]);
  const looked = useDesk(
    "campaign_eligibility",
    { campaign_id: campaignId },
    { alwaysFresh: true },
  );
  if (looked.isError) {
    return (
      <Notice tone="block" title={t("campaigns:eligibilityFailed")} testId="eligibility-problem">
        {problemText(looked.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  const { data } = looked;
  return (
    <Card
      title={t("campaigns:eligibility")}
      text={
        data && (
          <>
            {t("campaigns:checkedAt")} <InstantText value={data.checked_at} />
          </>
        )
      }
      extra={data && <EligibilityTag state={data.state} testId="eligibility-state" />}
      testId="eligibility"
    >
      {data ? (
        <ul className="pd-criteria">
          {data.criteria.map((criterion) => (
            <Criterion
              key={`${criterion.rule} ${criterion.title}`}
              criterion={criterion}
              campaignId={campaignId}
            />
          ))}
        </ul>
      ) : (
        <BlockSkeleton lines={5} />
      )}
    </Card>
  );
}

const tickIcons: Record<Tick, typeof CheckCircleFilled> = {
  met: CheckCircleFilled,
  warned: ExclamationCircleFilled,
  not_met: CloseCircleFilled,
  not_applicable: MinusCircleOutlined,
};

function Criterion({ criterion, campaignId }: { criterion: CriterionLine; campaignId: string }) {
  const { t } = useTranslation("campaigns");
  const { rule, title, required, actual, tick, findings, way } = criterion;
  const Icon = tickIcons[tick];
  return (
    <li className="pd-criterion" data-tick={tick} data-testid={`criterion-${rule}`}>
      <span className="pd-criterion-tick">
        <Icon aria-hidden="true" />
        <span className="pd-visually-hidden">{t(`ticks.${tick}`)}</span>
      </span>
      <div className="pd-criterion-body">
        <h3>{title}</h3>
        {required === null && actual === null ? (
          <p>{t(`ticks.${tick}`)}</p>
        ) : (
          <dl>
            {required !== null && (
              <div>
                <dt>{t("required")}</dt>
                <dd>{required}</dd>
              </div>
            )}
            {actual !== null && (
              <div>
                <dt>{t("actual")}</dt>
                <dd>{actual}</dd>
              </div>
            )}
          </dl>
        )}
        <FindingsSlot findings={findings} compact />
      </div>
      {way && <Way way={way} campaignId={campaignId} />}
    </li>
  );
}

function Way({ way, campaignId }: { way: WayOut; campaignId: string }) {
  const { t } = useTranslation("campaigns");
  const navigate = useNavigate();
  const back = new URLSearchParams({ back: pathToCampaign(campaignId) });
  const toast = useToast();
  // Coupons are registered together with the products: in the draft.
  const { register, opening } = useRegister((error) => toast.problem(error));
  const ways: Record<WayOut, () => void> = {
    smart_promotion: () => void navigate(`${pathTo("smart-promotion", "enrol")}?${back}`),
    shop_settings: () => void navigate(pathTo("settings")),
    coupons: () => register(campaignId),
  };
  return (
    <Button
      size="small"
      loading={opening !== undefined}
      onClick={ways[way]}
      data-testid={`way-${way.replaceAll("_", "-")}`}
    >
      {t(`ways.${way}`)}
    </Button>
  );
}
