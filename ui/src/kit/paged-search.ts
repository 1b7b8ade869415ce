// Looking through a long list: the words to search by, and a page of what they leave.
import { useState } from "react";

export type PagedSearch = ReturnType<typeof usePagedSearch>;

export function usePagedSearch(pageSize = 50) {
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(0);
  return {
    search,
    page,
    pageSize,
    /** The rows to ask the desk for. */
    window: { offset: page * pageSize, limit: pageSize },
    /** Other words leave other rows: the first page is shown. */
    find: (words: string) => {
      setSearch(words);
      setPage(0);
    },
    toPage: setPage,
    /** For the table below, with the number of rows the desk found. */
    paging: (total = 0) => ({ total, page, pageSize, onPage: setPage }),
  };
}
