import type pg from 'pg';
import type { App } from '#platform/app';
import type { SealedColumn } from '#platform/manifest';
import { columnList, quoted } from '../../backup/copy-out.ts';

/** The columns of a table that hold sealed bytes. */
export const sealedBytesOf = (app: App, table: string): SealedColumn[] =>
  app.modules.flatMap(({ sealed = [] }) => sealed).filter((one) => one.table === table && one.holds === 'bytes');

/** The sealed files of a county: hash → the column that names it. */
export async function sealedFilesOf(
  app: App,
  owner: pg.Client,
  countyId: number,
): Promise<ReadonlyMap<string, SealedColumn>> {
  const found = new Map<string, SealedColumn>();
  for (const one of app.modules.flatMap(({ sealed = [] }) => sealed).filter(({ holds }) => holds === 'file')) {
    const column = columnList([one.column]);
    const { rows } = await owner.query<{ hash: string }>(
      `select distinct ${column} as hash from ${quoted(one.table)} where county_id = $1 and ${column} is not null`,
      [countyId],
    );
    for (const { hash } of rows) found.set(hash, one);
  }
  return found;
}

/** Names a sealed file by its new hash. */
export const renameSealedFile = (
  owner: pg.Client,
  countyId: number,
  { table, column }: SealedColumn,
  [from, to]: readonly [string, string],
): Promise<unknown> =>
  owner.query(
    `update ${quoted(table)} set ${columnList([column])} = $3 where county_id = $1 and ${columnList([column])} = $2`,
    [countyId, from, to],
  );
