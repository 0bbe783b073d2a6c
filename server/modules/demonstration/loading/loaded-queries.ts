import { dropFromOutbox } from '#platform/outbox';
import type { Tx } from '#platform/transaction';
import { countyClock } from '../content/county-time.ts';
import type { Loaded } from './teller.ts';

/** What has been loaded so far, by key. */
export async function loadedEntries(tx: Tx): Promise<Map<string, Loaded>> {
  const rows = await tx.named<Loaded & { key: string }>(
    'demonstration.loaded',
    'select key, id, code from demonstration.loaded where county_id = $1',
    [tx.countyId],
  );
  return new Map(rows.map(({ key, id, code }) => [key, { id, code }]));
}

/** Notes that a thing has been loaded. */
export const keepLoaded = (tx: Tx, key: string, { id, code }: Loaded): Promise<unknown> =>
  tx.named(
    'demonstration.keep-loaded',
    'insert into demonstration.loaded (county_id, key, id, code) values ($1, $2, $3, $4)',
    [tx.countyId, key, id, code],
  );

/** One entry, or undefined. */
export async function loadedEntry(tx: Tx, key: string): Promise<Loaded | undefined> {
  const [row] = await tx.named<Loaded>(
    'demonstration.loaded-entry',
    'select id, code from demonstration.loaded where county_id = $1 and key = $2',
    [tx.countyId, key],
  );
  return row;
}

const newsHours = 2;

/** Nobody is told anew of what happened days ago, and the search is built in one go afterwards: only the last hours' events go their usual way to those. */
export async function leaveInPeace(tx: Tx): Promise<void> {
  const old = tx.emitted
    .filter(({ at }) => countyClock.getTime() - at.getTime() > newsHours * 3_600_000)
    .map(({ id }) => id);
  if (old.length === 0) return;
  await dropFromOutbox(tx, old, '^(portal[.]search|[a-z]+[.]tell)-');
}
