import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { today } from '#places';
import type { ConsentListView, NewConsent } from '../contract.ts';
import { thingOf } from '../permissions.ts';
import { pictureForUpdate } from '../picture/picture-queries.ts';
import { consentList } from './consent-view.ts';

/** Notes that somebody who can be recognised in a picture, or their guardian, agreed to its being shown (民法典 art. 1019; 个人信息保护法 art. 29, 31). */
export async function recordConsent(
  ctx: Ctx,
  actor: Actor,
  hash: string,
  given: NewConsent,
): Promise<ConsentListView & { id: string }> {
  return ctx.transaction(async (tx) => {
    const picture = await pictureForUpdate(tx, hash);
    must(tx, actor, 'consent.record', thingOf(picture));
    const id = newId<'consent'>();
    await tx.named(
      'media.record-consent',
      `insert into media.consents (county_id, id, picture_hash, given_by, for_whom, as_guardian, way, given_on, scope, valid_until, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        tx.countyId,
        id,
        hash,
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
      placeId: picture.placeId,
      detail: { picture: hash },
    });
    return { id, ...(await consentList(tx, actor, picture)) };
  });
}
