// Rows of the grid from a command of the desk that answers pages.
import { useMemo } from "react";
import { type CommandName, call, type RequestOf, type ResponseOf, useDesk } from "../../bridge";
import type { Fetched } from "./row-pages";
import type { RowSource } from "./types";

/** Commands whose answer is a page of rows. */
export type PagedCommand = {
  [K in CommandName]: ResponseOf<K> extends { total: number; rows: readonly unknown[] } ? K : never;
}[CommandName];

type RowOf<K extends PagedCommand> =
  ResponseOf<K> extends { rows: readonly (infer R)[] } ? R : never;

/**
 * `useDeskRows("draft_rows", (offset, limit) => ({ draft_id, filter, window: { offset, limit } }))`.
 * After an action that makes the command's answers stale the grid fetches what is in view again.
 */
export function useDeskRows<K extends PagedCommand>(
  name: K,
  request: (offset: number, limit: number) => RequestOf<K>,
): RowSource<RowOf<K>> & { total: number | undefined } {
  const key = JSON.stringify(request(0, 0));
  // One row, asked through the kept answers: it becomes stale with them and tells when.
  const first = useDesk(name, request(0, 1), { keepPrevious: true });
  const version = first.isPlaceholderData ? 0 : first.dataUpdatedAt;
  const total = (first.data as { total: number } | undefined)?.total;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request
  return useMemo(
    () => ({
      key,
      version,
      total,
      fetch: async (offset: number, limit: number) =>
        (await call(name, request(offset, limit))) as unknown as Fetched<RowOf<K>>,
    }),
    [name, key, version, total],
  );
}
