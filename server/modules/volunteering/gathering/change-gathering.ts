import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { GatheringChange, GatheringLine } from '../contract.ts';
import { gatheringCalled, gatheringChanged, volunteerChanged } from '../events.ts';
import { invite, mustEndLater } from './call-gathering.ts';
import { gatheringForUpdate, oneGatheringLine } from './gathering-queries.ts';
import type { Gathering } from './gathering-queries.ts';

/** Changes a training or a meeting, its guests, or calls it off; those who are invited still are told of another time or room. Whoever was there stays on the list. Refuses: GatheringOff (409) once it was called off, GatheringHeld (409) for calling off what somebody came to, StaleVersion (409), BadRequest (400), NotFound (404). */
export async function changeGathering(
  ctx: Ctx,
  actor: Actor,
  id: string,
  change: GatheringChange,
): Promise<GatheringLine> {
  return ctx.transaction(async (tx) => {
    const before = await gatheringForUpdate(tx, id);
    mustSee(tx, actor, 'gathering.list', before);
    must(tx, actor, 'gathering.write', before);
    if (before.cancelledAt) refuse('GatheringOff');
    mustBeAsRead(before.version, change.version);
    if (change.cancelled && before.presentIds.length > 0) refuse('GatheringHeld');
    if (change.validUntil && before.kind === 'meeting')
      refuse('BadRequest', {}, [{ path: '/validUntil', code: 'invalid_value' }]);
    const startsAt = change.startsAt ? new Date(change.startsAt) : before.startsAt;
    const endsAt = change.endsAt ? new Date(change.endsAt) : before.endsAt;
    mustEndLater(startsAt, endsAt);
    await tx.named(
      'volunteering.change-gathering',
      `update volunteering.gatherings set topic = $3, room = $4, starts_at = $5, ends_at = $6, valid_until = $7, cancelled_at = case when $8 then $9::timestamptz end, changed_at = $9, version = version + 1 where county_id = $1 and id = $2`,
      [
        tx.countyId,
        id,
        change.topic ?? before.topic,
        change.room ?? before.room,
        startsAt,
        endsAt,
        change.validUntil === undefined ? before.validUntil : change.validUntil,
        change.cancelled ?? false,
        tx.at,
      ],
    );
    const added = change.guestIds ? await setGuests(tx, actor, before, change.guestIds) : [];
    await audit(tx, actor, {
      act: change.cancelled ? 'gathering.cancel' : 'gathering.change',
      noun: 'gathering',
      subjectId: id,
      placeId: before.placeId,
    });
    if (endsAt > tx.at && added.length > 0)
      await emit(tx, gatheringCalled, actor, { gatheringId: id, personIds: added });
    const moved = startsAt.getTime() !== before.startsAt.getTime() || endsAt.getTime() !== before.endsAt.getTime();
    const elsewhere = change.room !== undefined && change.room !== before.room;
    const personIds = before.guestIds.filter((one) => change.guestIds?.includes(one) ?? true);
    if (before.endsAt > tx.at && personIds.length > 0 && (change.cancelled || moved || elsewhere))
      await emit(tx, gatheringChanged, actor, { gatheringId: id, personIds });
    // Until when it counts decides who may go.
    if (change.validUntil !== undefined && change.validUntil !== before.validUntil)
      for (const personId of before.presentIds) await emit(tx, volunteerChanged, actor, { personId });
    return oneGatheringLine(tx, actor, id);
  });
}

// Answers who is new.
async function setGuests(tx: Tx, actor: Actor, before: Gathering, guestIds: readonly string[]): Promise<string[]> {
  const added = [...new Set(guestIds)].filter((id) => !before.guestIds.includes(id));
  await tx.named(
    'volunteering.uninvite',
    'delete from volunteering.gathering_guests where county_id = $1 and gathering_id = $2 and present_at is null and not person_id = any($3::uuid[])',
    [tx.countyId, before.id, guestIds],
  );
  await invite(tx, actor, before.id, added);
  return added;
}
