import { endGrant, giveGrant, holdersOf } from '#access';
import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { SwapView } from '../contract.ts';
import type { ShiftRow } from './shift-queries.ts';
import { comingShifts, maySee, movesOn, swapForUpdate } from './swap-queries.ts';
import type { SwapRow } from './swap-queries.ts';
import { changedKey } from './subscriptions.ts';
import { swapStates } from './swap-states.ts';
import type { SwapState } from './swap-states.ts';

type Answer = SwapView['moves'][number];
const becomes: Readonly<Record<Answer, SwapState>> = {
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'withdrawn',
  confirm: 'confirmed',
};

/** Answers a change of places: the asked person accepts or declines, either takes it back, and somebody who arranges the watch and has no part in it confirms it or says no. Confirming ends both shifts and gives them crosswise, as that person gives every duty; the hand-over is signed by whoever then stands there.
 *  Refuses: NotFound (404), Forbidden (403), WrongState (409), ShiftChanged (409) when a shift is no longer as it was asked about, NotOnThisPost (422) when whoever would stand there has left the post. */
export async function answerSwap(
  ctx: Ctx,
  actor: Actor,
  request: { swapId: string; answer: Answer },
): Promise<SwapRow> {
  return ctx.transaction(async (tx) => {
    const swap = await swapForUpdate(tx, request.swapId);
    found(maySee(tx, actor, swap) || undefined);
    const to = becomes[request.answer];
    if (swap.state === to) return swap;
    if (!movesOn(tx, actor, swap).includes(request.answer)) {
      const isOpen = swap.state === 'asked' || swap.state === 'accepted';
      if (isOpen) refuse('Forbidden', { ability: 'duty.arrange' });
      refuse('WrongState', { noun: 'duty', state: swap.state, wanted: to });
    }
    if (to === 'confirmed' || to === 'accepted') await changePlaces(ctx, tx, actor, swap, to === 'confirmed');
    await move(tx, swapStates, swap, to, { by: actor });
    const settled = to !== 'accepted';
    await tx.named(
      'newsroom.settle-swap',
      'update newsroom.shift_swaps set settled_by = $3, settled_at = $4 where county_id = $1 and id = $2',
      [tx.countyId, swap.id, settled ? actor.id : null, settled ? tx.at : null],
    );
    await audit(tx, actor, {
      act: 'duty.answer-swap',
      noun: 'duty',
      subjectId: swap.id,
      placeId: swap.placeId,
      detail: { state: to },
    });
    await tell(tx, actor, swap, to);
    return swapForUpdate(tx, swap.id);
  });
}

// Both shifts must be as they were asked about; the roster changes only when `now`.
async function changePlaces(ctx: Ctx, tx: Tx, actor: Actor, swap: SwapRow, now: boolean): Promise<void> {
  const shifts = await comingShifts(tx, swap);
  const own = shifts.get(swap.shiftId);
  const other = swap.otherShiftId ? shifts.get(swap.otherShiftId) : undefined;
  if (own?.personId !== swap.askerId) return refuse('ShiftChanged');
  if (swap.otherShiftId && other?.personId !== swap.askedId) refuse('ShiftChanged');
  // A shift gives its role: whoever has left the post since it was asked about does not get it back this way.
  const holders = await holdersOf(tx, { roles: [swap.role], placeId: swap.placeId });
  if (!holders.includes(swap.askedId) || (other && !holders.includes(swap.askerId))) refuse('NotOnThisPost');
  if (!now) return;
  await pass(ctx, actor, own, swap.askedId);
  if (other) await pass(ctx, actor, other, swap.askerId);
}

async function pass(ctx: Ctx, actor: Actor, shift: ShiftRow, personId: string): Promise<void> {
  await endGrant(ctx, actor, shift.id);
  await giveGrant(ctx, actor, {
    personId,
    role: shift.role,
    placeId: shift.placeId,
    duty: true,
    fromAt: shift.fromAt.toISOString(),
    untilAt: shift.untilAt.toISOString(),
  });
}

async function tell(tx: Tx, actor: Actor, swap: SwapRow, to: SwapState): Promise<void> {
  const both = [swap.askerId, swap.askedId];
  const arranging =
    to === 'accepted' ? await holdersOf(tx, { roles: ['chief-editor', 'administrator'], placeId: swap.placeId }) : [];
  const personIds = [...new Set([...both, ...arranging])].filter((id) => id !== actor.id);
  await notify(tx, {
    personIds:
      to === 'accepted' ? personIds.filter((id) => id !== swap.askedId) : personIds.filter((id) => both.includes(id)),
    kind: `duty.swap-${to}`,
    subjectId: swap.id,
    href: '/console/roster',
    // Confirmed, it is the very change of shifts that would be told otherwise.
    dedupeKey: to === 'confirmed' ? changedKey(actor, tx.at) : `swap:${swap.id}:${to}`,
  });
}
