import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { kindOf } from '../kinds/registry.ts';
import type { Copy } from './copy-queries.ts';
import { turnCopy } from './turn-copy.ts';

/** Whether the channel of a copy can say what became of it. */
export const canBeAsked = ({ settings, carrier }: Pick<Copy, 'settings' | 'carrier'>): boolean =>
  settings !== null && carrier === 'program' && kindOf(settings).lookUp !== undefined;

/** A later edition came while nobody knows whether this copy arrived. Where its channel can be asked, it is asked at once, ahead of the later edition; elsewhere the copy rests, and is not sent again, until the later one stands in its place. Of a channel that is off nothing is asked before it is on again. */
export async function askAfter(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  if (copy.isOn !== true) return;
  const dueAt = canBeAsked(copy) ? tx.ctx.app.clock.now() : null;
  if (copy.state === 'failed' && dueAt === null) return;
  if (copy.state === 'failed') await turnCopy(tx, copy, 'planned', actor);
  await tx.named('channels.ask-after', 'update channels.copies set due_at = $3 where county_id = $1 and id = $2', [
    tx.countyId,
    copy.id,
    dueAt,
  ]);
}
