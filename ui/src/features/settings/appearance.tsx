// Language and theme, the same choice as in the header.
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { languages } from "../../bridge";
import { languageNames, themeChoices, useAppearanceChoice } from "../../kit/appearance-choice";
import { Card } from "../../kit/card";
import { Field } from "../../kit/field";

export function AppearanceSettings() {
  const { t } = useTranslation("settings");
  const { choice, setChoice, language, setLanguage } = useAppearanceChoice();
  return (
    <Card title={t("appearance")} text={t("appearanceText")} testId="appearance">
      <div className="pd-fields">
        <Field label={t("language")} group>
          {() => (
            <Segmented
              aria-label={t("language")}
              value={language}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
              onChange={setLanguage}
              data-testid="settings-language"
            />
          )}
        </Field>
        <Field label={t("theme")} group>
          {() => (
            <Segmented
              aria-label={t("theme")}
              value={choice}
              options={themeChoices.map((value) => ({ value, label: t(`themes.${value}`) }))}
              onChange={setChoice}
              data-testid="settings-theme"
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
