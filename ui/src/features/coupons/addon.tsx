// Recording an addon coupon that the platform created: what Seller Center shows of it. Nothing refuses it.
import { Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type AddonTrigger, type CouponForm, useDesk, useDeskAction } from "../../bridge";
import { Card, Row, Stack } from "../../kit/card";
import { Field } from "../../kit/field";
import { FindingsSlot } from "../../kit/findings/findings-slot";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText, useToast } from "../../kit/toast";
import { Failed, pathToCoupon } from "./parts";
import { draftOf, typedDraft } from "./typed-draft";
import { pathToList } from "./use-sought";
import { TermField } from "./wizard/term-fields";

const triggers = [
  "standard_coupon",
  "flash_sale",
  "product_discount",
  "free_shipping",
] as const satisfies readonly AddonTrigger[];

export function AddonPage() {
  const template = useDesk("coupon_template", { kind: "standard" });
  if (template.isError) return <Failed error={template.error} />;
  if (!template.data) return <PageSkeleton />;
  return <AddonForm form={template.data} />;
}

function AddonForm({ form }: { form: CouponForm }) {
  const { t } = useTranslation(["coupons", "kit"]);
  const navigate = useNavigate();
  const toast = useToast();
  // What it applies to is not asked: Seller Center need not say it.
  const [typed, setTyped] = useState(() =>
    typedDraft({ ...form.draft, scope: { kind: "unstated" } }),
  );
  const [trigger, setTrigger] = useState<AddonTrigger | null>(null);
  const action = useDeskAction("coupon_addon_record", {
    onDone: ({ coupon }) => {
      toast.done(t("coupons:addon.recorded"), { undo: true });
      void navigate(pathToCoupon(coupon.id));
    },
  });
  const change = (fields: Partial<typeof typed>) => {
    action.reset();
    setTyped({ ...typed, ...fields });
  };
  const { error } = action;
  return (
    <div data-testid="addon-page">
      <PageHeader
        back={{ label: t("coupons:title"), to: pathToList() }}
        title={t("coupons:addon.recordTitle")}
        subtitle={t("coupons:addon.recordText")}
      />
      <Stack>
        {error && (
          <Notice tone="block" title={t("coupons:review.notSaved")} testId="addon-problem">
            {error.findings.length > 0 ? (
              <FindingsSlot findings={error.findings} />
            ) : (
              problemText(error, t("kit:toast.bug"))
            )}
          </Notice>
        )}
        <Card>
          <div className="pd-fields pd-coupon-fields">
            {form.shape.fields.map((field) => (
              <TermField
                key={field.field}
                field={{ ...field, freezes: false, frozen: false }}
                shape={form.shape}
                typed={typed}
                change={change}
                fullClaimCode={null}
              />
            ))}
          </div>
          <Field group label={t("coupons:addon.cameWith")}>
            {() => (
              <Radio.Group
                className="pd-coupon-choices"
                value={trigger ?? "unknown"}
                onChange={({ target }) =>
                  setTrigger(triggers.find((one) => one === target.value) ?? null)
                }
                aria-label={t("coupons:addon.cameWith")}
              >
                <Radio value="unknown" data-testid="addon-came-with-unknown">
                  {t("coupons:addon.unknown")}
                </Radio>
                {triggers.map((one) => (
                  <Radio key={one} value={one} data-testid={`addon-came-with-${one}`}>
                    {t(`coupons:addon.triggers.${one}`)}
                  </Radio>
                ))}
              </Radio.Group>
            )}
          </Field>
        </Card>
        <Row>
          <Button
            type="primary"
            loading={action.isPending}
            onClick={() => action.run({ draft: draftOf(typed), came_with: trigger })}
            data-testid="addon-save"
          >
            {t("coupons:addon.save")}
          </Button>
          <Button onClick={() => void navigate(pathToList())} data-testid="addon-cancel">
            {t("coupons:cancel")}
          </Button>
        </Row>
      </Stack>
    </div>
  );
}
