import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { today } from '#places';
import type { ConsentListView, NewConsent } from '../contract.ts';
import { itemForUpdate } from '../library/item.ts';
import type { ItemRef } from '../library/item.ts';
import { thingOf } from '../permissions.ts';
import { consentList } from './consent-view.ts';

/** Notes that somebody who can be recognised in a picture or a recording, or their guardian, agreed to its being shown (民法典 art. 1019; 个人信息保护法 art. 29, 31). */
export async function recordConsent(
  ctx: Ctx,
  actor: Actor,
  ref: ItemRef,
  given: NewConsent,
): Promise<ConsentListView & { id: string }> {
  return ctx.transaction(async (tx) => {
    const item = await itemForUpdate(tx, ref);
    must(tx, actor, 'consent.record', thingOf(item));
    const id = newId<'consent'>();
    await tx.named(
      `media.record-consent-${item.of}`,
      `insert into media.consents (county_id, id, item_hash, ${item.of}_hash, given_by, for_whom, as_guardian, way, given_on, scope, valid_until, recorded_by, recorded_at)
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        tx.countyId,
        id,
        item.hash,
        given.givenBy,
        given.forWhom,
        given.asGuardian,
        given.way,
        given.givenOn ?? today(tx),
        given.scope,
        given.validUntil,
        actor.kind === 'person' ? actor.id : null,
        tx.at,
      ],
    );
    await audit(tx, actor, {
      act: 'consent.record',
      noun: 'consent',
      subjectId: id,
      placeId: item.placeId,
      detail: { [item.of]: item.hash },
    });
    return { id, ...(await consentList(tx, actor, item)) };
  });
}
