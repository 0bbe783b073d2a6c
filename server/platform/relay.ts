import type { PgBoss } from 'pg-boss';
import type { App } from './app.ts';
import { countiesDue, dueBy, Turn } from './due.ts';
import { failpoint } from './failpoints.ts';
import { queueOf } from './jobs.ts';
import { inCounty } from './transaction.ts';
import type { Ctx, Tx } from './transaction.ts';

/** Turns waiting outbox rows of every county into jobs. Claims rows because they are there, never "id greater than the last": ids do not follow commit order. Answers how many; `wake` hears for whom. */
export async function relayOutbox(
  app: App,
  boss: PgBoss,
  wake: (subscriber: string) => void = () => undefined,
): Promise<number> {
  let relayed = 0;
  heldBack.delete(app);
  for (const county of await countiesDue(app, eventsWaiting, new Turn()))
    for (let now = -1; now !== 0; relayed += now) {
      const subscribers = await inCounty(app, county, (ctx) => relayCounty(ctx, boss));
      now = subscribers.length;
      if (now > 0) await failpoint('relay-after-commit');
      for (const subscriber of new Set(subscribers)) wake(subscriber);
    }
  return relayed;
}

const eventsWaiting = dueBy('platform.due_events');

interface WaitingEvent {
  readonly event_id: string;
  readonly subscriber: string;
  readonly subject_id: string;
}

/** So many jobs of one county wait in a queue at most while there are other counties: whoever comes behind them has so many before them, not ten thousand. The rest stays in the outbox. */
export const mostWaitingOfCounty = 200;

/** Programs whose last relay left something in the outbox for want of a share. */
export const heldBack = new WeakSet<App>();

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
