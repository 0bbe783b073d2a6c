import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ConsentListView } from '../contract.ts';
import { readKind } from '../material/kind-of-file.ts';
import { decodeAnew } from '../picture/decode.ts';
import { consentedItem } from '../library/item.ts';
import { mustHaveStorageLeft } from '../storage-left.ts';
import { consentById, consentForUpdate } from './consent-queries.ts';
import { consentList } from './consent-view.ts';
import { keepLoose, noLongerLoose } from './loose-forms.ts';

/** What a form may weigh: a scan of some pages, or minutes of speech. */
export const mostFormBytes = 20 * 1024 * 1024;
/** Forms are sealed for this purpose. */
export const formSeal = 'media.consent-form';

/** Puts the signed form (a scan, PDF) or the recording of the words with a consent, in place of one that was there. It is kept sealed, under no address. Not to be called inside a transaction: it writes a file.
 *  Refuses: UnsupportedMediaType (415) for anything else, TooLarge (413), PictureTooLarge (413), PictureUnreadable (422), CountyStorageReached (507). */
export async function attachForm(ctx: Ctx, actor: Actor, id: string, sent: Buffer): Promise<ConsentListView> {
  await ctx.transaction((tx) => mayAttach(tx, actor, id));
  if (sent.length > mostFormBytes) refuse('TooLarge', { megabytes: mostFormBytes / 1024 / 1024 });
  const form = await readForm(sent);
  await ctx.transaction((tx) => mustHaveStorageLeft(tx, form.bytes.length));
  const sealed = await ctx.app.keys.seal(formSeal, form.bytes);
  const fileHash = await keepLoose(ctx, sealed);
  return ctx.transaction(async (tx) => {
    const consent = await consentForUpdate(tx, id);
    const item = await mayAttach(tx, actor, id);
    await noLongerLoose(tx, fileHash, consent.form?.fileHash);
    await tx.named(
      'media.attach-form',
      'update media.consents set form_hash = $3, form_type = $4, form_bytes = $5 where county_id = $1 and id = $2',
      [tx.countyId, id, fileHash, form.mediaType, form.bytes.length],
    );
    await audit(tx, actor, {
      act: 'consent.attach-form',
      noun: 'consent',
      subjectId: id,
      placeId: item.placeId,
      detail: { bytes: form.bytes.length },
    });
    return consentList(tx, actor, item);
  });
}

const mayAttach = async (tx: Tx, actor: Actor, id: string) =>
  consentedItem(tx, actor, 'consent.record', await consentById(tx, id));

// A scan is decoded and encoded anew, as every picture that somebody sends; the others are only ever saved, never opened here.
async function readForm(sent: Buffer): Promise<{ bytes: Buffer; mediaType: string }> {
  const read = readKind(sent.subarray(0, 4_096)) ?? refuse('UnsupportedMediaType');
  if (read.kind === 'picture') return { bytes: (await decodeAnew(sent)).bytes, mediaType: 'image/jpeg' };
  if (read.kind !== 'document') return { bytes: sent, mediaType: read.mediaType };
  return read.container === 'pdf' ? { bytes: sent, mediaType: 'application/pdf' } : refuse('UnsupportedMediaType');
}
