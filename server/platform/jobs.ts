import { createRequire } from 'node:module';
import { PgBoss } from 'pg-boss';
import type { JobResult } from 'pg-boss';
import type { App } from './app.ts';
import { sha256 } from './canonical.ts';
import type { ClockWatch } from './clock-watch.ts';
import type { County } from './county.ts';
import { noticesTheEnd } from './database.ts';
import { dueBy, Turn } from './due.ts';
import type { Due } from './due.ts';
import type { AfterSubscription, Event } from './events.ts';
import { failpoint } from './failpoints.ts';
import type { JobClaims } from './job-claims.ts';
import { inCounty, tracedInCounty } from './transaction.ts';
import type { Ctx, Tx } from './transaction.ts';

/** Work that recurs, county by county: `everySeconds` apart, in the worker role, one process at a time. It sweeps rows whose due_at has passed. */
export interface Recurring {
  readonly name: string;
  readonly everySeconds: number;
  /** Its first turn comes some seconds after the start, not after a whole round. */
  readonly soonAfterStart?: boolean;
  /** Which counties a turn visits; left out, all. What comes round every minute or oftener says it: asking each county for itself is what many idle ones cost. */
  readonly due?: Due;
  /** `signal`: the program stops; long work ends where it can. `turn`: the same for all counties of a turn. */
  run(ctx: Ctx, signal: AbortSignal, turn: Turn): Promise<void>;
  /** So many counties have their turns side by side: for work that mostly waits for other machines. One unless said. */
  readonly countiesAtOnce?: number;
  /** Goes on while the disk is nearly full (`Room`), since it tells somebody of it. */
  readonly withoutRoom?: boolean;
  /** Publishes, forgets or closes because its time has come, which cannot be taken back: it waits while the clock is not to be believed (`ClockWatch`). */
  readonly cannotBeUndone?: boolean;
  /** Waits for what its turns left under way, before the program stops. */
  drain?(app: App): Promise<void>;
}

/** Queue of a subscription of the kind "after". One queue each, first-in-first-out per subject. */
const queueOf = (subscriber: string): string => `after.${subscriber}`;

interface EventJob {
  county: number;
  event: string;
}

/** What the job tables are made for, in a line: the version of the queue's program, and the subscribers. */
export const jobTablesFor = (subscribers: readonly string[]): string =>
  `pg-boss ${queueVersion}, ${subscribers.length} queues ${sha256(subscribers.toSorted().join(' ')).slice(0, 16)}`;

const { version: queueVersion } = createRequire(import.meta.url)('pg-boss/package.json') as { version: string };

/** Creates or upgrades the job tables; the owner does this while migrating. */
export async function migrateJobs(ownerUrl: string, subscribers: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'jobs', supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  for (const subscriber of subscribers) await makeQueue(boss, queueOf(subscriber));
  await boss.stop({ graceful: false });
}

async function makeQueue(boss: PgBoss, name: string): Promise<void> {
  if (await boss.getQueue(name)) return;
  await boss.createQueue(name, {
    policy: 'key_strict_fifo',
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 300,
    deleteAfterSeconds: 7 * 86_400,
  });
}

// What a job does is asked over other connections: here only the queue itself is. The driver takes it; the queue does not know of it.
const queueConnection = { ...noticesTheEnd, query_timeout: 60_000 } as const;

/** Opens the queue for the app role (never migrates). */
export async function openJobs(app: App, options: { work: boolean }): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: app.settings.databaseUrl,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    max: 4,
    ...queueConnection,
    supervise: options.work,
    schedule: false,
    useListenNotify: false,
    application_name: 'xiangyin-jobs',
    reindex: false,
  });
  boss.on('error', (error) => app.log.error('job queue', { error: error instanceof Error ? error : undefined }));
  await boss.start();
  return boss;
}

/** What is tried again, or was relayed by another process, is found so often: by one question for all queues. */
const lookEveryMilliseconds = 1_000;
/** A worker that nobody tells asks so often by itself. */
const askAnywaySeconds = 60;

/** Works every "after" subscription. A job names its event; `platform.handled` makes a second delivery harmless inside our database. `claims` holds what runs here.
 *  Answers how to tell a subscriber that something waits for it. */
