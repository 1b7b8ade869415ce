// What is looked for among the coupons, kept in the address so that coming back finds the same page.
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import type { CouponFilter } from "../../bridge";
import { pathTo } from "../../kit/places";
import { kinds, states } from "./parts";

export interface Sought {
  filter: CouponFilter;
  page: number;
  /** Changes what is looked for, from its first page on. */
  narrow: (changes: Partial<CouponFilter>) => void;
  setPage: (page: number) => void;
}

export const everything: CouponFilter = {
  search: "",
  kind: null,
  state: null,
  only_unplanned: false,
};

/** What the list was last asked for, so that every page that came from it leads back to it. */
let lastAsked = "";

/** The list as it was last looked at. */
export function pathToList(): string {
  return lastAsked === "" ? pathTo("coupons") : `${pathTo("coupons")}?${lastAsked}`;
}

export function useSought(): Sought {
  const [query, setQuery] = useSearchParams();
  useEffect(() => {
    lastAsked = query.toString();
  }, [query]);
  const filter: CouponFilter = {
    search: query.get("search") ?? "",
    kind: kinds.find((kind) => kind === query.get("kind")) ?? null,
    state: states.find((state) => state === query.get("state")) ?? null,
    only_unplanned: query.has("unplanned"),
  };
  const write = (next: CouponFilter, page: number) => {
    const parts: [string, string | null][] = [
      ["search", next.search],
      ["kind", next.kind],
      ["state", next.state],
      ["unplanned", next.only_unplanned ? "yes" : null],
      ["page", page === 0 ? null : String(page + 1)],
    ];
    setQuery(
      parts.flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : [])),
      { replace: true },
    );
  };
  return {
    filter,
    page: Math.max(0, Number.parseInt(query.get("page") ?? "1", 10) - 1) || 0,
    narrow: (changes) => write({ ...filter, ...changes }, 0),
    setPage: (page) => write(filter, page),
  };
}
