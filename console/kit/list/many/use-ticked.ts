import { useState } from 'react';
import type { ListSpec } from '../list-spec.ts';
import { mostRows } from './many-spec.ts';

/** The ticked rows of a list. What is no longer shown is no longer ticked: nobody acts on what they do not see. */
export interface Ticked<Row> {
  readonly rows: readonly Row[];
  has(row: Row): boolean;
  /** Ticks or unticks the row at this position; `through`: all from the last one that was touched, as this one is now. */
  toggle(at: number, through?: boolean): void;
  /** Ticks all from one position to another. */
  span(from: number, to: number): void;
  /** All that is shown, or none. */
  all(ticked: boolean): void;
  /** On a phone the boxes stand there only while somebody picks. */
  readonly picking: boolean;
  pick(picking: boolean): void;
}

/** Keeps which rows are ticked. */
export function useTicked<Row>(spec: ListSpec<Row>, shown: readonly Row[]): Ticked<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState(-1);
  const [picking, setPicking] = useState(false);
  const has = (row: Row): boolean => keys.has(spec.rowKey(row));
  const set = (rows: readonly Row[], ticked: boolean): void => {
    const next = new Set(shown.map((row) => spec.rowKey(row)).filter((key) => keys.has(key)));
    for (const row of rows)
      if (!ticked) next.delete(spec.rowKey(row));
      else if (next.size < mostRows) next.add(spec.rowKey(row));
    setKeys(next);
  };
  return {
    rows: shown.filter(has),
    has,
    toggle: (at, through = false) => {
      const row = shown[at];
      if (row === undefined) return;
      if (through && last >= 0) set(between(shown, last, at), true);
      else set([row], !has(row));
      setLast(at);
    },
    span: (from, to) => {
      set(between(shown, from, to), true);
      setLast(to);
    },
    all: (ticked) => set(shown, ticked),
    picking,
    pick: (next) => {
      setPicking(next);
      if (!next) setKeys(new Set());
    },
  };
}

const between = <Row>(rows: readonly Row[], from: number, to: number): readonly Row[] =>
  rows.slice(Math.min(from, to), Math.max(from, to) + 1);
