import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { HourLine } from '../contract.ts';
import { hourForUpdate, oneHourLine } from './hour-queries.ts';
import { writeHours } from './record-hours.ts';

/** Amends an error (办法 art. 13): the entry is taken back, and what was really served is written anew, typed in later. Both stay. Refuses: AlreadyReversed (409), OwnHours (403), NotReversible (422) for a reversal. */
export async function reverseHours(
  ctx: Ctx,
  actor: Actor,
  hourId: string,
  request: { reason: string; minutes?: number | undefined },
): Promise<HourLine> {
  return ctx.transaction(async (tx) => {
    const entry = found(await hourForUpdate(tx, hourId));
    mustSee(tx, actor, 'hours.list', entry);
    must(tx, actor, 'hours.reverse', entry);
    if (entry.personId === actor.id) refuse('OwnHours');
    if (entry.kind !== 'service') refuse('NotReversible');
    if (entry.reversed) refuse('AlreadyReversed');
    const { personId, orderId, visitId, serviceId, serviceVersion, placeId, evidence, happenedAt } = entry;
    const same = { personId, orderId, visitId, serviceId, serviceVersion, placeId, happenedAt, reason: request.reason };
    const reversalId = await writeHours(tx, actor, {
      ...same,
      kind: 'reversal',
      minutes: -entry.minutes,
      evidence,
      reverses: entry.id,
    });
    if (request.minutes)
      await writeHours(tx, actor, {
        ...same,
        kind: 'service',
        minutes: request.minutes,
        evidence: 'typed-in-later',
        reverses: null,
      });
    await audit(tx, actor, {
      act: 'hours.reverse',
      noun: 'hours',
      subjectId: entry.id,
      placeId,
      detail: { minutes: entry.minutes, corrected: request.minutes ?? 0 },
    });
    return oneHourLine(tx, actor, reversalId);
  });
}
