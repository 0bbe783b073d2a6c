import type { Ctx, Tx } from '#platform/transaction';
import { dailyCalls } from './limits.ts';
import type { CountedCall } from './limits.ts';

/** The platform counts by the day of Beijing. */
export const dayThere = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Counts a call before it is made, in the database: neither a restart nor another process forgets it. False: the day's are used. */
export const spend = (ctx: Ctx, channelId: string, call: CountedCall): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const rows = await tx.named(
      'channels.wechat-spend',
      `insert into channels.wechat_calls as c (county_id, channel_id, on_day, call, calls) values ($1, $2, $3, $4, 1)
       on conflict (county_id, channel_id, on_day, call) do update set calls = c.calls + 1 where c.calls < $5 returning 1`,
      [tx.countyId, channelId, dayThere(ctx.app.clock.now()), call, dailyCalls[call]],
    );
    return rows.length > 0;
  });

/** Says how many calls were made after all: one that never left is given back (-1), and where the platform says that the day's are used, they are. */
export const recount = (ctx: Ctx, channelId: string, call: CountedCall, to: 'one less' | 'all'): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named(
      'channels.wechat-recount',
      'update channels.wechat_calls set calls = case when $5::boolean then $6 else greatest(0, calls - 1) end where county_id = $1 and channel_id = $2 and on_day = $3 and call = $4',
      [tx.countyId, channelId, dayThere(ctx.app.clock.now()), call, to === 'all', dailyCalls[call]],
    ),
  );

/** How many of the day's calls are used. */
export async function usedToday(tx: Tx, channelId: string, call: CountedCall): Promise<number> {
  const [row] = await tx.named<{ calls: number }>(
    'channels.wechat-used',
    'select calls from channels.wechat_calls where county_id = $1 and channel_id = $2 and on_day = $3 and call = $4',
    [tx.countyId, channelId, dayThere(tx.ctx.app.clock.now()), call],
  );
  return row?.calls ?? 0;
}

/** Forgets the counts of days that are long over. */
export const forgetCounts = (ctx: Ctx): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named('channels.wechat-forget', 'delete from channels.wechat_calls where county_id = $1 and on_day < $2', [
      tx.countyId,
      dayThere(new Date(ctx.app.clock.now().getTime() - 40 * 86_400_000)),
    ]),
  );
