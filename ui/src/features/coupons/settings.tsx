// What the shop knows of coupons beside the coupons: the prefix, addon coupons, codes that are taken.
import { Button, Drawer, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type AddonCoupons, type CouponSettings, useDesk, useDeskAction } from "../../bridge";
import { Stack } from "../../kit/card";
import { Field } from "../../kit/field";
import { BlockSkeleton } from "../../kit/skeletons";
import { useToast } from "../../kit/toast";
import { InstantText } from "../../kit/values";
import { Failed } from "./parts";

export function SettingsDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("coupons");
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size="min(520px, 94vw)"
      title={t("settings.title")}
      closable={{ "aria-label": t("close") }}
      destroyOnHidden
      data-testid="coupon-settings-drawer"
    >
      <Settings onSaved={onClose} />
    </Drawer>
  );
}

function Settings({ onSaved }: { onSaved: () => void }) {
  const settings = useDesk("coupon_settings", {});
  if (settings.isError) return <Failed error={settings.error} />;
  if (!settings.data) return <BlockSkeleton lines={4} />;
  return (
    <Stack>
      <SettingsForm settings={settings.data} onSaved={onSaved} />
      <TakenCodes settings={settings.data} />
    </Stack>
  );
}

const addonChoices = ["may_appear", "turned_off"] as const satisfies readonly AddonCoupons[];

function SettingsForm({ settings, onSaved }: { settings: CouponSettings; onSaved: () => void }) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const [prefix, setPrefix] = useState(settings.entered_prefix ?? "");
  const [addon, setAddon] = useState(settings.addon_coupons);
  const action = useDeskAction("coupon_settings_save", {
    onDone: () => {
      toast.done(t("settings.saved"), { undo: true });
      onSaved();
    },
    onRefused: (error) => {
      if (error.kind !== "invalid") toast.problem(error);
    },
  });
  const refused = action.error?.error;
  const save = () =>
    action.run({
      entered_prefix: prefix.trim() === "" ? null : prefix.trim(),
      addon_coupons: addon,
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={t("settings.prefix")}
        hint={t("settings.prefixHint", { prefix: settings.prefix.text || "–" })}
        optional
        problem={
          refused?.kind === "invalid"
            ? { what: refused.message, action: refused.remedy }
            : undefined
        }
      >
        {(control) => (
          <Input
            {...control}
            value={prefix}
            onChange={({ target }) => setPrefix(target.value)}
            data-testid="settings-prefix"
          />
        )}
      </Field>
      <Field group label={t("settings.addon")} hint={t("settings.addonHint")}>
        {() => (
          <Radio.Group
            className="pd-coupon-choices"
            value={addon}
            onChange={({ target }) => setAddon(target.value as AddonCoupons)}
            aria-label={t("settings.addon")}
          >
            {addonChoices.map((choice) => (
              <Radio key={choice} value={choice} data-testid={`settings-addon-${choice}`}>
                {t(`settings.addons.${choice}`)}
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        loading={action.isPending}
        data-testid="settings-save"
      >
        {t("settings.save")}
      </Button>
    </form>
  );
}

function TakenCodes({ settings: { taken_codes } }: { settings: CouponSettings }) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const free = useDeskAction("coupon_code_taken", {
    onDone: () => toast.done(t("code.freed"), { undo: true }),
    onRefused: (error) => toast.problem(error),
  });
  if (taken_codes.length === 0) return null;
  return (
    <section aria-label={t("settings.taken")} data-testid="taken-codes">
      <h3>{t("settings.taken")}</h3>
      <p className="pd-coupon-quiet">{t("settings.takenText")}</p>
      <ul className="pd-coupon-lines">
        {taken_codes.map(({ claim_code, noted_at }) => (
          <li key={claim_code}>
            <code>{claim_code}</code> <InstantText value={noted_at} style="date" />
            <Button
              size="small"
              loading={free.isPending}
              onClick={() => free.run({ claim_code, taken: false })}
              aria-label={t("settings.freeNamed", { code: claim_code })}
              data-testid={`free-code-${claim_code}`}
            >
              {t("settings.free")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
