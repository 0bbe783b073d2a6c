import type { App } from '#platform/app';

/** The reactions of every county by state (waiting, active, failed), by one look at the queue: number of the county → state → how many. A state in which none is, is left out. */
export async function jobStates(app: App): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const { rows } = await app.backgroundPool.query<{ county: number; state: string; count: number }>({
    name: 'operations.job-states',
    text: `select (data ->> 'county')::int as county, case when state in ('created', 'retry') then 'waiting' else state::text end as state, count(*)::int as count
       from jobs.job where state in ('created', 'retry', 'active', 'failed') group by 1, 2`,
  });
  const byCounty = Map.groupBy(rows, ({ county }) => county);
  return new Map(
    [...byCounty].map(([county, states]) => [county, new Map(states.map(({ state, count }) => [state, count]))]),
  );
}
