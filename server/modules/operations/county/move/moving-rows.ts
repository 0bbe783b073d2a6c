import type { SealedColumn } from '#platform/manifest';
import type { RowsThrough } from '../../backup/copy-out.ts';

const lineEnd = Buffer.from('\n');

/** Passes rows of COPY's text form, each without its line end, through `change`, one after the other; memory holds a piece of them. */
export const rowByRow = (change: (row: Buffer) => Buffer | Promise<Buffer>): RowsThrough =>
  async function* (pieces) {
    let held: Buffer[] = [];
    for await (const piece of pieces) {
      const last = piece.lastIndexOf(10);
      if (last < 0) {
        held.push(piece);
        continue;
      }
      yield await changed(Buffer.concat([...held, piece.subarray(0, last)]), change);
      held = [piece.subarray(last + 1)];
    }
    const rest = Buffer.concat(held);
    if (rest.length > 0) yield await changed(rest, change);
  };

async function changed(rows: Buffer, change: (row: Buffer) => Buffer | Promise<Buffer>): Promise<Buffer> {
  const out: Buffer[] = [];
  for (let from = 0; from <= rows.length;) {
    const found = rows.indexOf(10, from);
    const end = found < 0 ? rows.length : found;
    out.push(await change(rows.subarray(from, end)), lineEnd);
    from = end + 1;
  }
  return Buffer.concat(out);
}

/** Seals a secret anew: opens it with one key, closes it with another. */
export type Reseal = (purpose: string, sealed: Buffer) => Promise<Buffer>;

/** Seals the sealed columns of a row anew; all else stays, byte by byte. `columns` in the order of the row. */
export function resealRow(
  columns: readonly string[],
  sealed: readonly SealedColumn[],
  reseal: Reseal,
): (row: Buffer) => Promise<Buffer> {
  const purposes = columns.map((column) => sealed.find((one) => one.column === column)?.purpose);
  return async (row) => {
    // One character a byte: what is not ours to read goes through as it is.
    const fields = row.toString('latin1').split('\t');
    for (const [at, purpose] of purposes.entries()) {
      const hex = purpose === undefined ? undefined : /^\\\\x([0-9a-f]+)$/.exec(fields[at] ?? '')?.[1];
      if (purpose === undefined || hex === undefined) continue;
      fields[at] = `\\\\x${(await reseal(purpose, Buffer.from(hex, 'hex'))).toString('hex')}`;
    }
    return Buffer.from(fields.join('\t'), 'latin1');
  };
}
