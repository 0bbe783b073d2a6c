import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ConsentListView } from '../contract.ts';
import { consentedItem } from '../library/item.ts';
import { consentForUpdate, stateOf } from './consent-queries.ts';
import { consentList } from './consent-view.ts';

/** Says why what still shows a picture may stay although a consent has ended: another was given, or none is needed for this report (民法典 art. 1020). Stories that show it then wait no more. Refuses: ConsentHeld (409) while the consent holds. */
export async function settleConsent(ctx: Ctx, actor: Actor, id: string, because: string): Promise<ConsentListView> {
  return ctx.transaction(async (tx) => {
    const consent = await consentForUpdate(tx, id);
    const item = await consentedItem(tx, actor, 'consent.decide', consent);
    const state = stateOf(tx, { revoked: consent.revokedAt !== null, until: consent.validUntil });
    if (state === 'held') refuse('ConsentHeld');
    await tx.named(
      'media.settle-consent',
      'update media.consents set settled_at = $3, settled_by = $4, settled_because = $5 where county_id = $1 and id = $2',
      [tx.countyId, id, tx.at, actor.kind === 'person' ? actor.id : null, because],
    );
    await audit(tx, actor, { act: 'consent.settle', noun: 'consent', subjectId: id, placeId: item.placeId });
    return consentList(tx, actor, item);
  });
}
