// Generated from the list of commands. Do not edit by hand.

export type FindingSource = { title: string; says?: string; url?: string };
export type Repair = { label: string; edits: Array<RepairEdit> };
export type RepairEdit = { field: string; value: string };
export type Grade = "block" | "warn" | "info";
export type Finding = {
  rule: string;
  name: string;
  grade: Grade;
  field: string;
  product_id?: string;
  sku_id?: string;
  what: string;
  why: string;
  action: string;
  limit?: string;
  value?: string;
  gap?: string;
  source: FindingSource;
  repair?: Repair;
};

export type CommandError =
  | { kind: "refused"; findings: Array<Finding> }
  | { kind: "invalid"; field: string; message: string }
  | { kind: "not_found"; message: string }
  | { kind: "conflict"; message: string }
  | { kind: "storage"; message: string }
  | { kind: "cancelled"; message: string }
  | { kind: "bug"; message: string };

export type ShopState = {
  name: string;
  market: string;
  currency: string;
  time_zone: string;
};
export type DeskState = { shop: ShopState | null; sample: boolean };

export type HistoryEntry = {
  id: string;
  title: string;
  at: string;
  undone: boolean;
};
export type HistoryList = {
  entries: Array<HistoryEntry>;
  total: number;
  undo?: string;
  redo?: string;
};
export type HistoryStep = { title: string };

export type Commands = {
  desk_state: [Record<string, never>, DeskState];
  history_list: [{ offset: number; limit: number }, HistoryList];
  history_undo: [Record<string, never>, HistoryStep];
  history_redo: [Record<string, never>, HistoryStep];
};
