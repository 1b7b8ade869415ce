// Long work: how far it is, and a way to stop it.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { countText } from "./format";
import { useShopTerms } from "./shop-terms";
import "./progress-bar.css";

export interface ProgressBarProps {
  /** What is going on: "Reading batch-edit.xlsx". */
  label: string;
  done: number;
  /** Left out while nobody knows. */
  total?: number | null;
  onCancel?: () => void;
  cancelling?: boolean;
  testId?: string;
}

export function ProgressBar(props: ProgressBarProps) {
  const { label, done, total, onCancel, cancelling = false, testId } = props;
  const { t } = useTranslation("kit");
  const { language } = useShopTerms();
  const known = typeof total === "number" && total > 0;
  const share = known ? Math.min(100, Math.floor((done * 100) / total)) : null;
  return (
    <div className="pd-progress" data-testid={testId ?? "progress"}>
      <div className="pd-progress-head">
        <span>{label}</span>
        <span className="pd-number">
          {known
            ? t("progress.of", {
                done: countText(done, language),
                total: countText(total, language),
              })
            : countText(done, language)}
        </span>
        {onCancel && (
          <Button size="small" onClick={onCancel} disabled={cancelling} data-testid="cancel-work">
            {t(cancelling ? "progress.cancelling" : "progress.cancel")}
          </Button>
        )}
      </div>
      <div
        className="pd-progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { "aria-valuenow": share })}
      >
        <div
          className="pd-progress-fill"
          data-unknown={share === null}
          style={share === null ? {} : { width: `${share}%` }}
        />
      </div>
    </div>
  );
}
