// The page's texts: one JSON file per feature and language, the language switched at run time.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, languages, setUiLanguage } from "../bridge";
import type { Texts } from "../locales/en";
import { recall, remember } from "./appearance/remembered";

const loaders: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import("../locales/en"),
  "zh-CN": () => import("../locales/zh-CN"),
};

/** The language chosen last time, else that of the system, else English. */
export function firstLanguage(): Language {
  const chosen = recall("language", languages);
  if (chosen) return chosen;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "frame")) return;
  const { default: texts } = await loaders[language]();
  for (const [namespace, entries] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, entries, true, true);
  }
}

export async function startLanguage(language: Language = firstLanguage()): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      defaultNS: "frame",
      ns: [],
      resources: {},
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: false },
    });
  }
  await switchLanguage(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  setUiLanguage(language);
  remember("language", language);
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: Texts;
    returnNull: false;
  }
}
