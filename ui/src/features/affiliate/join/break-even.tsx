// At which rate nothing is left.
import { useTranslation } from "react-i18next";
import type { BreakEven } from "../../../bridge";

export function BreakEvenText({ at }: { at: BreakEven }) {
  const { t } = useTranslation("affiliate");
  return <>{at.kind === "at" ? t("breakEven.at", { rate: at.rate }) : t(`breakEven.${at.kind}`)}</>;
}
