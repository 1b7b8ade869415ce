// Shown when even the frame fails, so it stands on nothing but the texts.
import type { FallbackProps } from "react-error-boundary";
import { useTranslation } from "react-i18next";
import "./error-page.css";

export function LastResort({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useTranslation("frame");
  return (
    <section className="pd-error-page" role="alert" data-testid="last-resort">
      <h1>{t("error.title")}</h1>
      <p>{t("error.body")}</p>
      <button type="button" onClick={resetErrorBoundary}>
        {t("error.again")}
      </button>
      <details>
        <summary>{t("error.details")}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </section>
  );
}
