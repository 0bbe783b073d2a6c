import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CorrectionLine, NewCorrection } from '../contract.ts';
import { hoursCorrectionAsked } from '../events.ts';
import { recordBy } from '../service/due.ts';
import { isCorrectionOpen, oneCorrection } from './correction-queries.ts';
import { hourForUpdate } from './hour-queries.ts';

/** The volunteer says that an entry is wrong (办法 art. 12, 13: the organisation checks in time and amends). The law names no number of days; ours are the ten working days it gives for recording.
 *  Refuses: AlreadyReversed (409) for what was taken back, CorrectionOpen (409) while one is not answered. */
export async function askCorrection(ctx: Ctx, actor: Actor, request: NewCorrection): Promise<CorrectionLine> {
  return ctx.transaction(async (tx) => {
    const entry = found(await hourForUpdate(tx, request.hourId));
    mustSee(tx, actor, 'hours.list', entry);
    must(tx, actor, 'hours.ask-correction', entry);
    if (entry.kind !== 'service' || entry.reversed) refuse('AlreadyReversed');
    if (await isCorrectionOpen(tx, entry.id)) refuse('CorrectionOpen');
    const id = newId<'hour-correction'>();
    await tx.named(
      'volunteering.ask-correction',
      'insert into volunteering.hour_corrections (county_id, id, hour_id, person_id, said, minutes, asked_at, due_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        tx.countyId,
        id,
        entry.id,
        entry.personId,
        request.said,
        request.minutes ?? null,
        tx.at,
        recordBy(tx.ctx.county, tx.at),
      ],
    );
    await emit(tx, hoursCorrectionAsked, actor, {
      hourId: entry.id,
      correctionId: id,
      placeId: entry.placeId,
      unitId: entry.unitId,
    });
    await audit(tx, actor, {
      act: 'hours.ask-correction',
      noun: 'hours',
      subjectId: entry.id,
      placeId: entry.placeId,
    });
    return oneCorrection(tx, actor, id);
  });
}
