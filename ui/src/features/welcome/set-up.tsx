// Setting up the shop, one page per subject; what the desk refuses leads back to its page.
import { Button, Steps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ShopChoices, useDesk } from "../../bridge";
import { EmptyState } from "../../kit/empty-state";
import { LeaveGuard } from "../../kit/leave-guard";
import {
  emptyField,
  groupOf,
  type ShopDraft,
  type ShopProblem,
  shopGroups,
} from "../../kit/shop-form/shop-draft";
import { ShopFields } from "../../kit/shop-form/shop-fields";
import { useShopSave } from "../../kit/shop-form/use-shop-save";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";

export function SetUp({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation("kit");
  const choices = useDesk("shop_choices", {});
  if (choices.isPending) return <PageSkeleton />;
  if (choices.isError) {
    return (
      <EmptyState
        title={t("toast.failed")}
        text={problemText(choices.error, t("toast.bug"))}
        action={{ label: t("again"), run: () => void choices.refetch() }}
      />
    );
  }
  return <SetUpPages choices={choices.data} onBack={onBack} />;
}

function SetUpPages({ choices, onBack }: { choices: ShopChoices; onBack: () => void }) {
  const { t } = useTranslation(["welcome", "shop-form"]);
  const [draft, setDraft] = useState<ShopDraft>(choices.template);
  const [step, setStep] = useState(0);
  const [problem, setProblem] = useState<ShopProblem>();
  const group = shopGroups[step] ?? "market";
  const last = step === shopGroups.length - 1;

  const show = (found: ShopProblem) => {
    setProblem(found);
    setStep(shopGroups.indexOf(groupOf(found.field)));
  };
  const toast = useToast();
  const { save, saving, sayEmpty } = useShopSave(() => toast.done(t("welcome:saved")), show);
  const empty = emptyField(draft);
  const emptyHere = empty !== undefined && groupOf(empty) === group;
  const next = () => {
    if (empty !== undefined && (emptyHere || last)) return sayEmpty(empty);
    if (!last) return setStep(step + 1);
    save(draft);
  };

  return (
    <form
      className="pd-set-up"
      aria-label={t("welcome:setUp")}
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
      noValidate
    >
      <LeaveGuard when={draft !== choices.template && !saving} />
      <nav aria-label={t("welcome:steps")}>
        <Steps
          size="small"
          current={step}
          items={shopGroups.map((one) => ({ title: t(`shop-form:groups.${one}`) }))}
        />
      </nav>
      <h1>{t(`shop-form:groups.${group}`)}</h1>
      <p className="pd-set-up-text">{t(`shop-form:texts.${group}`)}</p>
      <div className="pd-fields">
        <ShopFields
          group={group}
          draft={draft}
          choices={choices}
          onChange={(changed) => {
            setProblem(undefined);
            setDraft(changed);
          }}
          problem={problem}
        />
      </div>
      <div className="pd-set-up-foot">
        <Button
          onClick={() => (step === 0 ? onBack() : setStep(step - 1))}
          data-testid="set-up-back"
        >
          {t("welcome:back")}
        </Button>
        <span className="pd-set-up-count">
          {t("welcome:step", { step: step + 1, steps: shopGroups.length })}
        </span>
        <Button
          type="primary"
          htmlType="submit"
          loading={saving}
          data-testid={last ? "set-up-finish" : "set-up-next"}
        >
          {last ? t("welcome:finish") : t("welcome:next")}
        </Button>
      </div>
    </form>
  );
}
