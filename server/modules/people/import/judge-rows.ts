import { phoneForm } from '#places';
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import type { ImportRows, RowVerdict } from '../contract.ts';
import { readRows } from './read-rows.ts';
import type { ReadRow } from './read-rows.ts';

/** A row with what would become of it. */
export interface JudgedRow extends ReadRow {
  readonly verdict: RowVerdict;
  /** Whom it may be, of those who are there; null for somebody new. */
  readonly personId: string | null;
  /** A line above that says the same. */
  readonly asLine: number | null;
  /** A line above that has this phone or address already, for somebody else or with other words. */
  readonly sharedWith: { readonly line: number; readonly column: 'phone' | 'email' } | null;
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly placeId: string | null;
}

/** Reads the rows and holds them against who is there: `same` — their name with their phone, address or place; `conflict` — somebody else's phone or address, of those who are there or of a line above; `wrong` — cannot be taken, or stands above already; `new`. */
export async function judgeRows(tx: Tx, actor: Actor, rows: ImportRows): Promise<JudgedRow[]> {
  const read = readRows(tx, actor, rows);
  const known = await alike(tx, read);
  const seen = new Map<string, number>();
  const above: Above = { phone: new Map(), email: new Map() };
  return read.map((row) => {
    const found = known.filter((one) => touches(tx, row, one));
    const same = found.find((one) => one.name === row.person.name);
    const key = [row.person.name, phoneOf(tx, row), row.person.email?.toLowerCase() ?? '', row.person.placeId].join(
      '\n',
    );
    const asLine = seen.get(key) ?? null;
    if (asLine === null) seen.set(key, row.line);
    const sharedWith = asLine === null ? sharedAbove(tx, row, above) : null;
    const verdict =
      row.problems.length > 0 || asLine !== null
        ? 'wrong'
        : same
          ? 'same'
          : found.length > 0 || sharedWith
            ? 'conflict'
            : 'new';
    // What does not come in takes nobody's number.
    if (verdict !== 'wrong') noteAbove(tx, row, above);
    return {
      ...row,
      verdict,
      asLine,
      sharedWith: verdict === 'conflict' ? sharedWith : null,
      personId: (same ?? found[0])?.id ?? null,
    };
  });
}

/** On which line a phone and an address stand first. */
type Above = Readonly<Record<'phone' | 'email', Map<string, number>>>;

const reachedBy = (tx: Tx, row: ReadRow): Readonly<Record<'phone' | 'email', string | null>> => ({
  phone: phoneOf(tx, row),
  email: row.person.email?.toLowerCase() || null,
});

function noteAbove(tx: Tx, row: ReadRow, above: Above): void {
  const by = reachedBy(tx, row);
  for (const column of ['phone', 'email'] as const) {
    const value = by[column];
    if (value !== null && !above[column].has(value)) above[column].set(value, row.line);
  }
}

function sharedAbove(tx: Tx, row: ReadRow, above: Above): JudgedRow['sharedWith'] {
  const by = reachedBy(tx, row);
  for (const column of ['phone', 'email'] as const) {
    const line = above[column].get(by[column] ?? '');
    if (line !== undefined) return { line, column };
  }
  return null;
}

const phoneOf = (tx: Tx, { person }: ReadRow): string | null =>
  person.phone ? phoneForm(tx.ctx.county, person.phone) : null;

function touches(tx: Tx, row: ReadRow, one: Known): boolean {
  const { person } = row;
  const phone = phoneOf(tx, row);
  if (phone !== null && one.phone === phone) return true;
  if (person.email && one.email?.toLowerCase() === person.email.toLowerCase()) return true;
  return one.name === person.name && one.placeId === (person.placeId ?? null) && (phone === null || one.phone === null);
}

// Whoever shares a name, a phone or an address with some row.
const alike = (tx: Tx, rows: readonly ReadRow[]): Promise<Known[]> =>
  tx.named<Known>(
    'people.alike',
    `select id, name, phone, email, place_id as "placeId" from people.persons
      where county_id = $1 and erased_at is null and (name = any($2) or phone = any($3) or lower(email) = any($4)) order by id`,
    [
      tx.countyId,
      rows.map(({ person }) => person.name),
      rows.flatMap((row) => phoneOf(tx, row) ?? []),
      rows.flatMap(({ person }) => person.email?.toLowerCase() ?? []),
    ],
  );
