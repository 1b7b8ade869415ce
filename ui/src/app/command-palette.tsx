// Ctrl+K: every page and every command by name.
import { Modal } from "antd";
import { Command } from "cmdk";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { languages } from "../bridge";
import { languageNames } from "../kit/appearance-choice";
import { type PaletteCommand, useOfferedCommands } from "../kit/commands";
import { themeChoices, useAppearance } from "./appearance/appearance";
import { shownPlaces } from "./places";
import { useUndo } from "./undo";
import "./command-palette.css";

export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("frame");
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={560}
      style={{ top: 96 }}
      className="pd-palette-modal"
      title={<span className="pd-visually-hidden">{t("palette.label")}</span>}
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("frame");
  const offered = useOfferedCommands();
  const pages = usePageCommands();
  const actions = useFrameActions();
  const run = (command: PaletteCommand) => {
    onClose();
    command.run();
  };
  return (
    <Command label={t("palette.label")} className="pd-palette" loop data-testid="palette">
      <Command.Input
        autoFocus
        placeholder={t("palette.placeholder")}
        aria-label={t("palette.placeholder")}
        data-testid="palette-input"
      />
      <Command.List label={t("palette.label")}>
        <Command.Empty>{t("palette.empty")}</Command.Empty>
        <PaletteGroup heading={t("palette.here")} commands={offered} run={run} />
        <PaletteGroup heading={t("palette.pages")} commands={pages} run={run} />
        <PaletteGroup heading={t("palette.actions")} commands={actions} run={run} />
      </Command.List>
    </Command>
  );
}

function PaletteGroup({
  heading,
  commands,
  run,
}: {
  heading: string;
  commands: readonly PaletteCommand[];
  run: (command: PaletteCommand) => void;
}) {
  if (commands.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {commands.map((command) => (
        <Command.Item
          key={command.id}
          value={`${heading} ${command.label} ${command.id}`}
          {...(command.keywords ? { keywords: command.keywords } : {})}
          onSelect={() => run(command)}
          data-testid={`palette-${command.id}`}
        >
          {command.label}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function usePageCommands(): PaletteCommand[] {
  const { t } = useTranslation("frame");
  const navigate = useNavigate();
  return shownPlaces.map(({ place }) => ({
    id: `page-${place}`,
    label: t(`places.${place}`),
    run: () => void navigate(`/${place}`),
  }));
}

function useFrameActions(): PaletteCommand[] {
  const { t } = useTranslation("frame");
  const { setChoice, setLanguage } = useAppearance();
  const { undo, redo, undoTitle, redoTitle } = useUndo();
  return [
    ...(undoTitle
      ? [{ id: "undo", label: t("history.undoNamed", { title: undoTitle }), run: undo }]
      : []),
    ...(redoTitle
      ? [{ id: "redo", label: t("history.redoNamed", { title: redoTitle }), run: redo }]
      : []),
    ...themeChoices.map((choice) => ({
      id: `theme-${choice}`,
      label: t("theme.switchTo", { theme: t(`theme.${choice}`) }),
      run: () => setChoice(choice),
    })),
    ...languages.map((language) => ({
      id: `language-${language}`,
      label: t("language.switchTo", { language: languageNames[language] }),
      keywords: ["language", "语言"],
      run: () => setLanguage(language),
    })),
  ];
}
