import type pg from 'pg';
import type { CountyLimits } from './county-limits.ts';

/** A text in each language the county publishes in; `zh-CN` is always there in the country pack `cn`, `en` in `generic`. */
export type Words = Partial<Record<'zh-CN' | 'en', string | undefined>>;

/** The tenant: found by host name, one row for each county of the installation. */
export interface County {
  readonly id: number;
  /** The number under which its ledgers are hashed and their heads signed: its id, unless it came from another installation. */
  readonly ledgerNumber: number;
  readonly slug: string;
  readonly name: Words;
  readonly publisher: Words;
  /** The desk's telephone, as shown on every public page. */
  readonly phone: string;
  /** IANA name, such as Asia/Shanghai. */
  readonly timeZone: string;
  readonly countryPack: 'cn' | 'generic';
  readonly languages: readonly ('zh-CN' | 'en')[];
  readonly demonstration: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What the installation allows the county. */
  readonly limits: CountyLimits;
}

/** The columns of which a county is read. */
export const countyColumns =
  'id, coalesce(ledger_number, id) as "ledgerNumber", slug, name, publisher, phone, time_zone as "timeZone", country_pack as "countryPack", languages, demonstration, settings, limits';

/** A county of such a row, without what else stands in it. */
export const countyOf = ({
  id,
  ledgerNumber,
  slug,
  name,
  publisher,
  phone,
  timeZone,
  countryPack,
  languages,
  demonstration,
  settings,
  limits,
}: County): County => ({
  id,
  ledgerNumber,
  slug,
  name,
  publisher,
  phone,
  timeZone,
  countryPack,
  languages,
  demonstration,
  settings,
  limits,
});

interface CountyState {
  county: County;
  clockAt: Date | null;
  runningSince: Date | null;
}

// A county that kept its host name is found by the DNS: sending readers to the same name would send them round and round.
const leadsElsewhere = (row: { host: string; moved_to: string | null }): row is { host: string; moved_to: string } =>
  row.moved_to !== null && new URL(row.moved_to).hostname !== row.host;

const nameIn = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** Counties, their hosts and their clocks, held in memory; `reload` after a change. */
export class Counties {
  readonly #pool: pg.Pool;
  readonly #now: () => Date;
  #byId = new Map<number, CountyState>();
  #byHost = new Map<string, number>();
  #movedTo = new Map<string, string>();
  #reloading: Promise<void> = Promise.resolve();
  readonly #onOpening: ((county: County) => Promise<void>)[] = [];

  constructor(pool: pg.Pool, now: () => Date) {
    this.#pool = pool;
    this.#now = now;
  }

  /** Runs for each county that this process did not answer for before (new, opened again, come from elsewhere), before it does. */
  onOpening(listener: (county: County) => Promise<void>): void {
    this.#onOpening.push(listener);
  }

  /** Reads the counties again. One reading after the other: an older answer never takes the place of a newer one. */
  reload(): Promise<void> {
    const next = this.#reloading.then(
      () => this.#read(),
      () => this.#read(),
    );
    this.#reloading = next;
    return next;
  }

  async #read(): Promise<void> {
    const counties = await this.#pool.query(
      `select ${countyColumns}, clock_at, clock_running_since from platform.counties where closed_at is null order by id`,
    );
    const hosts = await this.#pool.query<{ host: string; county_id: number; moved_to: string | null }>(
      'select h.host, h.county_id, c.moved_to from platform.hosts h join platform.counties c on c.id = h.county_id',
    );
    const byId = new Map<number, CountyState>(
      counties.rows.map((row) => [
        row.id,
        {
          county: countyOf(row),
          clockAt: row.clock_at,
          runningSince: row.clock_running_since,
        },
      ]),
    );
    for (const { county } of byId.values())
      if (!this.#byId.has(county.id)) for (const listener of this.#onOpening) await listener(county);
    this.#byId = byId;
    this.#byHost = new Map(hosts.rows.map((row) => [row.host, row.county_id]));
    this.#movedTo = new Map(hosts.rows.flatMap((row) => (leadsElsewhere(row) ? [[row.host, row.moved_to]] : [])));
  }

  all(): County[] {
    return [...this.#byId.values()].map((state) => state.county);
  }

  /** Whether no other county answers here. */
  isOnly(id: number): boolean {
    return this.#byId.size <= 1 && (this.#byId.size === 0 || this.#byId.has(id));
  }

  byId(id: number): County | undefined {
    return this.#byId.get(id)?.county;
  }

  /** The county that answers under this host name (port left out), or undefined. */
  byHost(host: string): County | undefined {
    const id = this.#byHost.get(nameIn(host));
    return id === undefined ? undefined : this.byId(id);
  }

  /** Where the closed county that had this host name answers now, without trailing slash; undefined for every other. */
  movedTo(host: string): string | undefined {
    return this.#movedTo.get(nameIn(host));
  }

  hosts(): ReadonlyMap<string, number> {
    return this.#byHost;
  }

  /** The county's time: real, or its own clock, which may be held. */
  now(countyId: number): Date {
    const state = this.#byId.get(countyId);
    if (!state?.clockAt) return this.#now();
    const ran = state.runningSince ? this.#now().getTime() - state.runningSince.getTime() : 0;
    return new Date(state.clockAt.getTime() + ran);
  }

  isHeld(countyId: number): boolean {
    const state = this.#byId.get(countyId);
    return Boolean(state?.clockAt && !state.runningSince);
  }

  /** Lets a held clock run from where it stands; called by the first act after a start. */
  async release(countyId: number): Promise<void> {
    const state = this.#byId.get(countyId);
    if (!state || !this.isHeld(countyId)) return;
    state.runningSince = this.#now();
    await this.#pool.query(
      'update platform.counties set clock_running_since = $2 where id = $1 and clock_running_since is null',
      [countyId, state.runningSince],
    );
    await this.#pool.query(`select pg_notify('xiangyin_counties', '')`);
  }

  /** Holds the county's own clock where it stands, at the latest time that any act of the county carries; called at start, before anybody is answered. */
  async holdWhereItStands(countyId: number): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query(`begin; set local app.county = ${Math.trunc(countyId)}`);
      await client.query(
        `update platform.counties set clock_running_since = null,
           clock_at = greatest(clock_at, (select max(at) from platform.audit where county_id = $1)) where id = $1 and clock_at is not null`,
        [countyId],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
    await this.reload();
  }
}
