// The line above every page: which shop this is, search, undo and redo, language and theme.
import {
  DesktopOutlined,
  GlobalOutlined,
  MoonOutlined,
  SearchOutlined,
  SunOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "../bridge";
import { languageNames } from "../kit/appearance-choice";
import { StatusTag } from "../kit/status-tag";
import { type ThemeChoice, themeChoices, useAppearance } from "./appearance/appearance";
import { Mark } from "./mark";
import { useUndo } from "./undo";
import "./header.css";

export function Header({
  shopName,
  sample,
  openPalette,
}: {
  shopName: string;
  sample: boolean;
  openPalette: () => void;
}) {
  const { t } = useTranslation("frame");
  return (
    <header className="pd-header">
      <div className="pd-shop">
        <span className="pd-visually-hidden">{t("shop.label")}</span>
        <strong data-testid="shop-name" title={shopName}>
          {shopName}
        </strong>
        {sample && (
          <Tooltip title={t("shop.sampleHint")}>
            {/* A tooltip must be reachable by keyboard. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
            <span tabIndex={0} data-testid="sample-shop">
              <StatusTag tone="warn">{t("shop.sample")}</StatusTag>
            </span>
          </Tooltip>
        )}
      </div>
      <button
        type="button"
        className="pd-search"
        onClick={openPalette}
        aria-keyshortcuts="Control+K"
        data-testid="open-palette"
      >
        <SearchOutlined />
        <span>{t("palette.open")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="pd-header-actions">
        <UndoButtons />
        <span className="pd-header-rule" aria-hidden="true" />
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** On the welcome page only the looks can be changed. */
export function WelcomeHeader() {
  const { t } = useTranslation("frame");
  return (
    <header className="pd-header pd-header-welcome">
      <div className="pd-shop">
        <Mark />
        <strong>{t("app.name")}</strong>
      </div>
      <div className="pd-header-actions">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** An arrow that turns back; mirrored it turns forward again. */
function BackArrow({ mirrored = false }: { mirrored?: boolean }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={mirrored ? { transform: "scaleX(-1)" } : {}}
    >
      <path d="M5.5 2.5 2.5 5.5l3 3" />
      <path d="M2.5 5.5h7a4 4 0 0 1 0 8H6" />
    </svg>
  );
}

function UndoButtons() {
  const { t } = useTranslation("frame");
  const { undo, redo, undoTitle, redoTitle, busy } = useUndo();
  const undoLabel = undoTitle
    ? t("history.undoNamed", { title: undoTitle })
    : t("history.nothingToUndo");
  const redoLabel = redoTitle
    ? t("history.redoNamed", { title: redoTitle })
    : t("history.nothingToRedo");
  return (
    <>
      <Tooltip title={undoLabel}>
        <Button
          type="text"
          icon={<BackArrow />}
          aria-label={undoLabel}
          aria-keyshortcuts="Control+Z"
          disabled={undoTitle === undefined || busy}
          onClick={undo}
          data-testid="undo"
        />
      </Tooltip>
      <Tooltip title={redoLabel}>
        <Button
          type="text"
          icon={<BackArrow mirrored />}
          aria-label={redoLabel}
          aria-keyshortcuts="Control+Shift+Z"
          disabled={redoTitle === undefined || busy}
          onClick={redo}
          data-testid="redo"
        />
      </Tooltip>
    </>
  );
}

export function LanguageSwitch() {
  const { t } = useTranslation("frame");
  const { language, setLanguage } = useAppearance();
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectable: true,
        selectedKeys: [language],
        items: languages.map((key) => ({
          key,
          label: <span lang={key}>{languageNames[key]}</span>,
        })),
        onClick: ({ key }) => setLanguage(key as Language),
      }}
    >
      <Button
        type="text"
        icon={<GlobalOutlined />}
        aria-label={t("language.switchTo", { language: languageNames[language] })}
        data-testid="language"
      >
        {languageNames[language]}
      </Button>
    </Dropdown>
  );
}

const themeIcons = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> };

export function ThemeSwitch() {
  const { t } = useTranslation("frame");
  const { choice, mode, setChoice } = useAppearance();
  const label = t("theme.switchTo", { theme: t(`theme.${choice}`) });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: themeChoices.map((key) => ({
          key,
          icon: themeIcons[key],
          label: t(`theme.${key}`),
        })),
        onClick: ({ key }) => setChoice(key as ThemeChoice),
      }}
    >
      <Button
        type="text"
        icon={themeIcons[mode]}
        aria-label={label}
        title={label}
        data-testid="theme"
      />
    </Dropdown>
  );
}