export async function workSubscriptions(
  app: App,
  boss: PgBoss,
  claims: JobClaims,
): Promise<(subscriber: string) => void> {
  const workers = new Map<string, string>();
  const wake = (subscriber: string): void => boss.notifyWorker(workers.get(subscriber) ?? '');
  for (const one of app.bus.allAfter()) {
    const worker = await boss.work<EventJob>(
      queueOf(one.name),
      { batchSize: 20, pollingIntervalSeconds: askAnywaySeconds, burstWhenBatchFull: true, perJobResults: true },
      async (jobs) => {
        const mine = await claims.take(jobs);
        try {
          const results: JobResult[] = [];
          for (const job of jobs)
            if (mine.has(job.id)) results.push(await resultOf(job.id, () => reactOnce(app, one, job.data)));
          return results;
        } finally {
          await claims.release(jobs);
          // Of one subject only the first is given out: the next may wait already.
          wake(one.name);
          if (heldBack.has(app)) app.relaySoon();
        }
      },
    );
    workers.set(one.name, worker);
  }
  const looking = setInterval(() => void wakeWaiting(app, [...workers.keys()], wake), lookEveryMilliseconds);
  boss.once('stopped', () => clearInterval(looking));
  return wake;
}

// A database that is away is asked again in a second.
async function wakeWaiting(app: App, subscribers: string[], wake: (subscriber: string) => void): Promise<void> {
  await app.rightOfWay.give();
  const waiting = await app.backgroundPool
    .query<{ subscriber: string }>({
      name: 'platform.waiting-queues',
      text: `select subscriber from unnest($1::text[], $2::text[]) as one (subscriber, queue)
        where exists (select 1 from jobs.job j where j.name = queue and j.state < 'active' and not j.blocked and j.start_after <= now())`,
      values: [subscribers, subscribers.map(queueOf)],
    })
    .catch(() => undefined);
  for (const { subscriber } of waiting?.rows ?? []) wake(subscriber);
}

// One that fails must not spend the tries of those that came with it.
async function resultOf(id: string, work: () => Promise<void>): Promise<JobResult> {
  try {
    await work();
    return { id, status: 'completed' };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { id, status: 'failed', output: { name, message, stack } };
  }
}

async function reactOnce(app: App, subscription: AfterSubscription, job: EventJob): Promise<void> {
  const county = app.counties.byId(job.county);
  if (!county) return putBack(app, subscription, job);
  await tracedInCounty(app, county, queueOf(subscription.name), async (ctx) => {
    const event = await ctx.transaction(async (tx) => {
      const [done] = await tx.named(
        'platform.is-handled',
        'select 1 from platform.handled where county_id = $1 and subscriber = $2 and event_id = $3',
        [county.id, subscription.name, job.event],
      );
      if (done) return undefined;
      const [row] = await tx.named<Event>(
        'platform.event',
        'select id, name, subject_id as "subjectId", payload, actor, at from platform.events where county_id = $1 and id = $2',
        [county.id, job.event],
      );
      return row;
    });
    if (!event) return;
    await failpoint(`before-reaction-${subscription.name}`);
    await subscription.react(ctx, event);
    await failpoint(`after-reaction-${subscription.name}`);
    await ctx.transaction((tx) =>
      tx.named(
        'platform.handle',
        'insert into platform.handled (county_id, subscriber, event_id) values ($1, $2, $3) on conflict do nothing',
        [county.id, subscription.name, job.event],
      ),
    );
  });
}

