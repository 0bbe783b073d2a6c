import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { leaveForGood } from './leave-for-good.ts';
import { tendAddress } from './tend-address.ts';
import type { TendedAddress } from './tend-address.ts';

/** Takes an address out whose letters come back: nothing is kept of it, as when its owner leaves. Refuses: NotFound (404), Forbidden (403). */
export const takeAddressOut = (ctx: Ctx, actor: Actor, request: TendedAddress): Promise<void> =>
  ctx.transaction(async (tx) => {
    const { id } = await tendAddress(tx, actor, request, 'channel.take-address-out');
    await leaveForGood(tx, actor, id);
  });
