// Every colour of the page, once: the style sheets read them as --pd-*, Ant Design gets them as tokens.
import { type ThemeConfig, theme } from "antd";

export type Mode = "light" | "dark";

const light = {
  canvas: "#f6f7f9",
  sidebar: "#eef0f4",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#f1f3f6",
  hover: "#eceff4",
  line: "#dfe3ea",
  "line-strong": "#c3cad6",
  text: "#1a2130",
  "text-soft": "#4a5568",
  "text-faint": "#5f6b80",
  accent: "#2f55d4",
  "accent-hover": "#2546b8",
  "accent-soft": "#e8edfc",
  "accent-text": "#2546b8",
  "on-accent": "#ffffff",
  block: "#b42318",
  "block-soft": "#fdecea",
  "block-line": "#f3b8b2",
  warn: "#8a4b00",
  "warn-soft": "#fff4e0",
  "warn-line": "#f0cd94",
  info: "#2a5a9c",
  "info-soft": "#e9f1fb",
  "info-line": "#b9d2f0",
  good: "#17663a",
  "good-soft": "#e6f5ec",
  "good-line": "#a9d8bc",
  skeleton: "#e3e7ee",
  shadow: "0 1px 2px rgb(16 24 40 / 6%)",
  "shadow-high": "0 12px 32px rgb(16 24 40 / 16%), 0 2px 6px rgb(16 24 40 / 8%)",
};

const dark: typeof light = {
  canvas: "#12151c",
  sidebar: "#0e1117",
  surface: "#191d26",
  raised: "#212632",
  sunken: "#151922",
  hover: "#242a37",
  line: "#2a3140",
  "line-strong": "#414b60",
  text: "#e8ebf2",
  "text-soft": "#b7c0d0",
  "text-faint": "#97a2b6",
  accent: "#7a98f8",
  "accent-hover": "#95adfa",
  "accent-soft": "#1f2a4a",
  "accent-text": "#a3b9fb",
  "on-accent": "#0b1020",
  block: "#ff9d94",
  "block-soft": "#3a1a1a",
  "block-line": "#6e2f2b",
  warn: "#f5c16c",
  "warn-soft": "#33270f",
  "warn-line": "#6a5120",
  info: "#93c0f7",
  "info-soft": "#16263c",
  "info-line": "#2d4a70",
  good: "#7fd6a4",
  "good-soft": "#12291c",
  "good-line": "#27573b",
  skeleton: "#2a3140",
  shadow: "0 1px 2px rgb(0 0 0 / 40%)",
  "shadow-high": "0 12px 32px rgb(0 0 0 / 55%), 0 2px 6px rgb(0 0 0 / 40%)",
};

export const tokens: Record<Mode, typeof light> = { light, dark };

export const fontFamily =
  '"Inter", "Segoe UI Variable Text", "Segoe UI", -apple-system, "SF Pro Text", "Helvetica Neue", "Noto Sans", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Writes the tokens of a mode where the style sheets find them. */
export function applyTokens(mode: Mode, root: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(tokens[mode])) {
    root.style.setProperty(`--pd-${name}`, value);
  }
  root.style.setProperty("--pd-font", fontFamily);
  root.style.colorScheme = mode;
  root.dataset["theme"] = mode;
}

/** The same tokens for Ant Design. Its style sheet is static, so only variables are made at run time. */
export function antTheme(mode: Mode): ThemeConfig {
  const t = tokens[mode];
  return {
    zeroRuntime: true,
    cssVar: { key: `pd-${mode}` },
    algorithm: mode === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      fontSizeSM: 13,
      sizeUnit: 4,
      borderRadius: 7,
      borderRadiusLG: 10,
      borderRadiusSM: 5,
      controlHeight: 34,
      controlHeightSM: 28,
      wireframe: false,
      colorPrimary: t.accent,
      colorPrimaryHover: t["accent-hover"],
      colorPrimaryActive: t["accent-hover"],
      colorTextLightSolid: t["on-accent"],
      colorLink: t["accent-text"],
      colorLinkHover: t["accent-hover"],
      colorInfo: t.info,
      colorSuccess: t.good,
      colorWarning: t.warn,
      colorError: t.block,
      colorText: t.text,
      colorTextSecondary: t["text-soft"],
      colorTextTertiary: t["text-faint"],
      colorTextQuaternary: t["text-faint"],
      colorTextPlaceholder: t["text-faint"],
      colorTextDescription: t["text-faint"],
      colorBgLayout: t.canvas,
      colorBgContainer: t.surface,
      colorBgElevated: t.raised,
      colorBorder: t["line-strong"],
      colorBorderSecondary: t.line,
      colorFillAlter: t.sunken,
      colorFillTertiary: t.sunken,
      colorSplit: t.line,
      controlItemBgHover: t.hover,
      controlItemBgActive: t["accent-soft"],
      motionDurationFast: "0.08s",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.18s",
      boxShadow: t["shadow-high"],
      boxShadowSecondary: t["shadow-high"],
    },
    components: {
      Table: {
        headerBg: t.sunken,
        headerColor: t["text-soft"],
        headerSplitColor: "transparent",
        headerSortActiveBg: t.sunken,
        headerSortHoverBg: t.hover,
        bodySortBg: "transparent",
        rowHoverBg: t.hover,
        cellPaddingBlock: 10,
        cellPaddingInline: 12,
        cellFontSize: 13,
      },
      Button: {
        fontWeight: 500,
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
      },
      Notification: { fontSizeLG: 14, paddingMD: 16, width: 360 },
      Tooltip: {
        colorBgSpotlight: mode === "dark" ? "#39435a" : "#1f2736",
        colorTextLightSolid: "#ffffff",
      },
    },
  };
}