// The county is closed: what it still has to do waits in its outbox, which nobody relays, until it is opened again or taken elsewhere.
async function putBack(app: App, { name }: AfterSubscription, { county, event }: EventJob): Promise<void> {
  const client = await app.backgroundPool.connect();
  try {
    await client.query(`begin; set local app.county = ${Math.trunc(county)}`);
    const { rows } = await client.query<{ subject: string }>(
      'select subject_id as subject from platform.events where county_id = $1 and id = $2',
      [county, event],
    );
    for (const { subject } of rows)
      await client.query(
        'insert into platform.outbox (county_id, event_id, subscriber, subject_id) values ($1, $2, $3, $4) on conflict do nothing',
        [county, event, name, subject],
      );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Turns waiting outbox rows of every county into jobs. Claims rows because they are there, never "id greater than the last": ids do not follow commit order. Answers how many; `wake` hears for whom. */
export async function relayOutbox(
  app: App,
  boss: PgBoss,
  wake: (subscriber: string) => void = () => undefined,
): Promise<number> {
  let relayed = 0;
  heldBack.delete(app);
  for (const county of await countiesOf(app, eventsWaiting, new Turn()))
    for (let now = -1; now !== 0; relayed += now) {
      const subscribers = await inCounty(app, county, (ctx) => relayCounty(ctx, boss));
      now = subscribers.length;
      if (now > 0) await failpoint('relay-after-commit');
      for (const subscriber of new Set(subscribers)) wake(subscriber);
    }
  return relayed;
}

const eventsWaiting = dueBy('platform.due_events');

// In the order of their numbers. A closed one, or one that this process does not answer for yet, is none.
async function countiesOf(app: App, due: Due | undefined, turn: Turn): Promise<County[]> {
  const numbers = await due?.(app, turn);
  return app.counties.all().filter(({ id }) => numbers?.has(id) ?? true);
}

interface WaitingEvent {
  readonly event_id: string;
  readonly subscriber: string;
  readonly subject_id: string;
}

/** So many jobs of one county wait in a queue at most while there are other counties: whoever comes behind them has so many before them, not ten thousand. The rest stays in the outbox. */
export const mostWaitingOfCounty = 200;

/** Programs whose last relay left something in the outbox for want of a share. */
const heldBack = new WeakSet<App>();

/** The first waiting event of each subject, for the subscribers that have room for more of the county. */
async function waitingWithinShare(tx: Tx): Promise<WaitingEvent[]> {
  const { app } = tx.ctx;
  const found = await waitingEvents(tx, []);
  if (found.length === 0 || app.counties.isOnly(tx.countyId)) return found;
  const room = await roomInQueues(tx);
  const full = [...room].flatMap(([subscriber, left]) => (left <= 0 ? [subscriber] : []));
  const waiting = full.length === 0 ? found : await waitingEvents(tx, full);
  const rows = waiting.filter(({ subscriber }) => {
    const left = room.get(subscriber) ?? mostWaitingOfCounty;
    room.set(subscriber, left - 1);
    return left > 0;
  });
  if (full.length > 0 || rows.length < waiting.length) heldBack.add(app);
  return rows;
}

const waitingEvents = (tx: Tx, except: readonly string[]): Promise<WaitingEvent[]> =>
  tx.named<WaitingEvent>(
    'platform.relay-waiting',
    'select distinct on (subscriber, subject_id) event_id, subscriber, subject_id from platform.outbox where county_id = $1 and subscriber <> all($2::text[]) order by subscriber, subject_id, event_id limit 500',
    [tx.countyId, except],
  );

// What is to be tried again later stands in nobody's way.
async function roomInQueues(tx: Tx): Promise<Map<string, number>> {
  const waiting = await tx.named<{ queue: string; n: number }>(
    'platform.waiting-of-county',
    `select name as queue, count(*)::int as n from jobs.job where name = any($1) and state < 'active' and not blocked and start_after <= now() and starts_with(singleton_key, $2) group by name`,
    [tx.ctx.app.bus.allAfter().map(({ name }) => queueOf(name)), `${tx.countyId}:`],
  );
  return new Map(waiting.map(({ queue, n }) => [queue.slice('after.'.length), mostWaitingOfCounty - n]));
}

// The queue orders jobs of one subject by the time of the transaction that made them alone, so a pass takes only the first waiting event of each subject.
function relayCounty(ctx: Ctx, boss: PgBoss): Promise<string[]> {
  return ctx.transaction(async (tx) => {
    const [lock] = await tx.named<{ got: boolean }>(
      'platform.relay-lock',
      'select pg_try_advisory_xact_lock(771002, $1) as got',
      [tx.countyId],
    );
    if (!lock?.got) return [];
    const rows = await waitingWithinShare(tx);
    if (rows.length === 0) return [];
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: (await tx.client.query(text, values)).rows }),
    };
    for (const row of rows)
      await boss.send(
        queueOf(row.subscriber),
        { county: tx.countyId, event: row.event_id },
        { db, singletonKey: `${tx.countyId}:${row.subject_id}` },
      );
    await failpoint('relay-before-delete');
    await tx.named(
      'platform.relayed',
      'delete from platform.outbox where county_id = $1 and (event_id, subscriber) in (select * from unnest($2::uuid[], $3::text[]))',
      [tx.countyId, rows.map((row) => row.event_id), rows.map((row) => row.subscriber)],
    );
    return rows.map((row) => row.subscriber);
  });
}

