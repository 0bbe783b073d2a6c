import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { NewView, ViewChange } from '../contract.ts';
import { unitById } from '../unit-queries.ts';
import { isSeen, viewForUpdate, viewsKept } from './view-queries.ts';

/** Keeps what a list shows just now under a name, for oneself or shared. Refuses: Forbidden (403) for colleagues that are not one's own, ViewNameTaken (409), TooManyViews (422), NotFound (404). */
export async function keepView(ctx: Ctx, actor: Actor, request: NewView): Promise<{ id: string }> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'view.keep', {});
    const audience = await mustShare(tx, actor, request.audience);
    await mustBeFree(tx, actor.id, request.list, request.name, null);
    const id = newId<'view'>();
    await tx.named(
      'access.keep-view',
      `insert into access.views (county_id, id, list, name, search, person_id, place_id, unit_id, version, made_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9)`,
      [tx.countyId, id, request.list, request.name, request.search, actor.id, audience.placeId, audience.unitId, tx.at],
    );
    await audit(tx, actor, { act: 'view.keep', noun: 'view', subjectId: id, placeId: audience.placeId });
    return { id };
  });
}

/** Renames a view, replaces what it shows, shares it or takes it back to oneself. Refuses: NotFound (404) for a view one does not have, Forbidden (403) for another's, StaleVersion, ViewNameTaken (409). */
export async function changeView(
  ctx: Ctx,
  actor: Actor,
  { id, ...request }: ViewChange & { id: string },
): Promise<{ id: string }> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'view.keep', {});
    const view = await viewForUpdate(tx, id);
    if (!isSeen(tx, actor, view)) refuse('NotFound');
    must(tx, actor, 'view.change', view);
    mustBeAsRead(view.version, request.version);
    const audience =
      request.audience === undefined
        ? { placeId: view.placeId, unitId: view.unitId }
        : await mustShare(tx, actor, request.audience);
    const name = request.name ?? view.name;
    if (name !== view.name) await mustBeFree(tx, view.personId, view.list, name, id);
    await tx.named(
      'access.change-view',
      'update access.views set name = $3, search = $4, place_id = $5, unit_id = $6, version = version + 1, changed_at = $7 where county_id = $1 and id = $2',
      [tx.countyId, id, name, request.search ?? view.search, audience.placeId, audience.unitId, tx.at],
    );
    await audit(tx, actor, {
      act: 'view.change',
      noun: 'view',
      subjectId: id,
      placeId: audience.placeId ?? view.placeId,
      detail: { changed: Object.keys(request).filter((key) => key !== 'version') },
    });
    return { id };
  });
}

/** Removes a view; lists that opened with it open with none. Refuses: NotFound (404) for a view one does not have, Forbidden (403) for another's. */
export async function dropView(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'view.keep', {});
    const view = await viewForUpdate(tx, id);
    if (!isSeen(tx, actor, view)) refuse('NotFound');
    must(tx, actor, 'view.change', view);
    await tx.named('access.drop-view', 'delete from access.views where county_id = $1 and id = $2', [tx.countyId, id]);
    await audit(tx, actor, { act: 'view.drop', noun: 'view', subjectId: id, placeId: view.placeId });
  });
}

/** Says with which view a list opens for oneself; null: with none. Refuses: NotFound (404) for a view one does not have. */
export async function openWithView(
  ctx: Ctx,
  actor: Actor,
  { list, viewId }: { list: string; viewId: string | null },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    must(tx, actor, 'view.keep', {});
    const own = [tx.countyId, actor.id, list];
    if (viewId === null) {
      await tx.named(
        'access.open-with-none',
        'delete from access.first_views where county_id = $1 and person_id = $2 and list = $3',
        own,
      );
      return;
    }
    const view = await viewForUpdate(tx, viewId);
    if (view.list !== list || !isSeen(tx, actor, view)) refuse('NotFound');
    await tx.named(
      'access.open-with-view',
      `insert into access.first_views (county_id, person_id, list, view_id) values ($1, $2, $3, $4)
         on conflict (county_id, person_id, list) do update set view_id = excluded.view_id`,
      [...own, viewId],
    );
  });
}

interface Audience {
  readonly placeId: string | null;
  readonly unitId: string | null;
}

async function mustShare(tx: Tx, actor: Actor, audience: NewView['audience']): Promise<Audience> {
  if (!audience) return { placeId: null, unitId: null };
  const placeId = placeOrRefuse(tx, audience.placeId).id;
  if (audience.unitId) found(await unitById(tx, audience.unitId));
  must(tx, actor, 'view.share', { placeId, unitId: audience.unitId });
  return { placeId, unitId: audience.unitId };
}

// The lists of one person come one after the other, so that a double click makes no second one.
async function mustBeFree(tx: Tx, personId: string, list: string, name: string, except: string | null): Promise<void> {
  await tx.named('access.lock-views', 'select pg_advisory_xact_lock(hashtextextended($1, 7))', [
    `${tx.countyId} views ${personId}`,
  ]);
  const rows = await tx.named<{ id: string; name: string }>(
    'access.view-names',
    'select id, name from access.views where county_id = $1 and person_id = $2 and list = $3',
    [tx.countyId, personId, list],
  );
  if (rows.some((row) => row.name === name && row.id !== except))
    refuse('ViewNameTaken', {}, [{ path: '/name', code: 'taken' }]);
  if (except === null && rows.length >= viewsKept) refuse('TooManyViews', { most: viewsKept });
}
