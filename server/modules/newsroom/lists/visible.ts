import type { Actor } from '#platform/actor';
import { placeOrRefuse } from '#places';
import { maySomewhere, mustSomewhere } from '#platform/permits';
import type { Tx } from '#platform/transaction';

/** Ranges of places with the unit a grant is narrowed to: where stories may be listed. Null: the whole county. */
export interface Reach {
  readonly lo: number[];
  readonly hi: number[];
  readonly unit: (string | null)[];
}

/** Where this person may list stories by their grants. Their own they may always list. Refuses: Forbidden (403) for whoever neither lists nor writes. */
export function reachOf(tx: Tx, actor: Actor): Reach | null {
  if (!maySomewhere(tx, actor, 'story.list') && !maySomewhere(tx, actor, 'story.write'))
    mustSomewhere(tx, actor, 'story.list');
  return reachBy(tx, actor, 'story.list');
}

/** Where the person's grants give an ability over stories. */
export function reachBy(tx: Tx, actor: Actor, ability: string): Reach | null {
  if (actor.kind === 'system') return null;
  const { permits } = tx.ctx.app;
  const roles = permits.rule(ability).roles ?? [];
  const found = actor.grants
    .filter((grant) => roles.includes(grant.role))
    .flatMap((grant) => {
      const range = permits.tree.range(tx.countyId, grant.placeId);
      return range ? [{ lo: range[0], hi: range[1], unit: grant.unitId }] : [];
    });
  if (found.some((one) => one.lo === 0 && one.unit === null)) return null;
  return { lo: found.map((one) => one.lo), hi: found.map((one) => one.hi), unit: found.map((one) => one.unit) };
}

/** SQL that is true for a story `s` (section `c`) within the reach, or by its author. Says the same as the ability `story.read` for one story. */
export function visibleSql(reach: Reach | null, actorId: string, add: (value: unknown) => string): string {
  if (reach === null) return 'true';
  const own = actorId.includes('-') ? `s.author_id = ${add(actorId)}::uuid` : 'false';
  if (reach.lo.length === 0) return own;
  return `(${own} or exists (select 1 from newsroom.story_places v join places.places w on w.county_id = v.county_id and w.id = v.place_id
    join unnest(${add(reach.lo)}::int[], ${add(reach.hi)}::int[], ${add(reach.unit)}::text[]) r(lo, hi, unit) on w.lo between r.lo and r.hi
    where v.county_id = s.county_id and v.story_id = s.id and (r.unit is null or r.unit = c.unit_id::text)))`;
}

/** SQL that is true for a story `s` of a place or of one below it. Refuses: NotFound (404) for a place that is not there. */
export function inSubtreeSql(tx: Tx, placeId: string, add: (value: unknown) => string): string {
  const place = placeOrRefuse(tx, placeId);
  const [lo, hi] = tx.ctx.app.permits.tree.range(tx.countyId, place.id) ?? [0, -1];
  return `exists (select 1 from newsroom.story_places v join places.places w on w.county_id = v.county_id and w.id = v.place_id where v.county_id = s.county_id and v.story_id = s.id and w.lo between ${add(lo)} and ${add(hi)})`;
}
