// Commands as React hooks: a query that is kept, and an action that makes queries stale.
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type CommandName, call, type RequestOf, type ResponseOf } from "./call";
import type { DeskError } from "./desk-error";
import { type Language, uiLanguage, useUiLanguage } from "./language";

/** The desk is in the same process: no retry, no pause when the computer is offline. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 30_000,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** A short name for an object: the same for the same one, another for every other. */
export function identityOf(one: object): string {
  const known = identities.get(one);
  if (known !== undefined) return known;
  given += 1;
  const fresh = `#${given}`;
  identities.set(one, fresh);
  return fresh;
}

const identities = new WeakMap<object, string>();
let given = 0;

export function deskKey<K extends CommandName>(
  name: K,
  request: RequestOf<K>,
  language: Language = uiLanguage(),
) {
  return [name, language, request] as const;
}

export interface DeskOptions<T> {
  /** false: do not ask yet. */
  enabled?: boolean;
  /** Show the former answer while a new request (next page, other filter) is under way. */
  keepPrevious?: boolean;
  /** Ask again every so many milliseconds, or as the function says; false stops. */
  pollMs?: number | false | ((latest: T | undefined) => number | false);
  /** Ask again whenever a component starts to show it. */
  alwaysFresh?: boolean;
  /** Is compared in place of a request that is too long for that; has to change with it. */
  standsFor?: string;
}

/** The answer of a reading command; the key holds name, language and request. */
export function useDesk<K extends CommandName>(
  name: K,
  request: RequestOf<K>,
  options: DeskOptions<ResponseOf<K>> = {},
): UseQueryResult<ResponseOf<K>, DeskError> {
  const language = useUiLanguage();
  const { pollMs, standsFor } = options;
  return useQuery<ResponseOf<K>, DeskError>({
    queryKey:
      standsFor === undefined ? deskKey(name, request, language) : [name, language, standsFor],
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    placeholderData: (former, query) =>
      options.keepPrevious || asksTheSame(query?.queryKey, name, standsFor ?? request)
        ? former
        : undefined,
    ...(options.alwaysFresh ? { staleTime: 0 } : {}),
    ...(pollMs === undefined
      ? {}
      : {
          refetchInterval:
            typeof pollMs === "function"
              ? (query: { state: { data: ResponseOf<K> | undefined } }) => pollMs(query.state.data)
              : pollMs,
        }),
  });
}

/** The same request in another language: its answer stays until the translated one is here. */
function asksTheSame(
  former: readonly unknown[] | undefined,
  name: CommandName,
  request: unknown,
): boolean {
  const [formerName, , formerRequest] = former ?? [];
  return formerName === name && JSON.stringify(formerRequest) === JSON.stringify(request);
}

export interface DeskActionOptions<K extends CommandName> {
  /**
   * Reading commands whose answers this action changes; `"everything"` when left out, which is
   * right for nearly all, because the desk answers in milliseconds. `[]` for an action that changes nothing.
   */
  invalidates?: "everything" | readonly CommandName[];
  onDone?: (response: ResponseOf<K>, request: RequestOf<K>) => void;
  onRefused?: (error: DeskError, request: RequestOf<K>) => void;
}

/** A command that changes data: call `run(request)` or `runAsync(request)`. */
export function useDeskAction<K extends CommandName>(
  name: K,
  options: DeskActionOptions<K> = {},
): UseMutationResult<ResponseOf<K>, DeskError, RequestOf<K>> & {
  run: (request: RequestOf<K>) => void;
  runAsync: (request: RequestOf<K>) => Promise<ResponseOf<K>>;
} {
  const client = useQueryClient();
  const mutation = useMutation<ResponseOf<K>, DeskError, RequestOf<K>>({
    mutationFn: (request) => call(name, request),
    onSuccess: async (response, request) => {
      options.onDone?.(response, request);
      await refresh(client, options.invalidates ?? "everything");
    },
    onError: (error, request) => options.onRefused?.(error, request),
  });
  return { ...mutation, run: mutation.mutate, runAsync: mutation.mutateAsync };
}

/** Makes the answers of these reading commands be asked for again. */
export async function refresh(
  client: QueryClient,
  names: "everything" | readonly CommandName[],
): Promise<void> {
  if (names === "everything") {
    await client.invalidateQueries();
    return;
  }
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
}
