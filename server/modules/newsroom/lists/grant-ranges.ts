import type { Actor } from '#platform/actor';
import { maySomewhere } from '#platform/permits';
import type { Tx } from '#platform/transaction';

/** Where in the tree a grant gives an ability, and the unit it is narrowed to. */
export interface GrantRange {
  readonly lo: number;
  readonly hi: number;
  readonly unit: string | null;
}

/** The ranges in which this person has an ability, by grants of these roles. */
export function grantRanges(tx: Tx, actor: Actor, ability: string, roles?: readonly string[]): GrantRange[] {
  if (!maySomewhere(tx, actor, ability)) return [];
  const { permits } = tx.ctx.app;
  const rule = permits.rule(ability);
  const giving = roles ?? rule.roles ?? [];
  return actor.grants
    .filter((grant) => giving.includes(grant.role) && (!rule.onDuty || grant.duty))
    .flatMap(({ placeId, unitId }) => {
      const range = permits.tree.range(tx.countyId, placeId);
      return range ? [{ lo: range[0], hi: range[1], unit: unitId }] : [];
    });
}

/** The ranges as three parameters, for `unnest($n::int[], $n::int[], $n::text[]) g(lo, hi, unit)`. */
export const rangeColumns = (ranges: readonly GrantRange[]): unknown[] => [
  ranges.map((one) => one.lo),
  ranges.map((one) => one.hi),
  ranges.map((one) => one.unit),
];

/** SQL that is true for a story `s` (section `c`) within the range `g`: what `may` says of one story, for a whole list. */
export const rangeReaches = `(g.unit is null or g.unit = c.unit_id::text) and exists (select 1 from newsroom.story_places v join places.places w on w.county_id = v.county_id and w.id = v.place_id
  where v.county_id = s.county_id and v.story_id = s.id and w.lo between g.lo and g.hi)`;
