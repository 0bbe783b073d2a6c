import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { consentedItem } from '../library/item.ts';
import { formSeal } from './attach-form.ts';
import { consentById } from './consent-queries.ts';

/** The form of a consent, for the desk of the picture's place; every look is on record. Refuses: NotFound (404), also where no form is attached. */
export async function lookAtForm(ctx: Ctx, actor: Actor, id: string): Promise<{ mediaType: string; bytes: Buffer }> {
  const form = await ctx.transaction(async (tx) => {
    const consent = await consentById(tx, id);
    const item = await consentedItem(tx, actor, 'consent.see-form', consent);
    const there = found(consent.form);
    await audit(tx, actor, { act: 'consent.see-form', noun: 'consent', subjectId: id, placeId: item.placeId });
    return there;
  });
  const sealed = found(await ctx.app.files.read(ctx.county.id, form.fileHash));
  return { mediaType: form.mediaType, bytes: await ctx.app.keys.unseal(formSeal, sealed) };
}
