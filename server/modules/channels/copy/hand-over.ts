import { systemActor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { copyForUpdate } from './copy-queries.ts';
import { turnCopy } from './turn-copy.ts';

const by = systemActor('channels');
const atOnce = 100;

/** Hands copies that a person brings to their place over to them, once their pause is over. */
export async function handOver(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const due = await tx.named<{ id: string }>(
      'channels.to-hand-over',
      `select id from channels.copies where county_id = $1 and due_at <= $2 and channel = 'manual' and state = 'waiting' order by due_at limit $3`,
      [tx.countyId, ctx.app.clock.now(), atOnce],
    );
    for (const { id } of due) {
      const copy = await copyForUpdate(tx, id);
      if (copy?.state === 'waiting') await turnCopy(tx, copy, 'manual', by);
    }
  });
}
