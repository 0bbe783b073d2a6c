import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { PlaceMoveRequest, PlaceView } from '../contract.ts';
import { placeMoved } from '../events.ts';
import { treeForUpdate } from '../place-queries.ts';
import { writeTree } from '../tree/write-tree.ts';
import { mustHaveOwnCode, mustHaveSomeCode, mustStandBelow } from './check-place.ts';
import { placeView } from './place-view.ts';

/** Moves a place with all below it under another parent, where asked with a new code (the old one still leads to it), and numbers the tree anew in the same transaction: nobody ever sees half of it.
 *  Refuses: StaleVersion, PlaceInItself, CodeTaken (409), LevelNotBelow, PlaceEnded, CodeNotUnderstood (422); the root stays where it is (PlaceInItself). */
export async function movePlace(ctx: Ctx, actor: Actor, id: string, request: PlaceMoveRequest): Promise<PlaceView> {
  return ctx.transaction(async (tx) => {
    const tree = await treeForUpdate(tx);
    const place = found(tree.byId(id));
    const parent = found(tree.byId(request.parentId));
    must(tx, actor, 'place.move', { placeId: id });
    must(tx, actor, 'place.move', { placeId: parent.id });
    mustBeAsRead(tree.revision, request.revision);
    if (place.parentId === null || tree.covers(id, parent.id))
      refuse('PlaceInItself', {}, [{ path: '/parentId', code: 'invalid_value' }]);
    mustStandBelow(tx, parent, place);
    const moved = {
      ...place,
      parentId: parent.id,
      code: request.code === undefined ? place.code : request.code,
      localCode: request.localCode === undefined ? place.localCode : request.localCode,
    };
    mustHaveSomeCode(moved);
    mustHaveOwnCode(tx, tree, moved);
    const after = await writeTree(
      tx,
      tree,
      tree.places.map((one) => (one.id === id ? moved : one)),
    );
    await audit(tx, actor, {
      act: 'place.move',
      noun: 'place',
      subjectId: id,
      placeId: id,
      detail: { from: place.parentId, to: parent.id, reason: request.reason },
    });
    await emit(tx, placeMoved, actor, {
      placeId: id,
      fromParentId: place.parentId,
      toParentId: parent.id,
      revision: after.revision,
    });
    return placeView(tx, actor, after, found(after.byId(id)));
  });
}
