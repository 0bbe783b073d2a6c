import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { HookView } from '../contract.ts';
import { hookById } from './hook-queries.ts';
import type { HookRow } from './hook-queries.ts';
import { planPost } from './plan-posts.ts';
import { dutyHook, hookView, ownHook } from './read-hooks.ts';

/** Sends a message that says it is a test; how it ended stands on the hook a moment later. Refuses: NotFound (404). */
export const testOwnHook = (ctx: Ctx, actor: Actor, id: string): Promise<HookView> =>
  ctx.transaction(async (tx) => ask(tx, actor, await ownHook(tx, actor, id)));

/** As `testOwnHook`, for a hook of duties. Refuses also: Forbidden (403). */
export const testDutyHook = (ctx: Ctx, actor: Actor, id: string): Promise<HookView> =>
  ctx.transaction(async (tx) => {
    const hook = await dutyHook(tx, id);
    must(tx, actor, 'notice-hook.arrange', hook);
    return ask(tx, actor, hook);
  });

async function ask(tx: Tx, actor: Actor, { id, personId, placeId }: HookRow): Promise<HookView> {
  const href = personId === null ? '/console/notice-hooks' : '/console/preferences';
  const test = { kind: 'notice-hook.test', href, dedupeKey: `test:${newId<'test'>()}` };
  await planPost(tx, id, test, tx.at);
  await audit(tx, actor, { act: 'notice-hook.test', noun: 'notice-hook', subjectId: id, placeId });
  return hookView(tx, actor, await hookById(tx, id));
}
