import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import { together } from '#platform/together';
import type { Ctx } from '#platform/transaction';
import type { WaitingList } from '../contract.ts';

const nothing: Promise<Waiting[]> = Promise.resolve([]);

/** Everything that waits for the person, from every module: what is due first, first. */
export async function waitingForMe(ctx: Ctx, actor: Actor): Promise<WaitingList> {
  return ctx.transaction(async (tx) => {
    const items = await together(...ctx.app.modules.map((module) => module.waiting?.(tx, actor) ?? nothing));
    const due = (one: Waiting): number => one.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
    return {
      items: items
        .flat()
        .toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0))
        .map((one) => ({ ...one, dueAt: one.dueAt?.toISOString() ?? null })),
    };
  });
}
