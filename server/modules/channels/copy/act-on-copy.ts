import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import type { CopyAct } from '../contract.ts';
import { giveUpCopy } from './give-up-copy.ts';
import { retryCopy } from './retry-copy.ts';

/** Does one act of a batch by the verb it names; what was given up can be sent again as long as its channel is on, and a recall be taken up again. Refuses what the verb refuses. */
export async function actOnCopy(ctx: Ctx, actor: Actor, act: CopyAct): Promise<CopyAct | null> {
  if (act.do === 'retry') {
    await retryCopy(ctx, actor, act.id);
    return null;
  }
  const given = await giveUpCopy(ctx, actor, act.id);
  return given.abilities.includes('copy.retry') ? { do: 'retry', id: act.id } : null;
}
