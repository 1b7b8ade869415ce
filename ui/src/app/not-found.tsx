// An address that leads nowhere.
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { EmptyState } from "../kit/empty-state";

export function NotFound() {
  const { t } = useTranslation("frame");
  const { pathname } = useLocation();
  return (
    <EmptyState page title={t("notFound.title")} text={t("notFound.body", { path: pathname })} />
  );
}
