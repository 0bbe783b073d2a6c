import type { County, Words } from './county.ts';
import type { LimitName } from './county-limits.ts';
import { found } from './refuse.ts';
import type { Tx } from './transaction.ts';

/** What of a county stands on every public page. */
export interface CountyFacts {
  readonly name: Words;
  readonly publisher: Words;
  readonly phone: string;
  readonly languages: County['languages'];
}

/** The county's facts as the database holds them, locked until the transaction ends. */
export async function countyForUpdate(tx: Tx): Promise<CountyFacts> {
  const [row] = await tx.named<CountyFacts>(
    'platform.county-for-update',
    'select name, publisher, phone, languages from platform.counties where id = $1 for update',
    [tx.countyId],
  );
  return found(row);
}

/** Writes the county's facts. This process knows them before the answer, the others hear of it at commit. */
export async function writeCounty(tx: Tx, facts: CountyFacts): Promise<void> {
  await tx.named(
    'platform.change-county',
    'update platform.counties set name = $2, publisher = $3, phone = $4, languages = $5 where id = $1',
    [tx.countyId, JSON.stringify(facts.name), JSON.stringify(facts.publisher), facts.phone, facts.languages],
  );
  await tellCounties(tx);
}

/** The county's settings as the database holds them, locked until the transaction ends. */
export async function settingsForUpdate(tx: Tx): Promise<County['settings']> {
  const [row] = await tx.named<{ settings: County['settings'] }>(
    'platform.settings-for-update',
    'select settings from platform.counties where id = $1 for update',
    [tx.countyId],
  );
  return found(row).settings;
}

/** Sets these settings of the county and leaves the others. Every process hears of it as of its facts. */
export async function writeSettings(tx: Tx, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.named('platform.write-settings', 'update platform.counties set settings = settings || $2 where id = $1', [
    tx.countyId,
    JSON.stringify(settings),
  ]);
  await tellCounties(tx);
}

/** Sets these limits of the county (null: none any more) and leaves the others. Every process hears of it as of its facts. */
export async function writeLimits(tx: Tx, changes: Readonly<Partial<Record<LimitName, number | null>>>): Promise<void> {
  await tx.named(
    'platform.write-limits',
    'update platform.counties set limits = jsonb_strip_nulls(limits || $2) where id = $1',
    [tx.countyId, JSON.stringify(changes)],
  );
  await tellCounties(tx);
}

/** The host names under which the county answers, in order. */
export async function hostsOfCounty(tx: Tx): Promise<string[]> {
  const rows = await tx.named<{ host: string }>(
    'platform.hosts-of-county',
    'select host from platform.hosts where county_id = $1 order by host',
    [tx.countyId],
  );
  return rows.map(({ host }) => host);
}

/** From now on the county answers under this host name too; every process hears of it. Answers false where it is another county's, and changes nothing. */
export async function addHost(tx: Tx, host: string): Promise<boolean> {
  await tx.named(
    'platform.add-host',
    'insert into platform.hosts (host, county_id) values ($2, $1) on conflict (host) do nothing',
    [tx.countyId, host],
  );
  await tellCounties(tx);
  return (await hostsOfCounty(tx)).includes(host);
}

/** From now on the county does not answer under this host name; another may have it. */
export async function dropHost(tx: Tx, host: string): Promise<void> {
  await tx.named('platform.drop-host', 'delete from platform.hosts where county_id = $1 and host = $2', [
    tx.countyId,
    host,
  ]);
  await tellCounties(tx);
}

async function tellCounties(tx: Tx): Promise<void> {
  await tx.client.query(`select pg_notify('xiangyin_counties', '')`);
  tx.afterCommit(() => tx.ctx.app.counties.reload());
}
