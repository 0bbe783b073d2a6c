import { inWords, placeById, placeName } from '#places';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { may, must } from '#platform/permits';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { SavedView, ViewList } from '../contract.ts';
import { colleagues } from '../permissions.ts';
import { unitNames } from '../unit-queries.ts';
import { isSeen, viewsOf } from './view-queries.ts';
import type { ViewRow } from './view-queries.ts';

/** The views of a list that somebody has, and with whom they could share one: the places and units of their own work. */
export async function seeViews(ctx: Ctx, actor: Actor, list: string): Promise<ViewList> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'view.keep', {});
    const [rows, first] = await together(viewsOf(tx, list, actor.id), firstViewOf(tx, actor, list));
    const seen = rows.filter((row) => isSeen(tx, actor, row));
    const audiences = audiencesOf(tx, actor);
    const [people, units] = await together(
      displayNames(
        tx,
        seen.map(({ personId }) => personId),
      ),
      unitNames(
        tx,
        [...seen, ...audiences].flatMap(({ unitId }) => unitId ?? []),
      ),
    );
    const nameOf = (placeId: string, unitId: string | null): string => {
      const place = placeById(tx, placeId);
      const unit = unitId === null ? undefined : units.get(unitId);
      return unit ? inWords(unit, ctx.language) : place ? placeName(place, ctx.language) : '';
    };
    return {
      items: seen.map((row) => viewOf(tx, actor, row, { first, people, nameOf })),
      audiences: audiences.map(({ placeId, unitId }) => ({ placeId, unitId, name: nameOf(placeId, unitId) })),
    };
  });
}

interface Naming {
  readonly first: string | null;
  readonly people: ReadonlyMap<string, string>;
  nameOf(placeId: string, unitId: string | null): string;
}

const viewOf = (tx: Tx, actor: Actor, row: ViewRow, { first, people, nameOf }: Naming): SavedView => ({
  id: row.id,
  name: row.name,
  search: row.search,
  owner: { id: row.personId, name: people.get(row.personId) ?? '' },
  audience:
    row.placeId === null ? null : { placeId: row.placeId, unitId: row.unitId, name: nameOf(row.placeId, row.unitId) },
  isFirst: row.id === first,
  mayChange: may(tx, actor, 'view.change', row),
  version: row.version,
});

async function firstViewOf(tx: Tx, actor: Actor, list: string): Promise<string | null> {
  const [row] = await tx.named<{ id: string }>(
    'access.first-view',
    'select view_id as id from access.first_views where county_id = $1 and person_id = $2 and list = $3',
    [tx.countyId, actor.id, list],
  );
  return row?.id ?? null;
}

function audiencesOf(tx: Tx, actor: Actor): { placeId: string; unitId: string | null }[] {
  const own = new Map(
    actor.grants
      .filter(({ role }) => colleagues.some((one) => one === role))
      .map(({ placeId, unitId }) => [`${placeId} ${unitId ?? ''}`, { placeId, unitId: unitId ?? null }]),
  );
  return [...own.values()].filter((thing) => may(tx, actor, 'view.share', thing));
}
