import type { DifferenceBlock } from './difference.ts';

/** A table of a difference, to be drawn as one: rows of cells with the lines in them. */
export type ShownTable = { rows: ShownRow[] };
type ShownRow = { kind: 'kept' | 'removed'; cells: { header: boolean; blocks: DifferenceBlock[] }[] };

/** The blocks of a difference, those of a table gathered into it. A row that went stands as a row of its own, in its place. */
export function withTables(blocks: readonly DifferenceBlock[]): (DifferenceBlock | ShownTable)[] {
  const shown: (DifferenceBlock | ShownTable)[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (!block) break;
    let end = at + 1;
    if (block.cell) {
      while (blocks[end]?.cell && continues(blocks[end - 1], blocks[end])) end += 1;
      shown.push({ rows: rowsOf(blocks.slice(at, end)) });
    } else shown.push(block);
    at = end;
  }
  return shown;
}

// Two tables in a row are two: the second begins again at its first row.
const continues = (before: DifferenceBlock | undefined, block: DifferenceBlock | undefined): boolean =>
  before?.kind === 'removed' || block?.kind === 'removed' || before?.cell?.table === block?.cell?.table;

function rowsOf(blocks: readonly DifferenceBlock[]): ShownRow[] {
  const rows: ShownRow[] = [];
  let row = '';
  for (const block of blocks) {
    const cell = block.cell;
    if (!cell) continue;
    const removed = block.kind === 'removed';
    const last = rows.at(-1);
    // A line that went from a cell whose row is still there stays in that row.
    const mayJoin = removed && last?.kind === 'kept' && last.cells.length <= cell.column && wasInRow(blocks, cell.row);
    const key = mayJoin ? row : `${removed ? 'removed' : 'kept'} ${cell.row}`;
    if (key !== row || !last) rows.push({ kind: removed ? 'removed' : 'kept', cells: [] });
    row = key;
    const cells = rows.at(-1)?.cells ?? [];
    while (cells.length <= cell.column) cells.push({ header: cell.header, blocks: [] });
    const into = cells[cell.column];
    if (!into) continue;
    into.header = cell.header;
    into.blocks.push(block);
  }
  return rows;
}

const wasInRow = (blocks: readonly DifferenceBlock[], row: number): boolean =>
  blocks.some(({ kind, cell }) => kind !== 'removed' && cell?.row === row);
