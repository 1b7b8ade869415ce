// What this is, and what it is not.
import { useTranslation } from "react-i18next";
import { Card } from "../../kit/card";

export function About({ version }: { version: string }) {
  const { t } = useTranslation("settings");
  return (
    <Card title={t("about")} testId="about">
      <p className="pd-settings-about">
        Promodesk {version}. {t("aboutText")}
      </p>
      <p className="pd-settings-about">{t("independent")}</p>
    </Card>
  );
}
