// The wizard of a coupon: terms, products, review. The desk names the fields and checks while typing.
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import type { CouponForm } from "../../../bridge";
import { Notice } from "../../../kit/notice";
import { PageSkeleton } from "../../../kit/skeletons";
import { problemText } from "../../../kit/toast";
import { Wizard, type WizardStep } from "../../../wizard";
import { Failed, pathToCoupon, pathToWho } from "../parts";
import { pathToList } from "../use-sought";
import { DiscardButton } from "./discard-button";
import { ProductsStep } from "./products-step";
import { ReviewStep } from "./review-step";
import { TermsStep } from "./terms-step";
import { useForm } from "./use-form";
import { type Making, useMaking } from "./use-making";

export function CouponWizardPage() {
  const { couponId = "" } = useParams();
  return <Opening key={couponId} couponId={couponId} />;
}

function Opening({ couponId }: { couponId: string }) {
  const { form, known, error } = useForm(couponId);
  if (error) return <Failed error={error} />;
  if (!form) return <PageSkeleton />;
  return <CouponWizard form={form} known={known} />;
}

type Step = "terms" | "products" | "review";

function CouponWizard({ form, known }: { form: CouponForm; known: boolean }) {
  const { t } = useTranslation("coupons");
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>("terms");
  const [leaveTo, setLeaveTo] = useState<string>();
  const making = useMaking(form, known, ({ coupon }) => setLeaveTo(pathToCoupon(coupon.id)));
  // Only after the next drawing nothing counts as unsaved any more.
  useEffect(() => {
    if (leaveTo !== undefined) void navigate(leaveTo);
  }, [leaveTo, navigate]);
  const goTo = (next: Step) => {
    making.attempt();
    making.keep();
    setStep(next);
  };
  const keepAndLeave = async (path: string) => {
    if (await making.keepBeforeLeaving()) setLeaveTo(path);
  };
  const close = () =>
    void (form.edits ? navigate(pathToCoupon(form.draft.id)) : keepAndLeave(pathToList()));
  // The tester reads the draft where it is kept.
  const testOn = () => void keepAndLeave(pathToWho({ draft: form.draft.id }));
  const { shape } = making;
  return (
    <Wizard
      title={
        form.edits
          ? t("wizard.edit", { name: form.draft.name })
          : t("wizard.new", { kind: shape.name })
      }
      subtitle={shape.about}
      steps={useSteps(making, goTo)}
      current={step}
      onStep={(key) => goTo(key as Step)}
      findings={making.findings}
      onRepair={making.repair}
      checking={making.checking}
      finishLabel={t(form.edits ? "wizard.saveEdit" : "wizard.save")}
      canFinish={making.ready}
      finishing={making.saving}
      onFinish={making.save}
      onClose={close}
      unsaved={making.unsaved && leaveTo === undefined}
      kept={!form.edits}
      {...(form.edits
        ? {}
        : {
            extra: (
              <>
                {making.isKept && (
                  <DiscardButton draftId={form.draft.id} onGone={() => setLeaveTo(pathToList())} />
                )}
                <Button onClick={testOn} data-testid="wizard-who">
                  {t("wizard.who")}
                </Button>
              </>
            ),
          })}
    />
  );
}

function useSteps(making: Making, goTo: (step: Step) => void): WizardStep[] {
  const { t } = useTranslation(["coupons", "kit"]);
  const inTerms = making.shape.fields
    .map(({ field }) => field as string)
    .filter((field) => field !== "scope");
  const problem = making.problem && (
    <Notice tone="block" title={t("coupons:wizard.unchecked")} testId="coupon-check-problem">
      {problemText(making.problem, t("kit:toast.bug"))}
    </Notice>
  );
  const steps: WizardStep[] = [
    {
      key: "terms",
      title: t("coupons:wizard.terms"),
      text: t("coupons:wizard.termsText"),
      paths: inTerms,
      content: (
        <>
          {problem}
          <TermsStep making={making} />
        </>
      ),
    },
  ];
  if (making.shape.fields.some(({ field }) => field === "scope")) {
    steps.push({
      key: "products",
      title: t("coupons:wizard.products"),
      text: t("coupons:wizard.productsText"),
      paths: ["scope"],
      content: (
        <>
          {problem}
          <ProductsStep making={making} />
        </>
      ),
    });
  }
  steps.push({
    key: "review",
    title: t("coupons:wizard.review"),
    text: t("coupons:wizard.reviewText"),
    content: (
      <>
        {problem}
        <ReviewStep making={making} goTo={goTo} />
      </>
    ),
  });
  return steps;
}
