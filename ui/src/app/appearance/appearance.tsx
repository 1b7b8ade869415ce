// Theme and language of the page, switched at run time and remembered.
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { type Language, setWindowTheme, useUiLanguage } from "../../bridge";
import {
  type AppearanceChoice,
  AppearanceChoiceContext,
  type ThemeChoice,
  themeChoices,
} from "../../kit/appearance-choice";
import { switchLanguage } from "../language";
import { recall, remember } from "./remembered";
import { antTheme, applyTokens, type Mode } from "./tokens";

export { type ThemeChoice, themeChoices };

export interface Appearance extends AppearanceChoice {
  /** What `choice` comes to now. */
  mode: Mode;
}

const AppearanceContext = createContext<Appearance | null>(null);

export function useAppearance(): Appearance {
  const appearance = use(AppearanceContext);
  if (!appearance) throw new Error("useAppearance is used outside AppearanceProvider");
  return appearance;
}

const darkQuery = () => globalThis.matchMedia?.("(prefers-color-scheme: dark)");

function useSystemMode(): Mode {
  return useSyncExternalStore(
    (changed) => {
      const query = darkQuery();
      query?.addEventListener("change", changed);
      return () => query?.removeEventListener("change", changed);
    },
    () => (darkQuery()?.matches ? "dark" : "light"),
  );
}

const antLocales = { en: enUS, "zh-CN": zhCN };

export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [choice, choose] = useState<ThemeChoice>(() => recall("theme", themeChoices) ?? "system");
  const system = useSystemMode();
  const mode = choice === "system" ? system : choice;
  const language = useUiLanguage();

  useLayoutEffect(() => applyTokens(mode), [mode]);
  useEffect(() => setWindowTheme(choice === "system" ? null : choice), [choice]);
  useEffect(() => {
    dayjs.locale(language === "zh-CN" ? "zh-cn" : "en");
  }, [language]);

  const setChoice = useCallback((next: ThemeChoice) => {
    remember("theme", next);
    choose(next);
  }, []);
  const setLanguage = useCallback((next: Language) => {
    void switchLanguage(next);
  }, []);

  const value = useMemo(
    () => ({ choice, mode, setChoice, language, setLanguage }),
    [choice, mode, setChoice, language, setLanguage],
  );
  const themeConfig = useMemo(() => antTheme(mode), [mode]);

  return (
    <AppearanceContext value={value}>
      <ConfigProvider
        theme={themeConfig}
        locale={antLocales[language]}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: "optional" }}
      >
        <App component={false}>
          <AppearanceChoiceContext value={value}>{children}</AppearanceChoiceContext>
        </App>
      </ConfigProvider>
    </AppearanceContext>
  );
}
