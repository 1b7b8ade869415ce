// Commands a page adds to the palette while it is shown.
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";

export interface PaletteCommand {
  id: string;
  label: string;
  /** More words it is found by. */
  keywords?: string[];
  run: () => void;
}

interface Registry {
  commands: readonly PaletteCommand[];
  add: (commands: readonly PaletteCommand[]) => () => void;
}

const RegistryContext = createContext<Registry>({ commands: [], add: () => () => undefined });

export function PaletteCommands({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<readonly (readonly PaletteCommand[])[]>([]);
  const add = useCallback((commands: readonly PaletteCommand[]) => {
    setGroups((former) => [...former, commands]);
    return () => setGroups((former) => former.filter((group) => group !== commands));
  }, []);
  const value = useMemo(() => ({ commands: groups.flat(), add }), [groups, add]);
  return <RegistryContext value={value}>{children}</RegistryContext>;
}

export function useOfferedCommands(): readonly PaletteCommand[] {
  return use(RegistryContext).commands;
}

/** Offers commands while the calling component is mounted. Memoise the list. */
export function usePaletteCommands(commands: readonly PaletteCommand[]): void {
  const { add } = use(RegistryContext);
  useEffect(() => add(commands), [add, commands]);
}
