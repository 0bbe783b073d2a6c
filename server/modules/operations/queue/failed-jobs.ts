import type { Actor } from '#platform/actor';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { FailedJobList, FailedJobQuery } from '../contract.ts';

interface Row {
  id: string;
  queue: string;
  event: string;
  attempts: number;
  failure: string;
  at: Date;
  total: number;
}

// The output of a failed job is an error: its code or name says enough, its message might quote a row.
const failure = `left(case when jsonb_typeof(output) is distinct from 'object' then 'unknown'
  when jsonb_typeof(output -> 'code') = 'string' then output ->> 'code'
  when jsonb_typeof(output -> 'name') = 'string' then output ->> 'name' else 'Error' end, 80)`;
// Jobs carry microseconds and cursors milliseconds: what is compared is cut to the same.
const at = `date_trunc('milliseconds', coalesce(completed_on, created_on))`;

/** The county's reactions that failed for good, by when they did. */
export async function failedJobs(ctx: Ctx, actor: Actor, asked: FailedJobQuery): Promise<FailedJobList> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.read');
    const [past, direction] = asked.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
    const after = asked.after === undefined ? null : readTimeCursor(asked.after);
    const rows = await tx.named<Row>(
      `operations.failed-jobs-${asked.sort}`,
      `with wanted as (
         select id, name as queue, coalesce(data ->> 'event', '') as event, retry_count as attempts, ${failure} as failure, ${at} as at
           from jobs.job where (data ->> 'county')::int = $1 and state = 'failed'),
       matching as (
         select * from wanted where ($2::text is null or queue = $2)
            and ($3::text is null or strpos(lower(queue || ' ' || event || ' ' || failure), lower($3)) > 0))
       select m.*, (select count(*)::int from matching) as total from matching m
        where $4::timestamptz is null or (m.at, m.id) ${past} ($4, $5::uuid) order by m.at ${direction}, m.id ${direction} limit $6`,
      [tx.countyId, asked.queue ?? null, asked.q ?? null, after?.at ?? null, after?.id ?? null, asked.limit + 1],
    );
    const items = rows.slice(0, asked.limit).map(({ total: _total, ...row }) => ({ ...row, at: row.at.toISOString() }));
    const last = items.at(-1);
    return {
      items,
      next: rows.length > asked.limit && last ? cursorOf(last.at, last.id) : null,
      total: rows[0]?.total ?? 0,
    };
  });
}
