import { read } from '../api.ts';
import type { ListPage, ListSpec } from './list-spec.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The largest page that lists answer. */
const pageSize = 100;

/** All rows of a list, fetched page by page: how far it is can be watched, and it can be stopped. */
export class RowFetch<Row> {
  readonly #spec: ListSpec<Row>;
  readonly #query: Query;
  readonly #stopping = new AbortController();
  readonly #watchers = new Set<() => void>();
  #count = 0;
  /** How many there will be; null: the list does not count. */
  readonly total: number | null;

  constructor(spec: ListSpec<Row>, query: Query, total: number | null) {
    this.#spec = spec;
    this.#query = query;
    this.total = total;
  }
  /** Fetches to the end; each row is kept as `keep` makes it. Throws when it was stopped. */
  async run<Kept>(keep: (row: Row) => Kept): Promise<Kept[]> {
    const kept: Kept[] = [];
    const { path, cursorParam = 'cursor' } = this.#spec;
    const { signal } = this.#stopping;
    let next: string | null | undefined = '';
    do {
      const page: ListPage<Row> = await read(
        path,
        { ...this.#query, limit: pageSize, [cursorParam]: next },
        { signal },
      );
      signal.throwIfAborted();
      for (const row of page.items) kept.push(keep(row));
      this.#count = kept.length;
      for (const told of this.#watchers) told();
      next = page.next;
    } while (next);
    return kept;
  }
  readonly stop = (): void => this.#stopping.abort();
  get isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }
  readonly count = (): number => this.#count;
  readonly subscribe = (told: () => void): (() => void) => {
    this.#watchers.add(told);
    return () => this.#watchers.delete(told);
  };
}
