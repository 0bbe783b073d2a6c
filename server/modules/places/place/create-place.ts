import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { NewPlaceRequest, PlaceView } from '../contract.ts';
import { placeCreated } from '../events.ts';
import { mustBeInOwnLanguage } from '../own-language.ts';
import { treeForUpdate } from '../place-queries.ts';
import type { Place } from '../tree/place.ts';
import { writeTree } from '../tree/write-tree.ts';
import { mustHaveOwnCode, mustStandBelow } from './check-place.ts';
import { placeView } from './place-view.ts';

/** Adds a place below another; what stands after it moves up by one position in the same transaction.
 *  Refuses: NotFound (404) for the parent, LevelNotBelow, CodeNotUnderstood, PlaceEnded (422), CodeTaken (409). */
export async function createPlace(ctx: Ctx, actor: Actor, request: NewPlaceRequest): Promise<PlaceView> {
  return ctx.transaction(async (tx) => {
    const tree = await treeForUpdate(tx);
    const parent = found(tree.byId(request.parentId));
    must(tx, actor, 'place.create', { placeId: parent.id });
    mustBeInOwnLanguage(tx, request.name);
    const place: Place = {
      id: newId<'place'>(),
      parentId: parent.id,
      level: request.level,
      depth: 0,
      code: request.code ?? null,
      localCode: request.localCode ?? null,
      name: request.name,
      lo: 0,
      hi: 0,
      validFrom: request.validFrom,
      validTo: null,
      xKm: request.xKm ?? null,
      yKm: request.yKm ?? null,
      population: request.population ?? null,
    };
    mustStandBelow(tx, parent, place);
    mustHaveOwnCode(tx, tree, place);
    const after = await writeTree(tx, tree, [...tree.places, place]);
    await audit(tx, actor, {
      act: 'place.create',
      noun: 'place',
      subjectId: place.id,
      placeId: place.id,
      detail: { code: place.code ?? place.localCode },
    });
    await emit(tx, placeCreated, actor, { placeId: place.id, revision: after.revision });
    return placeView(tx, actor, after, found(after.byId(place.id)));
  });
}
