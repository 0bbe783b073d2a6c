import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { HourDifferenceDecision, HourDifferenceLine } from '../../contract.ts';
import { differenceById } from './difference-queries.ts';
import { oneDifference } from './difference-list.ts';
import { endDifference, mustBeOpen } from './end-difference.ts';

/** A coordinator who had no part in it says how long it was, with a reason that both sides may read: at most what one of them says. Both versions stay, and the hours say that the organiser attests them.
 *  Refuses: OwnHours (403) to who served, SameHand (403) to who took the other version down, MinutesBeyond (422), AlreadyAnswered (409) once it has ended. */
export async function decideDifference(
  ctx: Ctx,
  actor: Actor,
  id: string,
  request: HourDifferenceDecision,
): Promise<HourDifferenceLine> {
  return ctx.transaction(async (tx) => {
    const difference = found(await differenceById(tx, id));
    mustSee(tx, actor, 'hours.see-difference', difference);
    must(tx, actor, 'hours.decide', difference);
    if (difference.servedIds.includes(actor.id)) refuse('OwnHours');
    if (difference.enteredBy.id === actor.id) refuse('SameHand');
    const most = Math.max(difference.recordedMinutes, difference.saidMinutes);
    if (request.minutes > most) refuse('MinutesBeyond', { most }, [{ path: '/minutes', code: 'too_big' }]);
    await mustBeOpen(tx, difference);
    await endDifference(tx, actor, difference, { way: 'decided', ...request });
    await audit(tx, actor, {
      act: 'hours.decide',
      noun: 'order',
      subjectId: difference.orderId,
      placeId: difference.placeId,
      detail: { minutes: request.minutes },
    });
    return oneDifference(tx, actor, id);
  });
}
