import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx, Tx } from '#platform/transaction';
import type { ConsentListView } from '../contract.ts';
import { consentedItem } from '../library/item.ts';
import { consentForUpdate } from './consent-queries.ts';
import type { Consent } from './consent-queries.ts';
import { consentList } from './consent-view.ts';
import { loosen } from './loose-forms.ts';

/** Removes a consent with its names and its form: it was noted by mistake, or whoever gave it asks for it (个人信息保护法 art. 47). On record stays that it was there. */
export async function removeConsent(ctx: Ctx, actor: Actor, id: string): Promise<ConsentListView> {
  return ctx.transaction(async (tx) => {
    const consent = await consentForUpdate(tx, id);
    const item = await consentedItem(tx, actor, 'consent.decide', consent);
    await dropConsent(tx, consent);
    await audit(tx, actor, {
      act: 'consent.remove',
      noun: 'consent',
      subjectId: id,
      placeId: item.placeId,
      detail: { [item.of]: item.hash },
    });
    return consentList(tx, actor, item);
  });
}

/** Deletes a locked consent; the file of its form follows. */
export async function dropConsent(
  tx: Tx,
  { id, form }: { readonly id: string; readonly form: Pick<NonNullable<Consent['form']>, 'fileHash'> | null },
): Promise<void> {
  if (form) await loosen(tx, form.fileHash);
  await tx.named('media.drop-consent', 'delete from media.consents where county_id = $1 and id = $2', [
    tx.countyId,
    id,
  ]);
}
