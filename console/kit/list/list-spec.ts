import type { ReactNode } from 'react';

/** A page of a list as the API answers it. */
export interface ListPage<Row> {
  readonly items: readonly Row[];
  /** Where the next page begins; null or missing: this is the last. */
  readonly next?: string | null;
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
  /** In a local list: what it is sorted by where the text will not do, such as a number or a time. */
  sortBy?(row: Row): string | number;
}

/** A choice among values, kept in the address under `param`. */
export interface Filter {
  readonly param: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What makes a list: where it reads, how its rows look, open and act. */
export interface ListSpec<Row> {
  /** Names the saved views and the exported file. */
  readonly name: string;
  readonly path: string;
  /** Parameters that always go along; undefined ones are left out. */
  readonly always?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** Where a row leads. */
  readonly href?: (row: Row) => string;
  /** Where `e` leads. */
  readonly editHref?: (row: Row) => string | null;
  /** The next act, in the row. */
  readonly action?: (row: Row) => ReactNode;
  /** The parameter that is searched by; left out: no search. */
  readonly searchParam?: string;
  readonly searchHint?: string;
  /** The states as tabs; `value` empty is "all". */
  readonly tabs?: {
    readonly param: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly countOf?: (value: string, counts: Readonly<Record<string, number>>) => number | undefined;
  };
  readonly filters?: readonly Filter[];
  readonly sorts?: readonly { readonly value: string; readonly label: string }[];
  /** Parameter of the keyset; `cursor` unless said. */
  readonly cursorParam?: string;
  readonly pageSize?: number;
  /** The server's own CSV of the list, whole and with the same filters; left out: made here of what the columns say. */
  readonly exportPath?: string;
  /** When the API answers all rows at once and does not search: searching, filtering, sorting by a column and paging happen here. */
  readonly local?: { matches(row: Row, search: string, chosen: (param: string) => string): boolean };
  readonly empty: ReactNode;
}
