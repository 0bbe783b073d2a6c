import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { MaterialChange } from '../contract.ts';
import { materialChanged } from '../events.ts';
import { changed, differing, saidFields } from '../library/said.ts';
import { searchWords } from '../library/search-words.ts';
import { thingOf } from '../permissions.ts';
import { materialById, materialForUpdate, materialsByHash } from './material-queries.ts';
import type { Material } from './material-queries.ts';
import { wordsOf } from './material-words.ts';

/** Changes what the library says of a material. Texts that show it keep their own words. Refuses: Forbidden (403) also where the described version is not theirs to change, StaleVersion (409); BadRequest (400) for a described version that is not another film of the library, ready to be played. */
export async function changeMaterial(ctx: Ctx, actor: Actor, id: string, change: MaterialChange): Promise<Material> {
  return ctx.transaction(async (tx) => {
    const material = await materialForUpdate(tx, id);
    must(tx, actor, 'material.change', thingOf(material));
    mustBeAsRead(material.version, change.version);
    if (change.placeId) must(tx, actor, 'upload.send', { placeId: placeOrRefuse(tx, change.placeId).id });
    const next = changed(material, change);
    if (change.describedBy && change.describedBy !== material.describedBy)
      await mustBeDescribedFilm(tx, actor, next, change.describedBy);
    const fields = differing(material, next, [...saidFields, 'transcript', 'describedBy']);
    await write(tx, next);
    await emit(tx, materialChanged, actor, { materialId: id, hash: material.hash });
    await audit(tx, actor, {
      act: 'material.change',
      noun: 'material',
      subjectId: id,
      placeId: next.placeId,
      detail: { changed: fields },
    });
    return materialById(tx, id);
  });
}

// Held, so that it is not removed meanwhile: whoever removes it forgets it where it is named already.
// It is public wherever the other is: that is for those who may say of both.
async function mustBeDescribedFilm(tx: Tx, actor: Actor, film: Material, hash: string): Promise<void> {
  const held = await tx.named(
    'media.described-film',
    `select 1 from media.materials where county_id = $1 and hash = $2 and kind = 'video' and state = 'ready' for key share`,
    [tx.countyId, hash],
  );
  const described = held.length > 0 ? (await materialsByHash(tx, [hash])).get(hash) : undefined;
  if (film.kind !== 'video' || !described || hash === film.hash)
    refuse('BadRequest', {}, [{ path: '/describedBy', code: 'invalid_value' }]);
  must(tx, actor, 'material.change', thingOf(described));
}

const write = (tx: Tx, next: Material): Promise<unknown> =>
  tx.named(
    'media.change-material',
    `update media.materials set title = $3, caption = $4, credit = $5, transcript = $6, place_id = $7, version = version + 1, keywords = $8, taken_on = $9,
       source = $10, licence = $11, rights_holder = $12, rights_until = $13, machine = $14, shows_people = $15, words = to_tsvector('simple', $16), described_hash = $17
      where county_id = $1 and id = $2`,
    [
      tx.countyId,
      next.id,
      next.title,
      next.caption,
      next.credit,
      next.transcript,
      next.placeId,
      next.keywords,
      next.takenOn,
      next.source,
      next.licence,
      next.rightsHolder,
      next.rightsUntil,
      next.machine,
      next.showsPeople,
      searchWords(tx, wordsOf(next)),
      next.describedBy,
    ],
  );
