// How the page looks and speaks, for pages that let the seller choose it. The frame provides it.
import { createContext, use } from "react";
import type { Language } from "../bridge";

export const themeChoices = ["light", "dark", "system"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export interface AppearanceChoice {
  choice: ThemeChoice;
  setChoice: (choice: ThemeChoice) => void;
  language: Language;
  setLanguage: (language: Language) => void;
}

export const AppearanceChoiceContext = createContext<AppearanceChoice | null>(null);

export function useAppearanceChoice(): AppearanceChoice {
  const choice = use(AppearanceChoiceContext);
  if (!choice) throw new Error("useAppearanceChoice is used outside the frame");
  return choice;
}

/** Every language by its own name. */
export const languageNames: Record<Language, string> = { en: "English", "zh-CN": "简体中文" };
