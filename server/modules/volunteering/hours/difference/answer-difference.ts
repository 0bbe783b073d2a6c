import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { HourDifferenceAnswer, HourDifferenceLine } from '../../contract.ts';
import { answersTo, differenceById } from './difference-queries.ts';
import { oneDifference } from './difference-list.ts';
import { endDifference, mustBeOpen } from './end-difference.ts';

/** Whoever served says that the other side is right, or that somebody shall decide. Once all who served agree, their hours are written so. Saying nothing costs nobody anything: then somebody decides.
 *  An answer may be given anew while it is open. Refuses: AlreadyAnswered (409) once it has ended. */
export async function answerDifference(
  ctx: Ctx,
  actor: Actor,
  id: string,
  request: HourDifferenceAnswer,
): Promise<HourDifferenceLine> {
  return ctx.transaction(async (tx) => {
    const difference = found(await differenceById(tx, id));
    mustSee(tx, actor, 'hours.see-difference', difference);
    must(tx, actor, 'hours.answer-difference', difference);
    await mustBeOpen(tx, difference);
    await tx.named(
      'volunteering.answer-difference',
      `insert into volunteering.hour_difference_answers (county_id, difference_id, person_id, agrees, said, answered_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (county_id, difference_id, person_id) do update set agrees = excluded.agrees, said = excluded.said, answered_at = excluded.answered_at`,
      [tx.countyId, id, actor.id, request.agrees, request.said, tx.at],
    );
    await audit(tx, actor, {
      act: 'hours.answer-difference',
      noun: 'order',
      subjectId: difference.orderId,
      placeId: difference.placeId,
      detail: { agrees: request.agrees },
    });
    const agree = new Set(
      ((await answersTo(tx, [id])).get(id) ?? []).filter((one) => one.agrees).map((one) => one.personId),
    );
    if (difference.servedIds.every((personId) => agree.has(personId)))
      await endDifference(tx, actor, difference, { way: 'agreed', minutes: difference.saidMinutes, reason: null });
    return oneDifference(tx, actor, id);
  });
}
