// The desk's lines of money as a waterfall: sums stand on the ground, everything else is taken away.
import { useTranslation } from "react-i18next";
import type { FeeLine } from "../../../bridge";
import { Waterfall } from "../../../kit/chart";
import { moneyText, percentText } from "../../../kit/format";
import { useShopTerms } from "../../../kit/shop-terms";

const sums = new Set(["sales", "campaign_price", "payout", "margin"]);

export function MoneyLines({
  label,
  lines,
  testId,
}: {
  label: string;
  lines: readonly FeeLine[];
  testId: string;
}) {
  const { t } = useTranslation("drafts");
  const { language } = useShopTerms();
  const note = ({ base, rate }: FeeLine) =>
    base !== null && rate !== null
      ? t("rateOf", { rate: percentText(rate, language), base: moneyText(base, { language }) })
      : undefined;
  return (
    <Waterfall
      label={label}
      testId={testId}
      steps={lines.map((line) => ({
        key: line.key,
        label: line.name,
        value: line.amount,
        kind: sums.has(line.key) ? "total" : "change",
        note: note(line),
      }))}
    />
  );
}
