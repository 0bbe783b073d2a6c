import type { Actor } from '#platform/actor';
import { placeOrRefuse } from '#places';
import { maySomewhere, mustSomewhere } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { grantRanges, rangeColumns, rangeReaches } from './grant-ranges.ts';
import type { GrantRange } from './grant-ranges.ts';

/** Where stories may be listed. Null: the whole county. */
export type Reach = readonly GrantRange[] | null;

/** Where this person may list stories by their grants. Their own they may always list. Refuses: Forbidden (403) for whoever neither lists nor writes. */
export function reachOf(tx: Tx, actor: Actor): Reach {
  if (!maySomewhere(tx, actor, 'story.list') && !maySomewhere(tx, actor, 'story.write'))
    mustSomewhere(tx, actor, 'story.list');
  return reachBy(tx, actor, 'story.list');
}

/** Where the person's grants give an ability over stories. */
export function reachBy(tx: Tx, actor: Actor, ability: string): Reach {
  if (actor.kind === 'system') return null;
  const ranges = grantRanges(tx, actor, ability);
  return ranges.some((one) => one.lo === 0 && one.unit === null) ? null : ranges;
}

/** SQL that is true for a story `s` (section `c`) within the reach, or by its author. Says the same as the ability `story.read` for one story. */
export function visibleSql(reach: Reach, actorId: string, add: (value: unknown) => string): string {
  if (reach === null) return 'true';
  const own = actorId.includes('-') ? `s.author_id = ${add(actorId)}::uuid` : 'false';
  if (reach.length === 0) return own;
  const [lo, hi, unit] = rangeColumns(reach).map((column) => add(column));
  return `(${own} or exists (select 1 from unnest(${lo}::int[], ${hi}::int[], ${unit}::text[]) g(lo, hi, unit) where ${rangeReaches}))`;
}

/** SQL that is true for a story `s` of a place or of one below it. Refuses: NotFound (404) for a place that is not there. */
export function inSubtreeSql(tx: Tx, placeId: string, add: (value: unknown) => string): string {
  const place = placeOrRefuse(tx, placeId);
  const [lo, hi] = tx.ctx.app.permits.tree.range(tx.countyId, place.id) ?? [0, -1];
  return `exists (select 1 from newsroom.story_places v join places.places w on w.county_id = v.county_id and w.id = v.place_id where v.county_id = s.county_id and v.story_id = s.id and w.lo between ${add(lo)} and ${add(hi)})`;
}
