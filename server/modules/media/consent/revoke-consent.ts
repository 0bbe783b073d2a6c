import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ConsentListView } from '../contract.ts';
import { consentedItem } from '../library/item.ts';
import { consentForUpdate } from './consent-queries.ts';
import { consentList } from './consent-view.ts';

/** Whoever agreed takes it back (个人信息保护法 art. 15), by the hand of the desk. What is published with the picture then waits for its editors; nothing is taken down by itself. Refuses: ConsentRevoked (409) when it was taken back already. */
export async function revokeConsent(ctx: Ctx, actor: Actor, id: string): Promise<ConsentListView> {
  return ctx.transaction(async (tx) => {
    const consent = await consentForUpdate(tx, id);
    const item = await consentedItem(tx, actor, 'consent.decide', consent);
    if (consent.revokedAt !== null) refuse('ConsentRevoked');
    await tx.named(
      'media.revoke-consent',
      'update media.consents set revoked_at = $3, revoked_by = $4, settled_at = null, settled_by = null, settled_because = null where county_id = $1 and id = $2',
      [tx.countyId, id, tx.at, actor.kind === 'person' ? actor.id : null],
    );
    await audit(tx, actor, { act: 'consent.revoke', noun: 'consent', subjectId: id, placeId: item.placeId });
    return consentList(tx, actor, item);
  });
}
