import type { ReactNode } from 'react';
import type { Many } from './many/many-spec.ts';

/** A page of a list as the API answers it. */
export interface ListPage<Row> {
  readonly items: readonly Row[];
  /** Where the next page begins; null or missing: this is the last. */
  readonly next?: string | null;
  /** Of when the last row is that a search looked at before it stopped; null or missing: it looked at all. */
  readonly searchedTo?: string | null;
  readonly total?: number;
  readonly counts?: Readonly<Record<string, number>>;
}

/** A column. `text` is what goes into the exported table and, without `cell`, onto the screen. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  text(row: Row): string;
  cell?(row: Row): ReactNode;
  readonly narrow?: boolean;
  /** The value says nothing without the title: on a phone, where no heads stand above the columns, the title goes before it. */
  readonly named?: true;
  /** Stands in the exported table alone: what the screen shows inside another column's cell. */
  readonly exported?: true;
  /** In a local list: what it is sorted by where the text will not do, such as a number or a time. */
  sortBy?(row: Row): string | number;
}

/** A choice among values, kept in the address under `param`. */
export interface Filter {
  readonly param: string;
  /** Wanted now and then: it waits behind "more filters" until it is chosen, so that the others stand in one row. */
  readonly isSeldom?: true;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What makes a list: where it reads, how its rows look, open and act. None can leave out search, order or the place of the top bar: each says how it does them. */
export type ListSpec<Row> = ListLook<Row> & (PagedReading | LocalReading<Row>);

interface ListLook<Row> {
  /** Names the saved views and the exported file. */
  readonly name: string;
  readonly path: string;
  /** Parameters that always go along; undefined ones are left out. */
  readonly always?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly rowKey: (row: Row) => string;
  /** What the exported table holds, and what the screen shows of a row that has no `card`. */
  readonly columns: readonly Column<Row>[];
  /** Rows to look at rather than to read: each is shown as this instead of in a table. */
  readonly card?: (row: Row) => ReactNode;
  /** Where a row leads. */
  readonly href?: (row: Row) => string;
  /** What a row opens where it stands. */
  readonly onOpen?: (row: Row) => void;
  /** Where `e` leads. */
  readonly editHref?: (row: Row) => string | null;
  /** The next act, in the row. */
  readonly action?: (row: Row) => ReactNode;
  readonly searchHint?: string;
  /** The states as tabs; `value` empty is "all". */
  readonly tabs?: {
    readonly param: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly countOf?: (value: string, counts: Readonly<Record<string, number>>) => number | undefined;
  };
  readonly filters?: readonly Filter[];
  /** What can be done to several rows at once; rows can then be ticked. */
  readonly many?: Many<Row>;
  /** What rows that stand together have in common: each such group gets a head, from which all of it can be ticked. */
  readonly groupOf?: (row: Row) => string;
  /** Whether a row is about to change by itself, of which nobody is told: while one stands there, the list is read anew every few seconds. */
  readonly isMoving?: (row: Row) => boolean;
  readonly empty: ReactNode;
}

/** The API searches, sorts and pages: for whatever can grow. */
interface PagedReading {
  /** The parameter that is searched by, or a bar of the page's own with a field marked `data-list-search`, which sets `params` in the address. */
  readonly searchParam: string | { readonly bar: ReactNode; readonly params: readonly string[] };
  /** The orders; the first is the one the API takes unasked. */
  readonly sorts: readonly [Sort, Sort, ...Sort[]];
  /** The parameter that takes the place of the top bar; null: the rows belong to no place. */
  readonly placeParam: string | null;
  /** Parameter of the keyset; `cursor` unless said. */
  readonly cursorParam?: string;
  readonly pageSize?: number;
  readonly local?: never;
}

interface Sort {
  readonly value: string;
  readonly label: string;
}

/** The API answers all rows at once, because they are few: searching, filtering, sorting by a column and paging happen here. */
interface LocalReading<Row> {
  readonly local: {
    matches(row: Row, search: string, chosen: (param: string) => string): boolean;
    /** Whether a row concerns the place of the top bar; null: the rows belong to no place. */
    readonly isHere: ((row: Row, place: string) => boolean) | null;
  };
  readonly searchParam?: never;
  readonly sorts?: never;
  readonly placeParam?: never;
  readonly cursorParam?: never;
  readonly pageSize?: never;
}
