import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { PlaceList, PlaceQuery, PlaceView } from '../contract.ts';
import { levelName, levelsOf, stepNames } from '../country-pack.ts';
import { placeLine } from '../place-line.ts';
import { treeOf } from '../tree/forest.ts';
import { dayOf } from '../today.ts';
import { codeOf, isLiving } from '../tree/place.ts';
import type { Place } from '../tree/place.ts';
import { placeView } from './place-view.ts';

/** Places in order of position, filtered. Refuses: NotFound (404) for an unknown place to look below. */
export async function listPlaces(ctx: Ctx, actor: Actor, query: PlaceQuery): Promise<PlaceList> {
  const tree = treeOf(ctx.app, ctx.county.id);
  const all = query.below ? tree.subtree(found(tree.byId(query.below)).id) : tree.places;
  const day = dayOf(ctx.now(), ctx.county.timeZone);
  const items = all.filter((place) => fits(place, query, day));
  const abilities = await ctx.transaction(async (tx) =>
    tree.root ? abilitiesOn(tx, actor, 'place', { placeId: tree.root.id }) : [],
  );
  return {
    items: items.map(placeLine),
    revision: tree.revision,
    levels: Object.keys(levelsOf(ctx.county)).map((level) => ({
      level,
      name: levelName(ctx.county, level, ctx.language),
    })),
    steps: stepNames(ctx.county, ctx.language),
    abilities,
  };
}

function fits(place: Place, query: PlaceQuery, day: string): boolean {
  if (query.ended === 'false' && !isLiving(place, day)) return false;
  if (query.level && place.level !== query.level) return false;
  if (!query.search) return true;
  const wanted = query.search.toLowerCase();
  return (
    codeOf(place).startsWith(wanted) || Object.values(place.name).some((name) => name?.toLowerCase().includes(wanted))
  );
}

/** One place, by its id or its code, also one it had before. Refuses: NotFound (404). */
export async function seePlace(ctx: Ctx, actor: Actor, idOrCode: string): Promise<PlaceView> {
  const tree = treeOf(ctx.app, ctx.county.id);
  const place = found(tree.byId(idOrCode) ?? tree.byCode(idOrCode, dayOf(ctx.now(), ctx.county.timeZone)));
  return ctx.transaction(async (tx) => placeView(tx, actor, tree, place));
}
