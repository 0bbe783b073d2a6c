import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { hooksOf } from './hook-queries.ts';
import type { HookRow } from './hook-queries.ts';
import { dutyHook, ownHook } from './read-hooks.ts';

/** Removes a hook of one's own with all that waited for it. Refuses: NotFound (404). */
export const dropOwnHook = (ctx: Ctx, actor: Actor, id: string): Promise<void> =>
  ctx.transaction(async (tx) => drop(tx, actor, await ownHook(tx, actor, id)));

/** Removes a hook of duties with all that waited for it. Refuses: NotFound (404), Forbidden (403). */
export const dropDutyHook = (ctx: Ctx, actor: Actor, id: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const hook = await dutyHook(tx, id);
    must(tx, actor, 'notice-hook.arrange', hook);
    await drop(tx, actor, hook);
  });

/** Removes all hooks of somebody: who else had their account may have added one, and would go on being told. */
export async function dropHooksOf(tx: Tx, actor: Actor, personId: string): Promise<void> {
  for (const hook of await hooksOf(tx, personId)) await drop(tx, actor, hook);
}

async function drop(tx: Tx, actor: Actor, { id, placeId }: HookRow): Promise<void> {
  await tx.named('notices.drop-posts', 'delete from notices.posts where county_id = $1 and hook_id = $2', [
    tx.countyId,
    id,
  ]);
  await tx.named('notices.drop-hook', 'delete from notices.hooks where county_id = $1 and id = $2', [tx.countyId, id]);
  await audit(tx, actor, { act: 'notice-hook.drop', noun: 'notice-hook', subjectId: id, placeId });
}
