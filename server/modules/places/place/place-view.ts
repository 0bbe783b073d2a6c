import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { PlaceView } from '../contract.ts';
import { levelName } from '../country-pack.ts';
import { placeLine } from '../place-line.ts';
import type { CountyTree } from '../tree/county-tree.ts';
import type { Place } from '../tree/place.ts';

/** A place with all its facts, its path from the root, and its children, in one state of the tree. */
export function placeView(tx: Tx, actor: Actor, tree: CountyTree, place: Place): PlaceView {
  return {
    id: place.id,
    parentId: place.parentId,
    code: place.code,
    localCode: place.localCode,
    level: place.level,
    levelName: levelName(tx.ctx.county, place.level, tx.ctx.language),
    depth: place.depth,
    name: place.name,
    validFrom: place.validFrom,
    validTo: place.validTo,
    xKm: place.xKm,
    yKm: place.yKm,
    population: place.population,
    path: tree.path(place.id).slice(0, -1).map(placeLine),
    children: tree.children(place.id).map(placeLine),
    revision: tree.revision,
    abilities: abilitiesOn(tx, actor, 'place', { placeId: place.id }),
  };
}
