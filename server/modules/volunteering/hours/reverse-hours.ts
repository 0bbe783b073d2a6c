import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { HourLine } from '../contract.ts';
import { hourForUpdate, oneHourLine } from './hour-queries.ts';
import type { HourRow } from './hour-queries.ts';
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
    const reversalId = await takeBack(tx, actor, entry, request);
    await audit(tx, actor, {
      act: 'hours.reverse',
      noun: 'hours',
      subjectId: entry.id,
      placeId: entry.placeId,
      detail: { minutes: entry.minutes, corrected: request.minutes ?? 0 },
    });
    return oneHourLine(tx, actor, reversalId);
  });
}

/** Writes the reversal of an entry that stands and, where time was served, the new entry, which waits for its second signature. Answers the reversal's id. */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  entry: HourRow,
  { reason, minutes }: { reason: string; minutes?: number | undefined },
): Promise<string> {
  const { personId, orderId, visitId, serviceId, serviceVersion, placeId, unitId, evidence, happenedAt } = entry;
  const same = { personId, orderId, visitId, serviceId, serviceVersion, placeId, unitId, happenedAt, reason };
  const reversal = { ...same, kind: 'reversal', minutes: -entry.minutes, evidence, reverses: entry.id } as const;
  const reversalId = await writeHours(tx, actor, reversal);
  if (minutes)
    await writeHours(tx, actor, { ...same, kind: 'service', minutes, evidence: 'typed-in-later', reverses: null });
  return reversalId;
}
