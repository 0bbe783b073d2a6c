import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { retryFailedJob } from '#platform/jobs';
import { mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { JobOverview } from '../contract.ts';

/** The county's reactions in work: counts per queue and what has failed for good, newest first. */
export async function jobOverview(ctx: Ctx, actor: Actor): Promise<JobOverview> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.read');
    const queues = await tx.named<JobOverview['queues'][number]>(
      'operations.queues',
      `select name, count(*) filter (where state in ('created', 'retry'))::int as waiting, count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'failed')::int as failed
         from jobs.job where (data ->> 'county')::int = $1 and state <> 'completed' group by name order by name`,
      [tx.countyId],
    );
    const failed = await tx.named<{
      id: string;
      queue: string;
      event: string;
      attempts: number;
      output: unknown;
      at: Date;
    }>(
      'operations.failed-jobs',
      `select id, name as queue, data ->> 'event' as event, retry_count as attempts, output, coalesce(completed_on, created_on) as at from jobs.job
        where (data ->> 'county')::int = $1 and state = 'failed' order by completed_on desc limit 100`,
      [tx.countyId],
    );
    const [outbox] = await tx.named<{ n: number }>(
      'operations.outbox',
      'select count(*)::int as n from platform.outbox where county_id = $1',
      [tx.countyId],
    );
    return {
      queues,
      outboxWaiting: outbox?.n ?? 0,
      failed: failed.map(({ output, ...row }) => ({ ...row, at: row.at.toISOString(), failure: failureCode(output) })),
    };
  });
}

// The output of a failed job is an error: its name says enough, its message might quote a row.
function failureCode(output: unknown): string {
  if (output === null || typeof output !== 'object') return 'unknown';
  const named =
    'code' in output && typeof output.code === 'string'
      ? output.code
      : 'name' in output && typeof output.name === 'string'
        ? output.name
        : 'Error';
  return named.slice(0, 80);
}

/** Puts a failed job back in its queue. Refuses NotFound for another county's, WrongState (409) when it has not failed. */
export async function retryJob(ctx: Ctx, actor: Actor, id: string): Promise<JobOverview> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.retry');
    const [job] = await tx.named<{ state: string }>(
      'operations.job',
      `select state from jobs.job where id = $2 and (data ->> 'county')::int = $1`,
      [tx.countyId, id],
    );
    if (!job) refuse('NotFound');
    if (job.state !== 'failed') refuse('WrongState', { state: job.state });
    await retryFailedJob(tx, id);
    await audit(tx, actor, { act: 'job.retry', noun: 'job', subjectId: id });
    return jobOverview(ctx, actor);
  });
}
