import type pg from 'pg';
import type { App } from './app.ts';
import type { County, Words } from './county.ts';

/** A county to open, with the host names under which it answers (a port in the address does not matter). */
export interface NewCounty {
  readonly slug: string;
  readonly name: Words;
  readonly publisher: Words;
  readonly phone: string;
  readonly timeZone: string;
  readonly countryPack: 'cn' | 'generic';
  readonly languages: readonly ('zh-CN' | 'en')[];
  readonly demonstration: boolean;
  /** The county's own time, held until the first act; null: it lives in real time. */
  readonly clockAt: Date | null;
  readonly hosts: readonly string[];
  /** What else the county settles for itself, by name, such as its levels of places. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Opens a county in this installation, or answers the one that has the slug; every running process hears of it. A host that another county has stays there. */
export async function addCounty(app: App, county: NewCounty): Promise<County> {
  const client = await app.pool.connect();
  try {
    await client.query('begin');
    // Two at once would take the same number.
    await client.query('select pg_advisory_xact_lock(771102)');
    await insertCounty(client, county);
    await client.query(`select pg_notify('xiangyin_counties', '')`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  await app.counties.reload();
  const opened = app.counties.all().find((one) => one.slug === county.slug);
  if (!opened) throw new Error(`the county ${county.slug} could not be opened`);
  return opened;
}

/** Keeps others from opening a county until the connection ends; before a transaction that sees one moment begins: two at once would take the same number. */
export const lockCounties = (client: pg.ClientBase): Promise<unknown> =>
  client.query('select pg_advisory_lock(771102)');

/** The number of the next county; to be asked under the lock. */
export async function nextCountyId(client: pg.ClientBase): Promise<number> {
  const highest = await client.query<{ id: number }>('select coalesce(max(id), 0) as id from platform.counties');
  return (highest.rows[0]?.id ?? 0) + 1;
}

async function insertCounty(client: pg.ClientBase, county: NewCounty): Promise<void> {
  await client.query(
    `insert into platform.counties (id, slug, name, publisher, phone, time_zone, country_pack, languages, demonstration, clock_at, settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (slug) do nothing`,
    [
      await nextCountyId(client),
      county.slug,
      JSON.stringify(county.name),
      JSON.stringify(county.publisher),
      county.phone,
      county.timeZone,
      county.countryPack,
      county.languages,
      county.demonstration,
      county.clockAt,
      JSON.stringify(county.settings ?? {}),
    ],
  );
  const opened = await client.query<{ id: number }>('select id from platform.counties where slug = $1', [county.slug]);
  for (const host of county.hosts)
    await client.query('insert into platform.hosts (host, county_id) values ($1, $2) on conflict (host) do nothing', [
      host,
      opened.rows[0]?.id,
    ]);
}

/** Writes the row of a county that comes from another installation, and its hosts, in the transaction that brings all of it. */
export async function insertMovedCounty(
  client: pg.ClientBase,
  county: County,
  hosts: readonly string[],
): Promise<void> {
  await client.query(
    `insert into platform.counties (id, ledger_number, slug, name, publisher, phone, time_zone, country_pack, languages, demonstration, settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      county.id,
      county.ledgerNumber,
      county.slug,
      JSON.stringify(county.name),
      JSON.stringify(county.publisher),
      county.phone,
      county.timeZone,
      county.countryPack,
      county.languages,
      county.demonstration,
      JSON.stringify(county.settings),
    ],
  );
  for (const host of hosts)
    await client.query('insert into platform.hosts (host, county_id) values ($1, $2)', [host, county.id]);
}
