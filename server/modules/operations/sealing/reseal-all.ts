import type pg from 'pg';
import type { App } from '#platform/app';
import type { SealedColumn } from '#platform/manifest';
import { columnList, quoted } from '../backup/copy-out.ts';

/** What a run came to. `anew`: county → things sealed anew; `dead`: things that no key here opens, left as they are. */
export interface Resealed {
  readonly anew: ReadonlyMap<number, number>;
  readonly dead: number;
}

const atOnce = 500;

/** Seals everything anew that lies under a former key, of every county, closed ones too: bytes in rows, and files, which get another name with that. A row that changes meanwhile keeps its change. Harmless when it is broken off: the next run goes on; at worst a sealed file that nothing names is left. */
export async function resealAll(app: App, owner: pg.Client): Promise<Resealed> {
  const anew = new Map<number, number>();
  let dead = 0;
  await owner.query('set row_security = off');
  for (const column of app.modules.flatMap(({ sealed = [] }) => sealed)) {
    for await (const row of rowsOf(owner, column)) {
      const came = await resealOne(app, owner, column, row);
      if (came === 'dead') dead += 1;
      else if (came === 'anew') anew.set(row.countyId, (anew.get(row.countyId) ?? 0) + 1);
    }
  }
  return { anew, dead };
}

interface KeyPart {
  readonly name: string;
  readonly type: string;
}

interface SealedRow {
  readonly countyId: number;
  readonly key: readonly KeyPart[];
  /** The values of the primary key, as text. */
  readonly at: readonly string[];
  readonly held: Buffer | string;
}

async function* rowsOf(owner: pg.Client, { table, column }: SealedColumn): AsyncGenerator<SealedRow> {
  const key = await primaryKey(owner, table);
  const names = columnList(key.map(({ name }) => name));
  const texts = key.map(({ name }) => `${columnList([name])}::text`).join(', ');
  const held = columnList([column]);
  let last: readonly string[] = [];
  for (;;) {
    const after = last.length > 0 ? ` and (${names}) > (${typed(key, 1)})` : '';
    const { rows } = await owner.query<Omit<SealedRow, 'key'>>(
      `select county_id as "countyId", array[${texts}] as at, ${held} as held from ${quoted(table)} where ${held} is not null${after} order by ${names} limit ${atOnce}`,
      [...last],
    );
    for (const row of rows) yield { ...row, key };
    if (rows.length < atOnce) return;
    last = rows.at(-1)?.at ?? [];
  }
}

async function primaryKey(owner: pg.Client, table: string): Promise<KeyPart[]> {
  const { rows } = await owner.query<KeyPart>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`,
    [table],
  );
  return rows;
}

const typed = (key: readonly KeyPart[], first: number): string =>
  key.map(({ type }, at) => `$${first + at}::${type}`).join(', ');

async function resealOne(
  app: App,
  owner: pg.Client,
  column: SealedColumn,
  row: SealedRow,
): Promise<'anew' | 'fine' | 'dead'> {
  const { held, countyId } = row;
  const sealed = typeof held === 'string' ? await app.files.read(countyId, held) : held;
  const again = sealed && (await app.keys.sealing.reseal(column.purpose, sealed).catch(() => undefined));
  if (again === undefined) return 'dead';
  if (again === null) return 'fine';
  if (typeof held !== 'string') return (await exchange(owner, column, row, again)) ? 'anew' : 'fine';
  const hash = await app.files.put(countyId, again);
  const took = await exchange(owner, column, row, hash);
  await app.files.remove(countyId, took ? held : hash);
  return took ? 'anew' : 'fine';
}

async function exchange(
  owner: pg.Client,
  { table, column }: SealedColumn,
  { key, at, held }: SealedRow,
  again: Buffer | string,
): Promise<boolean> {
  const into = columnList([column]);
  const { rowCount } = await owner.query(
    `update ${quoted(table)} set ${into} = $1 where ${into} = $2 and (${columnList(key.map(({ name }) => name))}) = (${typed(key, 3)})`,
    [again, held, ...at],
  );
  return rowCount === 1;
}
