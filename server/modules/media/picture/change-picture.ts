import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { imprintHash } from '../imprint/imprint.ts';
import type { PictureChange } from '../contract.ts';
import { pictureChanged } from '../events.ts';
import { changed, differing, saidFields, shownOf } from '../library/said.ts';
import { thingOf } from '../permissions.ts';
import { searchWords } from '../library/search-words.ts';
import { pictureForUpdate, picturesByHash } from './picture-queries.ts';
import { wordsOf } from './picture-words.ts';
import type { Picture } from './picture-queries.ts';

/** Changes what the library says of a picture, or moves its focus; cuts are made anew. Texts that show it keep their own words. Refuses: StaleVersion (409). */
export async function changePicture(ctx: Ctx, actor: Actor, hash: string, change: PictureChange): Promise<Picture> {
  return ctx.transaction(async (tx) => {
    const picture = await pictureForUpdate(tx, hash);
    must(tx, actor, 'picture.change', thingOf(picture));
    mustBeAsRead(picture.version, change.version);
    if (change.placeId) must(tx, actor, 'picture.store', { placeId: placeOrRefuse(tx, change.placeId).id });
    return found(await applyChange(tx, actor, picture, change));
  });
}

/** Writes a change that was allowed; the picture as it is then. */
export async function applyChange(
  tx: Tx,
  actor: Actor,
  picture: Picture,
  change: Omit<PictureChange, 'version'>,
): Promise<Picture | undefined> {
  const next = changed(picture, change);
  const moved = next.focus.x !== picture.focus.x || next.focus.y !== picture.focus.y;
  const marked = shownOf(next) !== shownOf(picture);
  await write(tx, next, moved || imprintHash(next) !== imprintHash(picture));
  await emit(tx, pictureChanged, actor, { hash: picture.hash, moved, ...(marked ? { marked } : {}) });
  await audit(tx, actor, {
    act: 'picture.change',
    noun: 'picture',
    subjectId: picture.hash,
    placeId: next.placeId,
    detail: { moved, changed: differingFields(picture, next) },
  });
  return (await picturesByHash(tx, [picture.hash])).get(picture.hash);
}

/** The fields in which two states of a picture differ. */
export const differingFields = (before: Picture, after: Picture): string[] =>
  differing(before, after, [...saidFields, 'alt', 'focus']);

// `stale`: its files lie around another point, or say something else.
const write = (tx: Tx, next: Picture, stale: boolean): Promise<unknown> =>
  tx.named(
    'media.change',
    `update media.pictures set alt = $3, caption = $4, credit = $5, place_id = $6, focus_x = $7, focus_y = $8, version = version + 1,
       renditions_at = case when $9 then null else renditions_at end, renditions_tried_at = case when $9 then null else renditions_tried_at end,
       title = $10, keywords = $11, taken_on = $12, source = $13, licence = $14, rights_holder = $15, rights_until = $16, machine = $17, words = to_tsvector('simple', $18), shows_people = $19
      where county_id = $1 and hash = $2`,
    [
      tx.countyId,
      next.hash,
      next.alt,
      next.caption,
      next.credit,
      next.placeId,
      next.focus.x,
      next.focus.y,
      stale,
      next.title,
      next.keywords,
      next.takenOn,
      next.source,
      next.licence,
      next.rightsHolder,
      next.rightsUntil,
      next.machine,
      searchWords(tx, wordsOf(next)),
      next.showsPeople,
    ],
  );
