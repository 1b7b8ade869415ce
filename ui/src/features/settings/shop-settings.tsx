// The shop's terms in three groups, saved together.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Shop, ShopChoices } from "../../bridge";
import { Card } from "../../kit/card";
import { LeaveGuard } from "../../kit/leave-guard";
import {
  emptyField,
  type ShopDraft,
  type ShopProblem,
  shopGroups,
} from "../../kit/shop-form/shop-draft";
import { ShopFields } from "../../kit/shop-form/shop-fields";
import { useShopSave } from "../../kit/shop-form/use-shop-save";
import { useToast } from "../../kit/toast";

export function ShopSettings({ shop, choices }: { shop: Shop; choices: ShopChoices }) {
  const { t } = useTranslation(["settings", "shop-form"]);
  const [draft, setDraft] = useState<ShopDraft>(shop);
  const [problem, setProblem] = useState<ShopProblem>();
  const toast = useToast();
  const saved = () => toast.done(t("settings:savedNow"), { undo: true });
  const { save, saving, sayEmpty } = useShopSave(saved, setProblem);
  const changed = JSON.stringify(draft) !== JSON.stringify(shop);
  const submit = () => {
    const empty = emptyField(draft);
    if (empty === undefined) save(draft);
    else sayEmpty(empty);
  };
  return (
    <form
      className="pd-settings-shop"
      aria-label={t("settings:shop")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <LeaveGuard when={changed && !saving} />
      {shopGroups.map((group) => (
        <Card
          key={group}
          title={t(`shop-form:groups.${group}`)}
          text={t(`shop-form:texts.${group}`)}
        >
          <div className="pd-fields">
            <ShopFields
              group={group}
              draft={draft}
              choices={choices}
              problem={problem}
              onChange={(next) => {
                setProblem(undefined);
                setDraft(next);
              }}
            />
          </div>
        </Card>
      ))}
      <div className="pd-settings-foot" data-shown={changed}>
        <span>{changed ? t("settings:unsaved") : t("settings:saved")}</span>
        <Button
          disabled={!changed}
          onClick={() => {
            setProblem(undefined);
            setDraft(shop);
          }}
          data-testid="settings-reset"
        >
          {t("settings:reset")}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          disabled={!changed}
          loading={saving}
          data-testid="settings-save"
        >
          {t("settings:save")}
        </Button>
      </div>
    </form>
  );
}
