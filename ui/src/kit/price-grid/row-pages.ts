// The rows of a long list that have been fetched so far. Rows come in pages; far-away pages are dropped
// again, so memory stays flat however far the seller scrolls.

export interface Fetched<R> {
  total: number;
  rows: readonly R[];
}

export interface RowPagesOptions<R> {
  fetch: (offset: number, limit: number) => Promise<Fetched<R>>;
  rowId: (row: R) => string;
  /** Rows or the total changed: draw again. */
  onChange: () => void;
  onProblem: (thrown: unknown) => void;
  pageSize?: number;
  /** Pages kept in memory. */
  keep?: number;
}

export class RowPages<R> {
  total = 0;
  #pages = new Map<number, readonly R[]>();
  #indexes = new Map<string, number>();
  #underWay = new Map<number, Promise<void>>();
  /** Answers to questions of an earlier list are thrown away. */
  #generation = 0;
  readonly #options: RowPagesOptions<R>;
  readonly #pageSize: number;
  readonly #keep: number;

  constructor(options: RowPagesOptions<R>) {
    this.#options = options;
    this.#pageSize = options.pageSize ?? 200;
    this.#keep = options.keep ?? 40;
  }

  row(index: number): R | undefined {
    return this.#pages.get(this.#pageOf(index))?.[index % this.#pageSize];
  }

  /** Where a loaded row stands; undefined when it is not loaded. */
  indexOf(rowId: string): number | undefined {
    return this.#indexes.get(rowId);
  }

  /** Fetches what is missing of these rows, the nearest page to the last index first. */
  async want(indexes: Iterable<number>): Promise<void> {
    const pages = new Set<number>();
    for (const index of indexes) if (index >= 0) pages.add(this.#pageOf(index));
    const missing = [...pages].reverse().filter((page) => !this.#pages.has(page));
    await Promise.all(missing.map((page) => this.#load(page)));
  }

  /** Fetches what is missing between two rows, both included. */
  async wantRange(first: number, last: number): Promise<void> {
    const indexes: number[] = [];
    for (let page = this.#pageOf(first); page <= this.#pageOf(last); page += 1) {
      indexes.push(page * this.#pageSize);
    }
    await this.want(indexes);
  }

  /** Puts newer versions of rows in the place of those with the same id. */
  replace(rows: Iterable<R>): void {
    for (const row of rows) {
      const index = this.#indexes.get(this.#options.rowId(row));
      if (index === undefined) continue;
      const page = this.#pages.get(this.#pageOf(index));
      if (page) {
        this.#pages.set(this.#pageOf(index), page.with(index % this.#pageSize, row));
      }
    }
    this.#options.onChange();
  }

  /** Another list: forgets everything and fetches the first page. */
  async restart(): Promise<void> {
    this.#generation += 1;
    this.#pages.clear();
    this.#indexes.clear();
    this.#underWay.clear();
    this.total = 0;
    this.#options.onChange();
    await this.#load(0);
  }

  /** The same list may have changed: keeps what is shown until the fresh rows of `visible` are here. */
  async reload(visible: Iterable<number>): Promise<void> {
    this.#generation += 1;
    this.#underWay.clear();
    const pages = new Set([...visible].map((index) => this.#pageOf(index)));
    if (pages.size === 0) pages.add(0);
    for (const page of this.#pages.keys()) if (!pages.has(page)) this.#forget(page);
    await Promise.all([...pages].map((page) => this.#load(page)));
  }

  #pageOf(index: number): number {
    return Math.floor(index / this.#pageSize);
  }

  #load(page: number): Promise<void> {
    const running = this.#underWay.get(page);
    if (running) return running;
    const generation = this.#generation;
    const load = this.#options.fetch(page * this.#pageSize, this.#pageSize).then(
      ({ total, rows }) => {
        if (generation !== this.#generation) return;
        this.#underWay.delete(page);
        this.total = total;
        this.#remember(page, rows);
        this.#options.onChange();
      },
      (thrown: unknown) => {
        if (generation !== this.#generation) return;
        this.#underWay.delete(page);
        this.#options.onProblem(thrown);
      },
    );
    this.#underWay.set(page, load);
    return load;
  }

  #remember(page: number, rows: readonly R[]): void {
    this.#forget(page);
    this.#pages.set(page, rows);
    for (const [place, row] of rows.entries()) {
      this.#indexes.set(this.#options.rowId(row), page * this.#pageSize + place);
    }
    // A Map keeps its order of insertion: the pages fetched longest ago go first.
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= this.#keep) break;
      this.#forget(old);
    }
  }

  #forget(page: number): void {
    for (const row of this.#pages.get(page) ?? []) this.#indexes.delete(this.#options.rowId(row));
    this.#pages.delete(page);
  }
}
