import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '#platform/app';
import { failpoint } from '#platform/failpoints';
import type { Recurring } from '#platform/jobs';
import { Slots } from '#platform/outbound/slots';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { claimDeliveries } from './claim-deliveries.ts';
import type { OwedDocument } from './claim-deliveries.ts';
import { postDocument } from './post-document.ts';
import { forgetSilent, settleDelivery } from './settle-delivery.ts';

/** Calls that one process has under way to other servers at once. */
const most = 64;
/** A turn ends after this long; what is under way goes on behind it. */
const turnMilliseconds = 1_500;
const gatherMilliseconds = 30;

const all = new WeakMap<App, Slots>();
function slotsOf(app: App): Slots {
  const known = all.get(app) ?? new Slots(most);
  all.set(app, known);
  return known;
}

/** Brings what accounts did to the servers of those who follow, each server in slots of its own. */
export const fanOut: Recurring = {
  name: 'channels.activitypub',
  everySeconds: 2,
  run: turn,
  drain: (app) => slotsOf(app).all(),
};

async function turn(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const { app, county } = ctx;
  await forgetSilent(ctx);
  const slots = slotsOf(app);
  const end = performance.now() + turnMilliseconds;
  while (!signal.aborted) {
    const room = slots.room();
    const owed = room > 0 ? await claimDeliveries(ctx, slots.busy(county.id), room) : [];
    for (const one of owed) slots.add(county.id, one.server, deliverOne(ctx, one));
    const left = end - performance.now();
    if (left <= 0 || (owed.length === 0 && slots.size === 0)) return;
    if (owed.length > 0 && slots.room() > 0) continue;
    await slots.next(left);
    await sleep(gatherMilliseconds);
  }
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
