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
}

/** Opens a county in this installation, or answers the one that has the slug. */
export async function addCounty(app: App, county: NewCounty): Promise<County> {
  const highest = await app.pool.query<{ id: number }>('select coalesce(max(id), 0) as id from platform.counties');
  const id = (highest.rows[0]?.id ?? 0) + 1;
  await app.pool.query(
    `insert into platform.counties (id, slug, name, publisher, phone, time_zone, country_pack, languages, demonstration, clock_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (slug) do nothing`,
    [
      id,
      county.slug,
      JSON.stringify(county.name),
      JSON.stringify(county.publisher),
      county.phone,
      county.timeZone,
      county.countryPack,
      county.languages,
      county.demonstration,
      county.clockAt,
    ],
  );
  await app.counties.reload();
  const opened = app.counties.all().find((one) => one.slug === county.slug);
  if (!opened) throw new Error(`the county ${county.slug} could not be opened`);
  for (const host of county.hosts)
    await app.pool.query('insert into platform.hosts (host, county_id) values ($1, $2) on conflict (host) do nothing', [
      host,
      opened.id,
    ]);
  await app.counties.reload();
  return opened;
}
