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

async function insertCounty(client: pg.PoolClient, county: NewCounty): Promise<void> {
  const highest = await client.query<{ id: number }>('select coalesce(max(id), 0) as id from platform.counties');
  await client.query(
    `insert into platform.counties (id, slug, name, publisher, phone, time_zone, country_pack, languages, demonstration, clock_at, settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (slug) do nothing`,
    [
      (highest.rows[0]?.id ?? 0) + 1,
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
