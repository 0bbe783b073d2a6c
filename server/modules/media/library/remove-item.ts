import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { dataErased } from '#platform/erasure';
import { emit } from '#platform/events';
import type { ErasureAgain } from '#platform/manifest';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { loosen } from '../consent/loose-forms.ts';
import { dropConsent } from '../consent/remove-consent.ts';
import { materialForUpdate } from '../material/material-queries.ts';
import { thingOf } from '../permissions.ts';
import { pictureForUpdate } from '../picture/picture-queries.ts';
import { usesOf, whereUsed } from '../use/see-uses.ts';
import type { UsesView } from '../contract.ts';
import { materialChanged } from '../events.ts';
import type { ItemRef } from './item.ts';
import type { Said } from './said.ts';

/** What is to be removed, as the API and the record name it: a picture by its hash, a material by its id. */
interface Removable {
  readonly of: ItemRef['of'];
  readonly id: string;
}

/** How many of the records that use it are named in a refusal. */
const named = 5;

/** Removes a picture or a material that nothing uses: sent by mistake (an identity card), or somebody in it asks for it (个人信息保护法 art. 47). With it go its words, the consents noted of it, what its senders read of its upload and, within two hours, its files with all that was made of them; a conversion under way stops by itself, and what it makes meanwhile goes too. On record stays that it was there. What a signature covers stays: what an edition ever showed is not removed.
 *  Refuses: NotFound (404), Forbidden (403), PictureInUse or MaterialInUse (409, naming what uses it as far as the asker may see) while a text in work shows it, an edition ever did, or a record of another module keeps it. */
export async function removeItem(
  ctx: Ctx,
  actor: Actor,
  removable: Removable,
  { reason }: { reason: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const item = await lockedItem(tx, removable);
    must(tx, actor, `${item.of}.remove`, thingOf(item));
    const uses = await whereUsed(tx, actor, item);
    if (uses.items.length + uses.hidden > 0) refuseUsed(tx, item, uses);
    await drop(tx, actor, item, { placeId: item.placeId, detail: { reason } });
  });
}

interface LockedItem extends Removable, Said {
  readonly hash: string;
}

async function lockedItem(tx: Tx, { of, id }: Removable): Promise<LockedItem> {
  const stored = of === 'picture' ? await pictureForUpdate(tx, id) : await materialForUpdate(tx, id);
  return { ...stored, of, id };
}

function refuseUsed(tx: Tx, { of, id }: Removable, { items, hidden }: UsesView): never {
  const { wording } = tx.ctx.app;
  const others = hidden + Math.max(0, items.length - named);
  const where = new Intl.ListFormat(tx.ctx.language, { type: 'conjunction' }).format([
    ...items.slice(0, named).map(({ title }) => wording.say(tx.ctx.tag, 'media.used-in', { title })),
    ...(others > 0 ? [wording.say(tx.ctx.tag, 'media.used-elsewhere', { others })] : []),
  ]);
  return refuse(of === 'picture' ? 'PictureInUse' : 'MaterialInUse', { [of === 'picture' ? 'hash' : 'id']: id, where });
}

/** How each is removed again where a backup brought it back. What something uses by now stays: then it was sent anew. */
export const itemsAgain: readonly ErasureAgain[] = (['picture', 'material'] as const).map((of) => ({
  noun: of,
  async again(tx, actor, id) {
    const [there] = await tx.named<{ hash: string }>(
      `media.${of}-again`,
      of === 'picture'
        ? 'select hash from media.pictures where county_id = $1 and hash = $2 for update'
        : 'select hash from media.materials where county_id = $1 and id = $2 for update',
      [tx.countyId, id],
    );
    const item = there && { of, id, hash: there.hash };
    if (!item || (await usesOf(tx, item)).length > 0) return false;
    await drop(tx, actor, item, { placeId: null });
    return true;
  },
}));

async function drop(
  tx: Tx,
  actor: Actor,
  { of, id, hash }: Pick<LockedItem, 'of' | 'id' | 'hash'>,
  record: { placeId: string | null; detail?: { reason: string } },
): Promise<void> {
  const consents = await tx.named<{ id: string; form: { fileHash: string } | null }>(
    'media.consents-to-drop',
    `select id, case when form_hash is not null then json_build_object('fileHash', form_hash) end as form from media.consents where county_id = $1 and item_hash = $2 for update`,
    [tx.countyId, hash],
  );
  for (const one of consents) await dropConsent(tx, { id: one.id, form: one.form });
  const files = of === 'picture' ? await dropPicture(tx, hash) : await dropMaterial(tx, actor, id);
  // Their senders would read of it for days, with the name of the file.
  await tx.named(
    'media.drop-kept-uploads',
    `delete from media.uploads where county_id = $1 and subject = $2 and state = 'kept'`,
    [tx.countyId, id],
  );
  for (const file of new Set([hash, ...files])) await loosen(tx, file);
  await audit(tx, actor, { act: `${of}.remove`, noun: of, subjectId: id, ...record });
  await emit(tx, dataErased, actor, { noun: of, subjectId: id });
}

async function dropPicture(tx: Tx, hash: string): Promise<string[]> {
  const files = await tx.named<{ hash: string }>(
    'media.drop-renditions',
    'delete from media.renditions where county_id = $1 and picture_hash = $2 returning file_hash as hash',
    [tx.countyId, hash],
  );
  await tx.named('media.drop-picture', 'delete from media.pictures where county_id = $1 and hash = $2', [
    tx.countyId,
    hash,
  ]);
  return files.map((one) => one.hash);
}

async function dropMaterial(tx: Tx, actor: Actor, id: string): Promise<string[]> {
  const made = await tx.named<{ hash: string }>(
    'media.drop-material-files',
    'delete from media.material_files where county_id = $1 and material_id = $2 returning file_hash as hash',
    [tx.countyId, id],
  );
  const subtitles = await tx.named<{ hash: string }>(
    'media.drop-subtitles',
    'delete from media.subtitles where county_id = $1 and material_id = $2 returning file_hash as hash',
    [tx.countyId, id],
  );
  const films = await tx.named<{ id: string; hash: string }>(
    'media.forget-described',
    `update media.materials set described_hash = null, version = version + 1
      where county_id = $1 and described_hash = (select hash from media.materials where county_id = $1 and id = $2) returning id, hash`,
    [tx.countyId, id],
  );
  for (const film of films) await emit(tx, materialChanged, actor, { materialId: film.id, hash: film.hash });
  await tx.named('media.drop-material', 'delete from media.materials where county_id = $1 and id = $2', [
    tx.countyId,
    id,
  ]);
  return [...made, ...subtitles].map((one) => one.hash);
}
