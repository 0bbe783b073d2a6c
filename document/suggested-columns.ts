import type { Suggested } from './suggested.ts';

/** A cell as this needs it: what its own attributes say, and whether nothing stands in it, not even what is only suggested. */
export interface MarkedCell extends Suggested {
  readonly isBlank: boolean;
}

/** By which suggestions each cell of a table comes and goes, row by row: by its own, or by that of its column, when others put in the row meanwhile. A cell that goes is found by its place. A cell that comes is a blank one, by its place or else the last: words that
 *  somebody wrote without knowing of the column are nobody's to turn down. Of rows that are shorter than others the places say nothing. */
export function suggestedCells(rows: readonly (readonly MarkedCell[])[]): Suggested[][] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const whole = rows.filter((cells) => cells.length === width);
  const columns = Array.from({ length: width }, (_, at): Suggested => ({
    inserted: firstId(whole.map((cells) => cells[at]?.inserted)),
    deleted: firstId(whole.map((cells) => cells[at]?.deleted)),
  }));
  return rows.map((cells) => (cells.length === width ? withColumns(cells, columns) : [...cells]));
}

const isId = (value: unknown): value is string => typeof value === 'string';
const firstId = (values: readonly unknown[]): string | undefined => values.find(isId);

function withColumns(cells: readonly MarkedCell[], columns: readonly Suggested[]): Suggested[] {
  const shown = cells.map(({ inserted, deleted }, at) => ({
    inserted,
    deleted: isId(deleted) ? deleted : columns[at]?.deleted,
  }));
  const isFree = (at: number): boolean => cells[at]?.isBlank === true && !isId(shown[at]?.inserted);
  for (const [at, { inserted }] of columns.entries()) {
    if (!isId(inserted) || isId(cells[at]?.inserted)) continue;
    const place = isFree(at) ? at : cells.findLastIndex((_, other) => isFree(other));
    const cell = shown[place];
    if (cell) cell.inserted = inserted;
  }
  return shown;
}
