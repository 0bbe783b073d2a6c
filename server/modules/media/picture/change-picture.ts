import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { PictureChange } from '../contract.ts';
import { pictureChanged } from '../events.ts';
import { thingOf } from '../permissions.ts';
import { pictureForUpdate, picturesByHash } from './picture-queries.ts';
import type { Picture } from './picture-queries.ts';

/** Changes what the library says of a picture, or moves its focus; cuts are made anew. Texts that show it keep their own words. Refuses: StaleVersion (409). */
export async function changePicture(ctx: Ctx, actor: Actor, hash: string, change: PictureChange): Promise<Picture> {
  return ctx.transaction(async (tx) => {
    const picture = await pictureForUpdate(tx, hash);
    must(tx, actor, 'picture.change', thingOf(picture));
    if (picture.version !== change.version) refuse('StaleVersion', { current: picture.version });
    if (change.placeId) must(tx, actor, 'picture.store', { placeId: placeOrRefuse(tx, change.placeId).id });
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const next: Picture = { ...picture, ...given };
    const moved = next.focus.x !== picture.focus.x || next.focus.y !== picture.focus.y;
    await write(tx, next, moved);
    await emit(tx, pictureChanged, actor, { hash, moved });
    await audit(tx, actor, {
      act: 'picture.change',
      noun: 'picture',
      subjectId: hash,
      placeId: next.placeId,
      detail: { moved },
    });
    return found((await picturesByHash(tx, [hash])).get(hash));
  });
}

const write = (tx: Tx, next: Picture, moved: boolean): Promise<unknown> =>
  tx.named(
    'media.change',
    `update media.pictures set alt = $3, caption = $4, credit = $5, place_id = $6, focus_x = $7, focus_y = $8, version = version + 1,
       renditions_at = case when $9 then null else renditions_at end, renditions_tried_at = case when $9 then null else renditions_tried_at end
      where county_id = $1 and hash = $2`,
    [tx.countyId, next.hash, next.alt, next.caption, next.credit, next.placeId, next.focus.x, next.focus.y, moved],
  );
