import type { Tx } from '#platform/transaction';

/** The county's reactions by state: waiting, active, failed. A state in which none is, is left out. */
export const jobStates = (tx: Tx): Promise<{ state: string; count: number }[]> =>
  tx.named<{ state: string; count: number }>(
    'operations.job-states',
    `select case when state in ('created', 'retry') then 'waiting' else state::text end as state, count(*)::int as count
       from jobs.job where (data ->> 'county')::int = $1 and state in ('created', 'retry', 'active', 'failed') group by 1`,
    [tx.countyId],
  );
