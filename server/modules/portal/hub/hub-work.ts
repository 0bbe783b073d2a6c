import type { App } from '#platform/app';
import { dueBy } from '#platform/due';
import type { Recurring } from '#platform/recurring';
import { fillSlots, slotsPerApp } from '#platform/outbound/slots';
import type { Slots } from '#platform/outbound/slots';
import type { Ctx } from '#platform/transaction';
import { claimIntents, verifyIntent } from './verify-intent.ts';
import { claimFeeds, feedsOnce, sendChanged } from './send-changed.ts';

/** Calls that one process has under way for its hubs at once. */
const slotsOf = slotsPerApp(64);

/** The hub's work by the clock: asks callbacks whether they meant it, and sends what changed; each host of callbacks in slots of its own. */
export const hubWork: Recurring = {
  name: 'portal.hub',
  everySeconds: 2,
  due: dueBy('portal.due_calls'),
  countiesAtOnce: 4,
  run: turn,
  drain: (app) => slotsOf(app).all(),
};

async function turn(ctx: Ctx, signal: AbortSignal): Promise<void> {
  await forgetEnded(ctx);
  const slots = slotsOf(ctx.app);
  await fillSlots(ctx, slots, signal, () => begin(ctx, slots));
}

async function begin(ctx: Ctx, slots: Slots): Promise<number> {
  const { app, county } = ctx;
  const asked = await claimIntents(ctx, slots.busy(county.id), slots.room(ctx));
  for (const one of asked) slots.add(county.id, one.callbackHost, logged(app, verifyIntent(app, county, one)));
  const changed = slots.room(ctx) > 0 ? await claimFeeds(ctx, slots.busy(county.id), slots.room(ctx)) : [];
  // What is claimed from here on is read after its claim, so it holds all that was owed.
  const feeds = feedsOnce(app, county);
  for (const one of changed) slots.add(county.id, one.callbackHost, logged(app, sendChanged(app, county, one, feeds)));
  return asked.length + changed.length;
}

const logged = (app: App, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) =>
    app.log.error('the hub could not finish a call', { error: error instanceof Error ? error : undefined }),
  );

const forgetEnded = (ctx: Ctx): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named('portal.hub-ended', 'delete from portal.hub_subscriptions where county_id = $1 and lease_until <= $2', [
      tx.countyId,
      ctx.app.clock.now(),
    ]),
  );
