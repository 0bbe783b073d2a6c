import { grantAdded, grantEnded } from '#access';
import { notify } from '#notices';
import { after } from '#platform/events';
import type { Event, Subscription } from '#platform/events';
import type { Ctx } from '#platform/transaction';
import { rosterHref } from './roster-href.ts';
import { shiftOf } from './shift-queries.ts';

/** The same for all that one act does to the shifts of a person, so that a rotation of twenty shifts is told once. */
export const changedKey = (actor: { id: string }, at: Date): string => `duty-changed:${actor.id}:${at.toISOString()}`;

// What has passed is no news, and nobody is told what they did themselves.
async function tellShift(
  ctx: Ctx,
  { actor, at, payload }: Event<{ grantId: string; personId: string }>,
): Promise<void> {
  if (payload.personId === actor.id) return;
  await ctx.transaction(async (tx) => {
    const shift = await shiftOf(tx, payload.grantId);
    if (!shift || (shift.untilAt < tx.at && shift.untilAt < at)) return;
    await notify(tx, {
      personIds: [shift.personId],
      kind: 'duty.changed',
      subjectId: shift.id,
      href: rosterHref,
      dedupeKey: changedKey(actor, at),
    });
  });
}

/** Whoever is put on duty, or whose shift ends otherwise than planned, hears of it. */
export const rosterSubscriptions: readonly Subscription[] = [
  after(grantAdded, 'newsroom.tell-shift-given', (ctx, event) => tellShift(ctx, event)),
  after(grantEnded, 'newsroom.tell-shift-ended', (ctx, event) => tellShift(ctx, event)),
];
