import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { HubView } from '../contract.ts';

/** How many follow the county's feeds. Refuses: Forbidden (403). */
export const readHub = (ctx: Ctx, actor: Actor): Promise<HubView> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'channel.list');
    const [row] = await tx.named<HubView>(
      'portal.hub-figures',
      'select count(*)::int as subscriptions, count(due_at)::int as waiting from portal.hub_subscriptions where county_id = $1 and lease_until > $2',
      [tx.countyId, ctx.app.clock.now()],
    );
    return row ?? { subscriptions: 0, waiting: 0 };
  });
