// A part of the review: what was decided in a step, and the way back to it.
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../kit/card";

export interface ReviewSectionProps {
  title: string;
  /** Goes back to the step. */
  onChange?: () => void;
  children: ReactNode;
  testId?: string;
}

export function ReviewSection({ title, onChange, children, testId }: ReviewSectionProps) {
  const { t } = useTranslation("wizard");
  return (
    <Card
      title={title}
      {...(testId ? { testId } : {})}
      extra={
        onChange && (
          <Button
            type="link"
            size="small"
            onClick={onChange}
            aria-label={t("changeNamed", { title })}
          >
            {t("change")}
          </Button>
        )
      }
    >
      {children}
    </Card>
  );
}
