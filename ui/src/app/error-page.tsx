// What the seller sees when a page throws: that nothing is lost, and how to go on.
import { Button } from "antd";
import { useState } from "react";
import type { FallbackProps } from "react-error-boundary";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import "./error-page.css";

function useThrown(props: Partial<FallbackProps>): unknown {
  const fromRoute = useRouteError();
  return props.error ?? fromRoute;
}

function detailsOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

export function ErrorPage(props: Partial<FallbackProps>) {
  const { t } = useTranslation("frame");
  const details = detailsOf(useThrown(props));
  const [copied, setCopied] = useState(false);
  const again = props.resetErrorBoundary ?? (() => window.location.reload());

  return (
    <section className="pd-error-page" role="alert" data-testid="error-page">
      <h1>{t("error.title")}</h1>
      <p>{t("error.body")}</p>
      <div className="pd-error-page-actions">
        <Button type="primary" onClick={() => again()}>
          {t("error.again")}
        </Button>
        <Button
          onClick={() => {
            window.location.hash = "#/";
            again();
          }}
        >
          {t("error.home")}
        </Button>
      </div>
      <details>
        <summary>{t("error.details")}</summary>
        <pre>{details}</pre>
        <Button
          size="small"
          onClick={() => navigator.clipboard.writeText(details).then(() => setCopied(true))}
        >
          {copied ? t("error.copied") : t("error.copy")}
        </Button>
      </details>
    </section>
  );
}
