// The head of the three pages, and the way between them.
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo } from "../../kit/places";
import { problemText } from "../../kit/toast";

const tabs = ["agency", "joined", "seller"] as const;
export type Tab = (typeof tabs)[number];

const pathOf: Record<Tab, string> = {
  agency: pathTo("affiliate"),
  joined: pathTo("affiliate", "joined"),
  seller: pathTo("affiliate", "seller"),
};

export function TabHead({ tab, actions }: { tab: Tab; actions?: ReactNode }) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t("title")} subtitle={t(`tabs.${tab}Text`)} actions={actions} />
      <Segmented<Tab>
        value={tab}
        onChange={(next) => void navigate(pathOf[next])}
        aria-label={t("tabs.label")}
        options={tabs.map((value) => ({
          value,
          label: <span data-testid={`tab-${value}`}>{t(`tabs.${value}`)}</span>,
        }))}
      />
    </>
  );
}

export function Failed({ error }: { error: unknown }) {
  const { t } = useTranslation(["affiliate", "kit"]);
  return (
    <Notice tone="block" title={t("affiliate:failed")} testId="affiliate-problem">
      {problemText(error, t("kit:toast.bug"))}
    </Notice>
  );
}
