import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { PlaceChangeRequest, PlaceView } from '../contract.ts';
import { placeChanged } from '../events.ts';
import { mustBeInOwnLanguage } from '../own-language.ts';
import { treeForUpdate } from '../place-queries.ts';
import type { Place } from '../tree/place.ts';
import { writeTree } from '../tree/write-tree.ts';
import { mustHaveOwnCode, mustHaveSomeCode } from './check-place.ts';
import { placeView } from './place-view.ts';

/** Renames a place, or changes its codes (an old one still leads to it) and facts. Refuses: StaleVersion (409), CodeTaken (409), CodeNotUnderstood (422). */
export async function changePlace(ctx: Ctx, actor: Actor, id: string, change: PlaceChangeRequest): Promise<PlaceView> {
  return ctx.transaction(async (tx) => {
    const tree = await treeForUpdate(tx);
    const place = found(tree.byId(id));
    must(tx, actor, 'place.change', { placeId: id });
    if (change.name) mustBeInOwnLanguage(tx, change.name);
    mustBeAsRead(tree.revision, change.revision);
    const changed = applied(place, change);
    mustHaveSomeCode(changed);
    mustHaveOwnCode(tx, tree, changed);
    const after = await writeTree(
      tx,
      tree,
      tree.places.map((one) => (one.id === id ? changed : one)),
    );
    await audit(tx, actor, {
      act: 'place.change',
      noun: 'place',
      subjectId: id,
      placeId: id,
      detail: { what: Object.keys(change).filter((key) => key !== 'revision') },
    });
    await emit(tx, placeChanged, actor, { placeId: id, revision: after.revision });
    return placeView(tx, actor, after, found(after.byId(id)));
  });
}

function applied(place: Place, change: PlaceChangeRequest): Place {
  const kept = <T>(wanted: T | undefined, present: T): T => (wanted === undefined ? present : wanted);
  return {
    ...place,
    name: kept(change.name, place.name),
    code: kept(change.code, place.code),
    localCode: kept(change.localCode, place.localCode),
    xKm: kept(change.xKm, place.xKm),
    yKm: kept(change.yKm, place.yKm),
    population: kept(change.population, place.population),
  };
}
