import type { JobResult, PgBoss } from 'pg-boss';
import type { App } from './app.ts';
import type { AfterSubscription, Event } from './events.ts';
import { failpoint } from './failpoints.ts';
import type { JobClaims } from './job-claims.ts';
import { queueOf } from './jobs.ts';
import type { EventJob } from './jobs.ts';
import { heldBack } from './relay.ts';
import { tracedInCounty } from './transaction.ts';

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
