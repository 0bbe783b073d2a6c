import { dueBy } from '#platform/due';
import { failpoint } from '#platform/failpoints';
import type { Recurring } from '#platform/recurring';
import { fillSlots, slotsPerApp } from '#platform/outbound/slots';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { claimDeliveries } from './claim-deliveries.ts';
import type { OwedDocument } from './claim-deliveries.ts';
import { postDocument } from './post-document.ts';
import { forgetSilent, settleDelivery } from './settle-delivery.ts';

/** Calls that one process has under way to other servers at once. */
const slotsOf = slotsPerApp(64);

/** Brings what accounts did to the servers of those who follow, each server in slots of its own. */
export const fanOut: Recurring = {
  name: 'channels.activitypub',
  everySeconds: 2,
  due: dueBy('channels.due_activities'),
  countiesAtOnce: 4,
  run: turn,
  drain: (app) => slotsOf(app).all(),
};

async function turn(ctx: Ctx, signal: AbortSignal): Promise<void> {
  await forgetSilent(ctx);
  const { id } = ctx.county;
  const slots = slotsOf(ctx.app);
  await fillSlots(ctx, slots, signal, async () => {
    const owed = await claimDeliveries(ctx, slots.busy(id), slots.room(ctx));
    for (const one of owed) slots.add(id, one.server, deliverOne(ctx, one));
    return owed.length;
  });
}

// What fails in our own code is no answer: the claim runs out, and it is tried again.
const deliverOne = ({ app, county }: Ctx, owed: OwedDocument): Promise<void> =>
  inCounty(app, county, async (ctx) => {
    const posted = await postDocument(app, owed);
    await failpoint('activitypub-posted-before-settled');
    await settleDelivery(ctx, owed, posted);
  }).catch((error: unknown) =>
    app.log.error('a server of the fediverse could not be told', {
      error: error instanceof Error ? error : undefined,
      delivery: owed.id,
    }),
  );
