// A worked answer: figures, then the steps in the desk's words.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DeskError } from "../../bridge";
import { Notice } from "../../kit/notice";
import { problemText } from "../../kit/toast";

export function Worked({
  error,
  steps,
  children,
  testId,
}: {
  error: DeskError | null;
  /** Undefined while nothing is answered yet. */
  steps: readonly string[] | undefined;
  children?: ReactNode;
  testId: string;
}) {
  const { t } = useTranslation(["platform-promotions", "kit"]);
  if (error) {
    return (
      <Notice
        tone="block"
        title={t("platform-promotions:questions.failed")}
        testId={`${testId}-problem`}
      >
        {problemText(error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!steps) {
    return <p className="pd-funded-quiet">{t("platform-promotions:questions.incomplete")}</p>;
  }
  return (
    <div className="pd-funded-answer" data-testid={testId}>
      {children && <div className="pd-funded-figures">{children}</div>}
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
