import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { retryFailedJob } from '#platform/jobs';
import { mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { JobOverview } from '../contract.ts';

/** The county's reactions in work: how many wait, run and failed in each queue. */
export async function jobOverview(ctx: Ctx, actor: Actor): Promise<JobOverview> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.read');
    const queues = await tx.named<JobOverview['queues'][number]>(
      'operations.queues',
      `select name, count(*) filter (where state in ('created', 'retry'))::int as waiting, count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'failed')::int as failed
         from jobs.job where (data ->> 'county')::int = $1 and state <> 'completed' group by name order by name`,
      [tx.countyId],
    );
    const [outbox] = await tx.named<{ n: number }>(
      'operations.outbox',
      'select count(*)::int as n from platform.outbox where county_id = $1',
      [tx.countyId],
    );
    return { queues, outboxWaiting: outbox?.n ?? 0 };
  });
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
