import type pg from 'pg';

/** A text in each language the county publishes in; `zh-CN` is always there in the country pack `cn`, `en` in `generic`. */
export type Words = Partial<Record<'zh-CN' | 'en', string | undefined>>;

/** The tenant: found by host name, one row for each county of the installation. */
export interface County {
  readonly id: number;
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
}

interface CountyState {
  county: County;
  clockAt: Date | null;
  runningSince: Date | null;
}

/** Counties, their hosts and their clocks, held in memory; `reload` after a change. */
export class Counties {
  readonly #pool: pg.Pool;
  readonly #now: () => Date;
  #byId = new Map<number, CountyState>();
  #byHost = new Map<string, number>();
  #reloading: Promise<void> = Promise.resolve();

  constructor(pool: pg.Pool, now: () => Date) {
    this.#pool = pool;
    this.#now = now;
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
      `select id, slug, name, publisher, phone, time_zone, country_pack, languages, demonstration, settings, clock_at, clock_running_since
         from platform.counties where closed_at is null order by id`,
    );
    const hosts = await this.#pool.query<{ host: string; county_id: number }>(
      'select host, county_id from platform.hosts',
    );
    this.#byId = new Map(
      counties.rows.map((row) => [
        row.id,
        {
          county: {
            id: row.id,
            slug: row.slug,
            name: row.name,
            publisher: row.publisher,
            phone: row.phone,
            timeZone: row.time_zone,
            countryPack: row.country_pack,
            languages: row.languages,
            demonstration: row.demonstration,
            settings: row.settings,
          },
          clockAt: row.clock_at,
          runningSince: row.clock_running_since,
        },
      ]),
    );
    this.#byHost = new Map(hosts.rows.map((row) => [row.host, row.county_id]));
  }

  all(): County[] {
    return [...this.#byId.values()].map((state) => state.county);
  }

  byId(id: number): County | undefined {
    return this.#byId.get(id)?.county;
  }

  /** The county that answers under this host name (port left out), or undefined. */
  byHost(host: string): County | undefined {
    const id = this.#byHost.get(host.replace(/:\d+$/, '').toLowerCase());
    return id === undefined ? undefined : this.byId(id);
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
