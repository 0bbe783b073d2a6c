import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { App } from './app.ts';
import { connectWithinMilliseconds, noticesTheEnd } from './database.ts';

/** A job as the queue hands it to a worker: `retryCount` tells this attempt from earlier ones. */
export interface ClaimedJob {
  readonly id: string;
  readonly retryCount: number;
}

/** How long a job must be without a holder before it is put back: a living process whose connection broke has it again by then. */
const secondLookMilliseconds = 2_000;
const lookEverySeconds = 10;
/** No lock is waited for longer than a look at it takes. */
const answerWithinMilliseconds = 30_000;
const lock = "hashtextextended('xiangyin.job.' || id::text, 771004)";

/** What the jobs of this process hold while they run: an advisory lock each, on one connection that dies with the process.
 *  A job that is active and not locked belongs to a process that is gone, and is put back at once instead of after the queue's five minutes. */
export class JobClaims {
  readonly #app: App;
  readonly #held = new Set<string>();
  #client: pg.Client | undefined;
  #connecting: Promise<pg.Client> | undefined;
  #ended = false;
  #isComingBack = false;
  #looking: Promise<void> | undefined;
  #stopLooking = new AbortController();

  constructor(app: App) {
    this.#app = app;
  }

  /** Locks these jobs and answers which of them are still this attempt's to run; the others were put back meanwhile. Throws when an earlier attempt still runs here: the queue tries again later. */
  async take(jobs: readonly ClaimedJob[]): Promise<ReadonlySet<string>> {
    const ids = jobs.map((job) => job.id);
    // The lock would be given twice to one process.
    if (ids.some((id) => this.#held.has(id))) throw new Error('an earlier attempt of this job still runs');
    const client = await this.#connected();
    for (const id of ids) this.#held.add(id);
    try {
      await client.query({
        name: 'lock-jobs',
        text: `select pg_advisory_lock(${lock}) from unnest($1::uuid[]) as id`,
        values: [ids],
      });
      // A new statement, so that it sees what the look that was waited for has written.
      const mine = await client.query<{ id: string }>({
        name: 'jobs-taken',
        text: `select j.id from jobs.job j join unnest($1::uuid[], $2::int[]) as taken (id, attempt) on taken.id = j.id and taken.attempt = j.retry_count where j.state = 'active'`,
        values: [ids, jobs.map((job) => job.retryCount)],
      });
      return new Set(mine.rows.map((row) => row.id));
    } catch (error) {
      await this.release(jobs);
      throw error;
    }
  }

  /** Lets go of them. */
  async release(jobs: readonly ClaimedJob[]): Promise<void> {
    const ids = jobs.map((job) => job.id);
    for (const id of ids) this.#held.delete(id);
    await this.#client
      ?.query({
        name: 'unlock-jobs',
        text: `select pg_advisory_unlock(${lock}) from unnest($1::uuid[]) as id`,
        values: [ids],
      })
      .catch(() => undefined);
  }

  /** Puts back what processes that are gone left active, and brings forward what waits for a time that is none: looks now, again shortly after, then every ten seconds. */
  keepPuttingBack(): void {
    this.#looking = this.#lookForever();
  }

  async #lookForever(): Promise<void> {
    const { signal } = this.#stopLooking;
    while (!signal.aborted) {
      try {
        await this.#bringForward();
        const alone = await this.#withoutHolder();
        if (alone.length > 0) {
          await pause(secondLookMilliseconds, undefined, { signal });
          await this.#putBack(alone);
        }
      } catch (error) {
        if (!signal.aborted)
          this.#app.log.warn('could not look for jobs of dead processes', {
            error: error instanceof Error ? error : undefined,
          });
      }
      await pause(lookEverySeconds * 1_000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  // Nothing is put off for longer than an hour: whatever waits for two was stamped while the database's clock was ahead, and would wait until then.
  async #bringForward(): Promise<void> {
    const done = await this.#app.backgroundPool.query(
      `update jobs.job set start_after = jobs.job_now() where name like 'after.%' and state in ('created', 'retry') and start_after > jobs.job_now() + interval '2 hours'`,
    );
    if (done.rowCount) this.#app.log.warn('jobs of a clock that was ahead are due now', { count: done.rowCount });
  }

  // The locks taken here end with the statement's transaction. The policy is named for the sake of its index.
  async #withoutHolder(): Promise<ClaimedJob[]> {
    const found = await this.#app.backgroundPool.query<{ id: string; retryCount: number }>(
      `with active as materialized (select id, retry_count from jobs.job where state = 'active' and policy = 'key_strict_fifo')
       select id, retry_count as "retryCount" from active where pg_try_advisory_xact_lock(${lock})`,
    );
    return found.rows;
  }

  // What is still locked by nobody goes to the head of its key again. Its next attempt counts one more, so that an answer of the old one is not heard.
  async #putBack(jobs: readonly ClaimedJob[]): Promise<void> {
    const done = await this.#app.backgroundPool.query(
      `with alone as materialized (select id, attempt from unnest($1::uuid[], $2::int[]) as seen (id, attempt) where pg_try_advisory_xact_lock(${lock}))
       update jobs.job j set state = 'retry', start_after = jobs.job_now()
         from alone where j.id = alone.id and j.retry_count = alone.attempt and j.state = 'active'`,
      [jobs.map((job) => job.id), jobs.map((job) => job.retryCount)],
    );
    if (done.rowCount) this.#app.log.info('jobs of a dead process put back', { count: done.rowCount });
  }

  #connected(): Promise<pg.Client> {
    this.#connecting ??= this.#connect().catch((error: unknown) => {
      this.#connecting = undefined;
      throw error;
    });
    return this.#connecting;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#app.settings.databaseUrl,
      application_name: 'xiangyin-job-claims',
      // Workers ask over it at the same time.
      pipeline: true,
      connectionTimeoutMillis: connectWithinMilliseconds,
      // One that has gone silent is given up, and its locks are taken anew over the next.
      query_timeout: answerWithinMilliseconds,
      ...noticesTheEnd,
    });
    client.on('error', () => undefined);
    client.on('end', () => this.#lost(client));
    await client.connect();
    this.#client = client;
    // Jobs that run on while the connection was broken are locked again before anybody looks twice.
    if (this.#held.size > 0)
      await client.query(`select pg_advisory_lock(${lock}) from unnest($1::uuid[]) as id`, [[...this.#held]]);
    return client;
  }

  #lost(client: pg.Client): void {
    if (this.#client === client) {
      this.#client = undefined;
      this.#connecting = undefined;
    }
    void this.#comeBack();
  }

  // One round of tries, however many heard of the loss: each failed try is another loss, and would begin a round of its own.
  async #comeBack(): Promise<void> {
    if (this.#isComingBack) return;
    this.#isComingBack = true;
    while (!this.#ended && !this.#client && this.#held.size > 0) {
      await pause(200);
      if (!this.#ended) await this.#connected().catch(() => undefined);
    }
    this.#isComingBack = false;
  }

  async close(): Promise<void> {
    this.#ended = true;
    this.#stopLooking.abort();
    await this.#looking;
    await (await this.#connecting?.catch(() => undefined))?.end();
  }
}
