import { holdersOf } from '#access';
import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { found, refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { NewSwap } from '../contract.ts';
import { shiftsWithin } from './shift-queries.ts';
import type { ShiftRow } from './shift-queries.ts';
import { comingShifts, swapForUpdate } from './swap-queries.ts';
import type { SwapRow } from './swap-queries.ts';
import { swapStates } from './swap-states.ts';

/** 换班: asks a colleague of the same post to take a coming shift of one's own, for one of theirs or for none. Nothing of the roster changes by asking. Refuses: NotFound (404) for a shift that is not one's own or has begun, NotOnThisPost (422) for whoever cannot stand there or a shift that is not theirs, SwapAsked (409) for a shift already asked about. */
export async function askSwap(ctx: Ctx, actor: Actor, request: NewSwap): Promise<SwapRow> {
  return ctx.transaction(async (tx) => {
    const shift = await ownComingShift(tx, actor, request.shiftId);
    await mustStandThere(tx, shift, request);
    const id = newId<'swap'>();
    const made = await tx.named(
      'newsroom.ask-swap',
      `insert into newsroom.shift_swaps (county_id, id, state, role, place_id, shift_id, other_shift_id, asker_id, asked_id, note, asked_at) values ($1, $2, 'asked', $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict do nothing returning 1`,
      [
        tx.countyId,
        id,
        shift.role,
        shift.placeId,
        shift.id,
        request.otherShiftId,
        actor.id,
        request.askedId,
        request.note,
        tx.at,
      ],
    );
    if (made.length === 0) refuse('SwapAsked');
    await begin(tx, swapStates, id, { by: actor });
    await audit(tx, actor, { act: 'duty.ask-swap', noun: 'duty', subjectId: id, placeId: shift.placeId });
    await notify(tx, {
      personIds: [request.askedId],
      kind: 'duty.swap-asked',
      subjectId: id,
      href: '/console/roster',
      dedupeKey: `swap:${id}:asked`,
    });
    return swapForUpdate(tx, id);
  });
}

async function ownComingShift(tx: Tx, actor: Actor, id: string): Promise<ShiftRow> {
  const year = { fromAt: tx.at, untilAt: new Date(tx.at.getTime() + 366 * 86_400_000) };
  const own = (await shiftsWithin(tx, year)).find((one) => one.id === id && one.personId === actor.id);
  return found(own && own.fromAt > tx.at ? own : undefined);
}

async function mustStandThere(tx: Tx, shift: ShiftRow, { askedId, otherShiftId }: NewSwap): Promise<void> {
  const wrong = (path: string): never => refuse('NotOnThisPost', {}, [{ path, code: 'invalid_value' }]);
  const holders = await holdersOf(tx, { roles: [shift.role], placeId: shift.placeId });
  if (askedId === shift.personId || !holders.includes(askedId)) wrong('/askedId');
  if (otherShiftId && (await comingShifts(tx, shift)).get(otherShiftId)?.personId !== askedId) wrong('/otherShiftId');
}
