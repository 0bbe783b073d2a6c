import { must } from '#platform/permits';
import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { thingOf } from '../permissions.ts';
import { picturesByHash } from '../picture/picture-queries.ts';
import type { Picture } from '../picture/picture-queries.ts';

/** The picture of a consent, for whoever has this ability about it. Refuses: NotFound (404), Forbidden (403). */
export async function consentedPicture(tx: Tx, actor: Actor, ability: string, hash: string): Promise<Picture> {
  const picture = found((await picturesByHash(tx, [hash])).get(hash));
  must(tx, actor, ability, thingOf(picture));
  return picture;
}
