import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { isDatabaseAway, openPool } from './database.ts';
import type { Log } from './log.ts';

/** `current`: it shows all that the pages of this process must show. `behind`: it lacks some of it and is given time. `away`: it does not answer, or is no replica. */
export type ReplicaState = 'current' | 'behind' | 'away';

/** How long a page waits for the replica to catch up before it is read from the primary. */
const momentMilliseconds = 50;
/** So far the pages may be behind in what no purge tells of; also how soon a lost replica is noticed where nobody reads. */
const lookEveryMilliseconds = 10_000;
/** A replica that does not answer is asked again after this. */
const awayMilliseconds = 1_000;

const replayed = (position: string): string =>
  `select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= '${position}'::pg_lsn as current`;

// On a page's first bytes the position names the place behind the page's header (24 or 40 bytes), while a replica that has all says where the page begins:
// after a change of the WAL file it would be behind for as long as nobody writes. No record ends in between.
const whereWalStands = `select (at - case when rest in (24, 40) then rest else 0 end)::text as at
  from (select at, mod(at - '0/0'::pg_lsn, current_setting('wal_block_size')::numeric) as rest from pg_current_wal_insert_lsn() as at) as now`;

/** A second server that follows the primary and may be behind it. Public pages are read here as long as it has replayed every commit that a purge of this process told of.
 *  The position of such a commit is asked of the primary beside the answer to the act, not before it; until it is known, pages are read from the primary. */
export class Replica {
  readonly pool: pg.Pool;
  readonly #primary: pg.Pool;
  readonly #log: Log;
  readonly #look: NodeJS.Timeout;
  readonly #closing = new AbortController();
  /** Counts the commits that pages must show from then on. */
  #wanted = 1;
  /** So many of them the replica was seen to have. */
  #reached = 0;
  /** At or beyond the last of these. */
  #position = '0/0';
  #state: ReplicaState = 'behind';
  #toldOfTrouble = false;
  #catchingUp: Promise<void> | undefined;
  #arrived = Promise.withResolvers<void>();
  #reads = { replica: 0, primary: 0 };

  constructor(url: string, primary: pg.Pool, log: Log, options: { poolSize?: number | undefined } = {}) {
    // Where a connection just goes silent, whoever waits on it must come to the primary while the reader still waits.
    this.pool = openPool(url, {
      max: options.poolSize ?? 16,
      connectWithinMilliseconds: 1_000,
      answerWithinMilliseconds: 3_000,
    });
    this.#primary = primary;
    this.#log = log;
    this.#look = setInterval(() => this.noteCommit(), lookEveryMilliseconds).unref();
    this.noteCommit();
  }

  /** From now on pages show what has been committed so far. To be called after a commit, in the same turn in which the pages are purged. */
  noteCommit(): void {
    if (this.#closing.signal.aborted) return;
    this.#wanted += 1;
    this.#catchingUp ??= this.#catchUp().finally(() => (this.#catchingUp = undefined));
  }

  /** The position that the replica must have replayed to be read now; null when the page is to be read from the primary. Waits a moment for a replica that was current until just now. */
  async position(): Promise<string | null> {
    const wanted = this.#wanted;
    if (this.#reached < wanted && this.#state === 'current') await this.#arrives(wanted);
    return this.#reached >= wanted ? this.#position : null;
  }

  /** Begins a reading transaction on one of the pool's connections. Throws when this very server has not replayed the position: the address may lead to another one than a moment ago. */
  async begin(client: pg.PoolClient, scope: string, position: string): Promise<void> {
    const results = (await client.query(
      `begin read only; ${scope}; ${replayed(position)}`,
    )) as unknown as pg.QueryResult<{
      current: boolean | null;
    }>[];
    if (results.at(-1)?.rows[0]?.current !== true) throw new ReplicaBehind();
  }

  /** The replica was asked and could not answer, or refused; a page is read from the primary instead. */
  failed(error: unknown): void {
    if (isDatabaseAway(error) || error instanceof ReplicaBehind) {
      this.#become(error instanceof ReplicaBehind ? 'behind' : 'away', error);
      this.noteCommit();
    }
  }

  /** Counts one reading transaction. */
  count(server: 'replica' | 'primary'): void {
    this.#reads[server] += 1;
  }

  /** How it stands, and from which server the pages of this process have been read since its start. */
  figures(): { state: ReplicaState; replica: number; primary: number } {
    return { state: this.#state, ...this.#reads };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#look);
    await this.#catchingUp;
    await this.pool.end();
  }

  async #arrives(wanted: number): Promise<void> {
    const moment = pause(momentMilliseconds, 'over' as const, { ref: false });
    while (this.#reached < wanted) if ((await Promise.race([moment, this.#arrived.promise])) === 'over') return;
  }

  // One at a time for all pages: asks the primary how far it is, then the replica until it is there.
  async #catchUp(): Promise<void> {
    while (this.#reached < this.#wanted && !this.#closing.signal.aborted) {
      const wanted = this.#wanted;
      const position = await this.#primaryPosition();
      if (position !== null && (await this.#waitUntilReplayed(position))) this.#arrive(wanted, position);
    }
  }

  #arrive(wanted: number, position: string): void {
    this.#reached = wanted;
    this.#position = position;
    this.#become('current');
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
  }

  // The commit's record is inserted before anybody hears of it; it need not be on disk (synchronous_commit = off).
  async #primaryPosition(): Promise<string | null> {
    try {
      const answer = await this.#primary.query<{ at: string }>(whereWalStands);
      return answer.rows[0]?.at ?? null;
    } catch {
      if (this.#state === 'current') this.#become('behind');
      await this.#rest(awayMilliseconds);
      return null;
    }
  }

  // Gives up after a while: after a failover the new primary may count from an earlier position.
  async #waitUntilReplayed(position: string): Promise<boolean> {
    const began = performance.now();
    for (let wait = 2; !this.#closing.signal.aborted; wait = Math.min(wait * 2, 250)) {
      try {
        const answer = await this.pool.query<{ current: boolean | null; standby: boolean }>(
          `${replayed(position)}, pg_is_in_recovery() as standby`,
        );
        if (answer.rows[0]?.current) return true;
        if (!answer.rows[0]?.standby) throw new Error('the server of DATABASE_REPLICA_URL is not a standby');
      } catch (error) {
        this.#become('away', error);
        await this.#rest(awayMilliseconds);
        return false;
      }
      const waited = performance.now() - began;
      if (waited > momentMilliseconds) this.#become('behind');
      if (waited > lookEveryMilliseconds) {
        this.#tell('the replica is behind; public pages are read from the primary', {
          seconds: Math.round(waited / 1_000),
        });
        return false;
      }
      await this.#rest(wait);
    }
    return false;
  }

  #become(state: ReplicaState, error?: unknown): void {
    this.#state = state;
    if (state === 'away')
      this.#tell('the replica does not answer; public pages are read from the primary', {
        error: error instanceof Error ? error : undefined,
      });
    if (state !== 'current' || !this.#toldOfTrouble) return;
    this.#toldOfTrouble = false;
    this.#log.warn('the replica is current; public pages are read from it again');
  }

  // One line for one trouble, however many pages meet it.
  #tell(line: string, fields: Parameters<Log['warn']>[1]): void {
    if (!this.#toldOfTrouble) this.#log.warn(line, fields);
    this.#toldOfTrouble = true;
  }

  #rest(milliseconds: number): Promise<void> {
    return pause(milliseconds, undefined, { ref: false, signal: this.#closing.signal }).catch(() => undefined);
  }
}

/** This server has not replayed what the page must show. */
class ReplicaBehind extends Error {}
