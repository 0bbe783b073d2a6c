import type { Actor } from '#platform/actor';
import { actorRow } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CorrectionAnswer, CorrectionLine } from '../contract.ts';
import { hoursCorrectionAnswered } from '../events.ts';
import { correctionById, oneCorrection } from './correction-queries.ts';
import { hourForUpdate } from './hour-queries.ts';
import { takeBack } from './reverse-hours.ts';

/** Answers a volunteer who says that an entry is wrong, once and with a reason. Amended: the entry is taken back and what was really served is written anew, to be signed by a second person; both versions stay (办法 art. 13).
 *  Refuses: AlreadyAnswered (409), AlreadyReversed (409) where it was taken back meanwhile, OwnHours (403), MinutesMissing (422) for an amendment that does not say how many. */
export async function answerCorrection(
  ctx: Ctx,
  actor: Actor,
  correctionId: string,
  request: CorrectionAnswer,
): Promise<CorrectionLine> {
  return ctx.transaction(async (tx) => {
    const asked = found(await correctionById(tx, correctionId));
    const entry = found(await hourForUpdate(tx, asked.hourId));
    mustSee(tx, actor, 'hours.list', entry);
    must(tx, actor, 'hours.answer-correction', entry);
    if (entry.personId === actor.id) refuse('OwnHours');
    // Asked again under the lock: of two who answer at once, one has answered.
    if (found(await correctionById(tx, correctionId)).verdict) refuse('AlreadyAnswered');
    if (request.verdict === 'amended') {
      if (request.minutes === undefined) refuse('MinutesMissing', {}, [{ path: '/minutes', code: 'required' }]);
      if (entry.reversed) refuse('AlreadyReversed');
      await takeBack(tx, actor, entry, { reason: request.reason, minutes: request.minutes });
    }
    await tx.named(
      'volunteering.answer-correction',
      'insert into volunteering.hour_correction_answers (county_id, correction_id, verdict, reason, answered_by, answered_at) values ($1, $2, $3, $4, $5, $6)',
      [tx.countyId, correctionId, request.verdict, request.reason, JSON.stringify(actorRow(actor)), tx.at],
    );
    await emit(tx, hoursCorrectionAnswered, actor, { hourId: entry.id, correctionId, personId: entry.personId });
    await audit(tx, actor, {
      act: 'hours.answer-correction',
      noun: 'hours',
      subjectId: entry.id,
      placeId: entry.placeId,
      detail: { verdict: request.verdict },
    });
    return oneCorrection(tx, actor, correctionId);
  });
}
