import type { Ctx } from '#platform/transaction';

/** Longer than any call takes; what is claimed longer was left by a process that is gone. */
const claimSeconds = 30;
/** Calls to one host at once. */
const slotsOfHost = 4;

/** Takes rows whose turn it is, of each host of callbacks no more than has room (`busy`: calls under way by host). `columns`: what is wanted of a row, as `c`. */
export const claimByHost = <Row>(
  ctx: Ctx,
  { table, columns }: { readonly table: 'hub_requests' | 'hub_subscriptions'; readonly columns: string },
  busy: ReadonlyMap<string, number>,
  room: number,
): Promise<Row[]> =>
  ctx.transaction((tx) => {
    const now = ctx.app.clock.now();
    return tx.named<Row>(
      `portal.claim-${table}`,
      `update portal.${table} c set claimed_until = $6, tries = c.tries + 1 where c.county_id = $1 and (c.claimed_until is null or c.claimed_until <= $2) and c.id in (
         select d.id from (
           select q.id, q.due_at, row_number() over (partition by q.callback_host order by q.due_at, q.id) as place, ${slotsOfHost} - coalesce(b.busy, 0) as free
             from portal.${table} q left join unnest($3::text[], $4::int[]) as b (host, busy) on b.host = q.callback_host
            where q.county_id = $1 and q.due_at <= $2 and (q.claimed_until is null or q.claimed_until <= $2)
         ) d where d.place <= d.free order by d.due_at, d.id limit $5)
       returning ${columns}`,
      [tx.countyId, now, [...busy.keys()], [...busy.values()], room, new Date(now.getTime() + claimSeconds * 1_000)],
    );
  });
