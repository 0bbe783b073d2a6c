import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { PlaceEndRequest, PlaceView } from '../contract.ts';
import { placeEnded } from '../events.ts';
import { treeForUpdate } from '../place-queries.ts';
import { today } from '../today.ts';
import { hasEndedBy } from '../tree/place.ts';
import { writeTree } from '../tree/write-tree.ts';
import { placeView } from './place-view.ts';

/** Says that a place is no more from a day on; a day that has not come yet may be put off or brought forward. It keeps its position, so that whoever looked after it still reaches its records; its code becomes free.
 *  Refuses: StaleVersion (409), PlaceHasChildren (409), PlaceEnded (422), DayWrong (422). */
export async function endPlace(ctx: Ctx, actor: Actor, id: string, request: PlaceEndRequest): Promise<PlaceView> {
  return ctx.transaction(async (tx) => {
    const tree = await treeForUpdate(tx);
    const place = found(tree.byId(id));
    must(tx, actor, 'place.end', { placeId: id });
    mustBeAsRead(tree.revision, request.revision);
    if (hasEndedBy(place, today(tx))) refuse('PlaceEnded');
    if (place.parentId === null || tree.children(id).some((child) => !hasEndedBy(child, request.validTo)))
      refuse('PlaceHasChildren');
    if (request.validTo <= place.validFrom) refuse('DayWrong', {}, [{ path: '/validTo', code: 'invalid_value' }]);
    const after = await writeTree(
      tx,
      tree,
      tree.places.map((one) => (one.id === id ? { ...one, validTo: request.validTo } : one)),
    );
    await audit(tx, actor, {
      act: 'place.end',
      noun: 'place',
      subjectId: id,
      placeId: id,
      detail: { validTo: request.validTo, reason: request.reason },
    });
    await emit(tx, placeEnded, actor, { placeId: id, validTo: request.validTo, revision: after.revision });
    return placeView(tx, actor, after, found(after.byId(id)));
  });
}
