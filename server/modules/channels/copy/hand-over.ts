import { systemActor } from '#platform/actor';
import type { Ctx, Tx } from '#platform/transaction';
import { handedOverToday, holdForQuota } from '../send/quota.ts';
import { copyForUpdate } from './copy-queries.ts';
import { turnCopy } from './turn-copy.ts';

const by = systemActor('channels');
const atOnce = 100;

/** Hands copies that a person brings to their place over to them, once their pause is over and the day has room for them. */
export async function handOver(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const due = await tx.named<{ id: string; dailyLimit: number | null }>(
      'channels.to-hand-over',
      `select k.id, h.daily_limit as "dailyLimit" from channels.copies k join channels.channels h on h.county_id = k.county_id and h.id = k.channel_id
        where k.county_id = $1 and k.due_at <= $2 and h.carrier = 'person' and h.is_on and k.state in ('planned', 'waiting') order by k.due_at, k.id limit $3`,
      [tx.countyId, ctx.app.clock.now(), atOnce],
    );
    for (const { id, dailyLimit } of due) await handOverOne(tx, id, dailyLimit);
  });
}

async function handOverOne(tx: Tx, id: string, dailyLimit: number | null): Promise<void> {
  const copy = await copyForUpdate(tx, id);
  if (!copy?.channelId || (copy.state !== 'planned' && copy.state !== 'waiting')) return;
  if (dailyLimit !== null && (await handedOverToday(tx, copy.channelId)) >= dailyLimit) return holdForQuota(tx, copy);
  await turnCopy(tx, copy, 'manual', by);
}
