import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import type { Ctx } from '#platform/transaction';
import type { WaitingList } from '../contract.ts';

/** Everything that waits for the person, from every module: what is due first, first. */
export async function waitingForMe(ctx: Ctx, actor: Actor): Promise<WaitingList> {
  return ctx.transaction(async (tx) => {
    const items: Waiting[] = [];
    for (const module of ctx.app.modules) items.push(...((await module.waiting?.(tx, actor)) ?? []));
    const due = (one: Waiting): number => one.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
    return {
      items: items
        .toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0))
        .map((one) => ({ ...one, dueAt: one.dueAt?.toISOString() ?? null })),
    };
  });
}
