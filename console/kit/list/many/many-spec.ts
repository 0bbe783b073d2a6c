/** What may be done to several rows at once, by one request that answers for each row (`rowByRow` on the server). */
export interface Many<Row> {
  /** Where batches are sent. */
  readonly path: string;
  /** What a row is called where it is spoken about. */
  nameOf(row: Row): string;
  readonly acts: readonly ManyAct<Row>[];
  /** How long a batch may be taken back by one press, in seconds; half a minute unless said. */
  readonly backSeconds?: number;
}

/** What was chosen for an act, by the key of the question. */
export type Chosen = Readonly<Record<string, string>>;

/** One act on several rows. */
export interface ManyAct<Row> {
  readonly key: string;
  readonly label: string;
  /** Whether a row can come into question; an act that fits none of the ticked ones is not offered. The server decides. */
  fits(row: Row): boolean;
  /** Asked before; every question needs an answer. */
  readonly asks?: readonly Question<Row>[];
  /** What is sent for a row. */
  act(row: Row, chosen: Chosen): RowAct;
  /** What it does to a row, in few words: “草稿 → 等一审”. */
  effect(row: Row, chosen: Chosen): string;
}

/** A choice that an act needs. */
export interface Question<Row> {
  readonly key: string;
  readonly label: string;
  /** What can be answered; asked of the server where it depends on the rows, and on what is sought where there are more than one list holds (`searches`). `words`: the answer is written, at most so long; `day`: it is a day. */
  readonly options:
    | readonly Option[]
    | ((rows: readonly Row[], sought: string) => Promise<readonly Option[]>)
    | 'words'
    | 'day';
  /** What is typed is sought by the server. */
  readonly searches?: true;
  /** Of a written answer. */
  readonly most?: number;
  readonly hint?: string;
}

/** An answer to a question. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What is asked of one row. */
export interface RowAct {
  readonly do: string;
  readonly id: string;
}

/** What became of a row, or would: `back` takes it back. */
export interface RowOutcome {
  readonly id: string;
  readonly done: boolean;
  readonly code: string | null;
  readonly title: string | null;
  readonly back: RowAct | null;
}

/** The most rows that one request takes; the server's `batchHolds`. */
export const mostRows = 100;
