import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { tendAddress } from './tend-address.ts';
import type { TendedAddress } from './tend-address.ts';

/** Shows an address whose letters come back, whole, such as one that was mistyped; each look is on record. Refuses: NotFound (404), Forbidden (403). */
export const lookAtAddress = (ctx: Ctx, actor: Actor, request: TendedAddress): Promise<{ email: string }> =>
  ctx.transaction(async (tx) => ({ email: (await tendAddress(tx, actor, request, 'channel.see-address')).email }));
