import { must } from '#platform/permits';
import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { materialByHashForUpdate, materialsByHash } from '../material/material-queries.ts';
import { thingOf } from '../permissions.ts';
import { pictureForUpdate, picturesByHash } from '../picture/picture-queries.ts';
import type { Said } from './said.ts';

/** A picture or a material by its hash: consents and uses are of either. */
export interface ItemRef {
  readonly of: 'picture' | 'material';
  readonly hash: string;
}

/** What both say of themselves, and which it is. */
export interface Item extends ItemRef, Said {}

/** The picture or material. Refuses: NotFound (404). */
export async function itemOf(tx: Tx, { of, hash }: ItemRef): Promise<Item> {
  const stored = of === 'picture' ? await picturesByHash(tx, [hash]) : await materialsByHash(tx, [hash]);
  return { ...found<Said>(stored.get(hash)), of, hash };
}

/** The same, locked for a change. Refuses: NotFound (404). */
export async function itemForUpdate(tx: Tx, { of, hash }: ItemRef): Promise<Item> {
  const stored = of === 'picture' ? await pictureForUpdate(tx, hash) : await materialByHashForUpdate(tx, hash);
  return { ...stored, of };
}

/** The picture or material of a consent, for whoever has this ability about it. Refuses: NotFound (404), Forbidden (403). */
export async function consentedItem(tx: Tx, actor: Actor, ability: string, ref: ItemRef): Promise<Item> {
  const item = await itemOf(tx, ref);
  must(tx, actor, ability, thingOf(item));
  return item;
}
