// What the page remembers between starts: how it looks and where the seller was. Nothing of the shop.

const prefix = "promodesk.";

export function recall<T extends string>(name: string, allowed: readonly T[]): T | null;
export function recall(name: string): string | null;
export function recall(name: string, allowed?: readonly string[]): string | null {
  try {
    const kept = localStorage.getItem(prefix + name);
    return kept !== null && (!allowed || allowed.includes(kept)) ? kept : null;
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Storage may be switched off or full; the choice then lasts until the window closes.
  }
}