/** Puts a failed job of the transaction's county back in its queue with three more tries, at once by the clock of the queue, which is the database's. */
export async function retryFailedJob(tx: Tx, id: string): Promise<void> {
  await tx.named(
    'platform.retry-job',
    `update jobs.job set state = 'retry', retry_limit = retry_count + 3, start_after = jobs.job_now(), completed_on = null where id = $2 and (data ->> 'county')::int = $1 and state = 'failed'`,
    [tx.countyId, id],
  );
}

/** For a backup: the outbox as one question, with what the queue still has to do put back in it. The queue itself is then nothing to keep: a reaction that ran already is known by `platform.handled`. What failed for good is tried again. */
export const waitingReactions = (columns: readonly string[]): string =>
  `select ${columns.join(', ')} from (
     select county_id, event_id, subscriber, subject_id from platform.outbox
     union
     select e.county_id, e.id, substr(j.name, 7), e.subject_id from jobs.job j
       join platform.events e on e.county_id = (j.data ->> 'county')::integer and e.id = (j.data ->> 'event')::uuid
      where j.name like 'after.%' and j.state in ('created', 'retry', 'active', 'failed')) waiting`;

/** Empties the queue by the owner's connection: the installation begins anew. */
export const forgetAllJobs = (owner: { query(text: string): Promise<unknown> }): Promise<unknown> =>
  owner.query('delete from jobs.job');

const soonMilliseconds = 8_000;
/** So soon after the clock is believed again what waited for that has its turn. */
const lookMilliseconds = 1_000;
/** Over so long the beginnings of what recurs are spread. */
const spreadMilliseconds = 2_000;

/** Runs recurring work forever until `stopped`; each kind alone, so a slow one delays no other; while `watch` doubts the clock, none that cannot be undone: what had its turn then has it as soon as the doubt ends. They begin spread over their time: what comes round together takes the processor together. */
export function runRecurring(
  app: App,
  recurring: readonly Recurring[],
  watch: Pick<ClockWatch, 'isDoubtful'>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  const waiting = new Set<() => void>();
  for (const [at, one] of recurring.entries()) {
    let busy = false;
    const takeTurn = (): void => {
      if (busy || stopping.signal.aborted) return;
      if (one.cannotBeUndone && watch.isDoubtful) return void waiting.add(takeTurn);
      waiting.delete(takeTurn);
      busy = true;
      const turn = turnInOrder(app, one, stopping.signal).finally(() => {
        busy = false;
        running.delete(turn);
      });
      running.add(turn);
    };
    const every = one.everySeconds * 1_000;
    const begin = (): void => {
      takeTurn();
      timers.push(setInterval(takeTurn, every));
    };
    timers.push(setTimeout(begin, every + (Math.min(every, spreadMilliseconds) * at) / recurring.length));
    if (one.soonAfterStart) timers.push(setTimeout(takeTurn, soonMilliseconds));
  }
  const takeUp = (): void => {
    if (waiting.size > 0 && !watch.isDoubtful) for (const takeTurn of waiting) takeTurn();
  };
  timers.push(setInterval(takeUp, lookMilliseconds));
  return {
    async stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
      await Promise.allSettled(recurring.map((one) => one.drain?.(app)));
    },
  };
}

async function turnInOrder(app: App, recurring: Recurring, signal: AbortSignal): Promise<void> {
  await app.rightOfWay.give();
  if (!signal.aborted) await runTurn(app, recurring, signal);
}

/** One turn of a recurring job through the counties that have something due. Exported for tests, which set the clock and call it. */
export async function runTurn(
  app: App,
  recurring: Recurring,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const turn = new Turn();
  const waiting = await countiesOf(app, recurring.due, turn).catch((error: unknown) => {
    app.log.error('it could not be seen what is due', {
      job: recurring.name,
      error: error instanceof Error ? error : undefined,
    });
    return [];
  });
  const lane = async (): Promise<void> => {
    for (let county = waiting.shift(); county && !signal.aborted; county = waiting.shift())
      await turnOf(app, county, recurring, signal, turn);
  };
  await Promise.all(Array.from({ length: recurring.countiesAtOnce ?? 1 }, lane));
}

async function turnOf(app: App, county: County, recurring: Recurring, signal: AbortSignal, turn: Turn): Promise<void> {
  try {
    await tracedInCounty(app, county, recurring.name, (ctx) => recurring.run(ctx, signal, turn));
  } catch (error) {
    app.log.error('recurring work failed', {
      job: recurring.name,
      county: county.id,
      error: error instanceof Error ? error : undefined,
    });
  }
}
