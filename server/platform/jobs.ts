import { createRequire } from 'node:module';
import { PgBoss } from 'pg-boss';
import type { App } from './app.ts';
import { sha256 } from './canonical.ts';
import { noticesTheEnd } from './database.ts';
import type { Tx } from './transaction.ts';

/** Queue of a subscription of the kind "after". One queue each, first-in-first-out per subject. */
export const queueOf = (subscriber: string): string => `after.${subscriber}`;

/** What a job of such a queue is: an event of a county. */
export interface EventJob {
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
