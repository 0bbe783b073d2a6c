import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { sha256 } from '#platform/canonical';
import { must, mustSomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOrRefuse } from '#places';
import type { MachineMark } from '../contract.ts';
import type { Imprint } from '../imprint/imprint.ts';
import { tighten } from '../consent/loose-forms.ts';
import { searchWords } from '../library/search-words.ts';
import { decodeAnew } from './decode.ts';
import type { Made } from './decode.ts';
import { middle } from './cuts.ts';
import { firstOf, makeRenditions, recordRenditions } from './keep-renditions.ts';
import type { Rendition } from './keep-renditions.ts';
import { picturesByHash, storedSince } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';
import { wordsOf } from './picture-words.ts';
import { mustHaveStorageLeft } from '../storage-left.ts';
import { uploadLimitsIn } from '../upload/own-limits.ts';
import { looksStored } from './look-at-pictures.ts';

/** A picture as it was sent. `alt` may be empty for now: a text cannot be submitted before it has one. */
export interface NewPicture {
  bytes: Buffer;
  alt: string;
  caption?: string;
  credit: string;
  placeId?: string | null;
  /** Whoever sends it says that a machine made or changed it. */
  machine?: MachineMark | null;
  rightsHolder?: string;
  takenOn?: string;
}

/** Decodes a picture, keeps it without its metadata, with the files that show it at once; the others follow within seconds (`sweepRenditions`). What was not given (caption, credit, keywords, whose it is, the day, that a machine made it) is taken from what the picture says of itself (XMP, IPTC, EXIF). The same picture sent again is the same picture.
 *  `renditions: 'later'` leaves all of them to `keepRenditions`, to the first reader, or to the sweep of an hour later. Not to be called inside a transaction: it writes files. Refuses: UnsupportedMediaType (415), PictureTooLarge (413), PictureUnreadable (422), QuotaReached (413), CountyStorageReached (507), Unavailable (503) while too many of this person's pictures wait, DiskFull (507). */
export async function storePicture(
  ctx: Ctx,
  actor: Actor,
  picture: NewPicture,
  options: { renditions: 'now' | 'later' } = { renditions: 'now' },
): Promise<Picture> {
  await ctx.transaction((tx) => mustHaveRoom(tx, actor, picture));
  const whose = `${ctx.county.id} ${actor.id}`;
  const original = await decodeAnew(picture.bytes, whose);
  const hash = sha256(original.bytes);
  const known = await ctx.transaction((tx) => picturesByHash(tx, [hash]));
  const same = known.get(hash);
  if (same) return same;
  await ctx.transaction((tx) => tighten(tx, [hash]));
  await ctx.app.files.put(ctx.county.id, original.bytes);
  const words = imprintOf(picture, original);
  const shown = { ...words, hash, width: original.width, height: original.height, focus: middle };
  const kept =
    options.renditions === 'now' ? await makeRenditions(ctx, shown, original.bytes, firstOf(shown), { whose }) : [];
  return ctx.transaction((tx) => record(tx, actor, picture, original, words, kept, options.renditions));
}

// What the sender left empty, the picture may say of itself.
function imprintOf(picture: NewPicture, { said }: Made): Imprint {
  return {
    title: said?.title ?? '',
    alt: picture.alt,
    caption: picture.caption || (said?.caption ?? ''),
    credit: picture.credit || (said?.credit ?? ''),
    keywords: said?.keywords ?? [],
    rightsHolder: picture.rightsHolder ?? said?.rightsHolder ?? '',
    licence: '',
    takenOn: picture.takenOn ?? said?.takenOn ?? null,
    machine: picture.machine ?? said?.machine ?? null,
  };
}

async function mustHaveRoom(tx: Tx, actor: Actor, picture: NewPicture): Promise<void> {
  if (picture.placeId) must(tx, actor, 'picture.store', { placeId: placeOrRefuse(tx, picture.placeId).id });
  else mustSomewhere(tx, actor, 'picture.store');
  await mustHaveStorageLeft(tx, picture.bytes.length);
  if (actor.kind !== 'person') return;
  const stored = await storedSince(tx, actor.id, new Date(tx.at.getTime() - 86_400_000));
  const { pictureMegabytesADay: megabytes } = uploadLimitsIn(tx.ctx.county.settings);
  if (stored > megabytes * 1024 * 1024) refuse('QuotaReached', { megabytes });
}

async function record(
  tx: Tx,
  actor: Actor,
  picture: NewPicture,
  original: Made,
  words: Imprint,
  kept: readonly Rendition[],
  renditions: 'now' | 'later',
): Promise<Picture> {
  const hash = sha256(original.bytes);
  const added = await tx.client.query(
    `insert into media.pictures (county_id, hash, width, height, bytes, alt, caption, credit, place_id, stored_by, made_at, renditions_tried_at, title, keywords, rights_holder, taken_on, machine, words, looks)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, to_tsvector('simple', $18), $19) on conflict do nothing`,
    [
      tx.countyId,
      hash,
      original.width,
      original.height,
      original.bytes.length,
      words.alt,
      words.caption,
      words.credit,
      picture.placeId ?? null,
      actor.kind === 'person' ? actor.id : null,
      tx.at,
      // The sweep comes to it in an hour.
      renditions === 'later' ? tx.ctx.app.clock.now() : null,
      words.title,
      words.keywords,
      words.rightsHolder,
      words.takenOn,
      words.machine,
      searchWords(tx, wordsOf(words)),
      looksStored(original),
    ],
  );
  if (added.rowCount === 1) {
    await recordRenditions(tx, hash, kept);
    await tighten(
      tx,
      kept.map((one) => one.fileHash),
    );
    await audit(tx, actor, {
      act: 'picture.store',
      noun: 'picture',
      subjectId: hash,
      placeId: picture.placeId ?? null,
      detail: { bytes: original.bytes.length },
    });
  }
  return found((await picturesByHash(tx, [hash])).get(hash));
}
