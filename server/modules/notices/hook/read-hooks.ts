import { placeById, placeName } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn, may, mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { HookView } from '../contract.ts';
import { hookById, hooksOf } from './hook-queries.ts';
import type { HookRow } from './hook-queries.ts';

/** One's own hooks. */
export const ownHooks = (ctx: Ctx, actor: Actor): Promise<{ items: HookView[] }> =>
  ctx.transaction(async (tx) => ({ items: (await hooksOf(tx, actor.id)).map((row) => hookView(tx, actor, row)) }));

/** Hooks of duties, of the places that the asker arranges them for. */
export const dutyHooks = (ctx: Ctx, actor: Actor): Promise<{ items: HookView[] }> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'notice-hook.list');
    const rows = await hooksOf(tx, null);
    return {
      items: rows.filter((row) => may(tx, actor, 'notice-hook.list', row)).map((row) => hookView(tx, actor, row)),
    };
  });

/** One's own hook. Refuses: NotFound (404) for anybody else's. */
export async function ownHook(tx: Tx, actor: Actor, id: string): Promise<HookRow> {
  const hook = await hookById(tx, id);
  if (hook.personId !== actor.id) refuse('NotFound');
  return hook;
}

/** A hook of duties. Refuses: NotFound (404) for somebody's own. */
export async function dutyHook(tx: Tx, id: string): Promise<HookRow> {
  const hook = await hookById(tx, id);
  if (hook.personId !== null) refuse('NotFound');
  return hook;
}

/** A hook as its arranger sees it: never its address or secret. */
export function hookView(tx: Tx, actor: Actor, row: HookRow): HookView {
  const place = row.placeId === null ? undefined : placeById(tx, row.placeId);
  const { personId, ...shown } = row;
  return {
    ...shown,
    placeName: place ? placeName(place, tx.ctx.language) : null,
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
    madeAt: row.madeAt.toISOString(),
    abilities: personId === null ? abilitiesOn(tx, actor, 'notice-hook', row) : ['notice-hook.arrange'],
  };
}
