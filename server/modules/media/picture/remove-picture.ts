import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { dataErased } from '#platform/erasure';
import { emit } from '#platform/events';
import type { ErasureAgain } from '#platform/manifest';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { dropConsent } from '../consent/remove-consent.ts';
import { loosen } from '../consent/loose-forms.ts';
import { thingOf } from '../permissions.ts';
import { pictureForUpdate } from './picture-queries.ts';

/** Removes a picture that nothing shows: sent by mistake (an identity card), or somebody in it asks for it (个人信息保护法 art. 47). With it go its words, the consents noted of it and, within two hours, its files; on record stays that it was there. What a signature covers stays: what an edition ever showed is not removed.
 *  Refuses: NotFound (404), Forbidden (403), PictureInUse (409) while a text in work shows it, an edition ever did, or a receipt keeps it. */
export async function removePicture(
  ctx: Ctx,
  actor: Actor,
  hash: string,
  { reason }: { reason: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const picture = await pictureForUpdate(tx, hash);
    must(tx, actor, 'picture.remove', thingOf(picture));
    if (await isKept(tx, hash)) refuse('PictureInUse', { hash });
    await drop(tx, hash);
    await audit(tx, actor, {
      act: 'picture.remove',
      noun: 'picture',
      subjectId: hash,
      placeId: picture.placeId,
      detail: { reason },
    });
    await emit(tx, dataErased, actor, { noun: 'picture', subjectId: hash });
  });
}

/** A picture that a backup brought back is removed again; one that something shows by now stays, for then it was sent anew. */
export const pictureAgain: ErasureAgain = {
  noun: 'picture',
  async again(tx, actor, hash) {
    const there = await tx.named(
      'media.picture-again',
      'select 1 from media.pictures where county_id = $1 and hash = $2 for update',
      [tx.countyId, hash],
    );
    if (there.length === 0 || (await isKept(tx, hash))) return false;
    await drop(tx, hash);
    await audit(tx, actor, { act: 'picture.remove', noun: 'picture', subjectId: hash, placeId: null });
    await emit(tx, dataErased, actor, { noun: 'picture', subjectId: hash });
    return true;
  },
};

async function isKept(tx: Tx, hash: string): Promise<boolean> {
  const used = await tx.named(
    'media.picture-used',
    'select 1 from media.uses where county_id = $1 and item_hash = $2 limit 1',
    [tx.countyId, hash],
  );
  if (used.length > 0) return true;
  for (const module of tx.ctx.app.modules) if (await module.keepsPicture?.(tx, hash)) return true;
  return false;
}

async function drop(tx: Tx, hash: string): Promise<void> {
  const consents = await tx.named<{ id: string; form: { fileHash: string } | null }>(
    'media.consents-to-drop',
    `select id, case when form_hash is not null then json_build_object('fileHash', form_hash) end as form from media.consents where county_id = $1 and picture_hash = $2 for update`,
    [tx.countyId, hash],
  );
  for (const one of consents) await dropConsent(tx, { id: one.id, form: one.form });
  const files = await tx.named<{ hash: string }>(
    'media.drop-renditions',
    'delete from media.renditions where county_id = $1 and picture_hash = $2 returning file_hash as hash',
    [tx.countyId, hash],
  );
  await tx.named('media.drop-picture', 'delete from media.pictures where county_id = $1 and hash = $2', [
    tx.countyId,
    hash,
  ]);
  for (const file of new Set([hash, ...files.map((one) => one.hash)])) await loosen(tx, file);
}
