import { inWords, isLiving, placeById, rootPlace, subtree, today } from '#places';
import type { Tx } from '#platform/transaction';
import { onTheWall } from '../county-day.ts';
import { countsSql } from '../hours/counts.ts';
import type { GivenCount, HelpGivenPageProps, HelpGivenRow } from '../page-contract.ts';
import { servicesInOrder } from '../service/service-queries.ts';
import { termNames } from '../service/terms.ts';

/** Below this many, a count could be one household that everybody in a town knows. */
export const leastShown = 10;

interface Group {
  readonly groupKey: string;
  readonly placeId: string;
  readonly month: number;
  readonly year: number;
}

/** How often help was given this month and this year, by kind and by town: visits whose hours count, and what was settled on the spot. Counts of orders, never of a person; under ten only that it is fewer. */
export async function helpGiven(tx: Tx, language: 'zh-CN' | 'en'): Promise<HelpGivenPageProps> {
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  const given = await countGiven(tx, day);
  const names = await termNames(tx, 'group');
  const kinds = [...new Set((await servicesInOrder(tx)).map(({ group }) => group))];
  const towns = subtree(tx, rootPlace(tx).id).filter((place) => place.depth === 1 && isLiving(place, today(tx)));
  const townIds = new Map(given.map(({ placeId }) => [placeId, townOf(tx, placeId)]));
  const [byKind, byTown] = guarded(
    kinds.map((key) => ({
      key,
      name: inWords(names.get(key) ?? { 'zh-CN': key }, language),
      of: given.filter((one) => one.groupKey === key),
    })),
    towns.map(({ id, name }) => ({
      key: id,
      name: inWords(name, language),
      of: given.filter((one) => townIds.get(one.placeId) === id),
    })),
  );
  return { monthOf: Number(day.slice(5, 7)), yearOf: Number(day.slice(0, 4)), kinds: byKind, towns: byTown };
}

const townOf = (tx: Tx, placeId: string): string | undefined => {
  let place = placeById(tx, placeId);
  while (place && place.depth > 1) place = placeById(tx, place.parentId ?? '');
  return place?.depth === 1 ? place.id : undefined;
};

const countGiven = (tx: Tx, day: string): Promise<Group[]> =>
  tx.named<Group>(
    'volunteering.help-given',
    `with given as (
         select h.order_id, h.service_id, h.place_id, h.happened_at as at from volunteering.hours h where h.county_id = $1 and ${countsSql}
         union all
         select o.id, o.service_id, o.place_id, o.ended_at from volunteering.orders o where o.county_id = $1 and o.state = 'helped')
     select s.group_key as "groupKey", g.place_id as "placeId", count(distinct g.order_id)::int as year,
         (count(distinct g.order_id) filter (where g.at >= $2::date::timestamp at time zone $4))::int as month
       from given g join volunteering.services s on s.county_id = $1 and s.id = g.service_id
      where g.at >= $3::date::timestamp at time zone $4 and g.at <= $5 group by s.group_key, g.place_id`,
    [tx.countyId, `${day.slice(0, 7)}-01`, `${day.slice(0, 4)}-01-01`, tx.ctx.county.timeZone, tx.at],
  );

interface Summed {
  readonly key: string;
  readonly name: string;
  readonly of: readonly Group[];
}

/** Both tables have the same sum. Where one hides a single row and the other none, it could be worked out: then the smallest of its neighbours says "ten or more" only. */
function guarded(kinds: readonly Summed[], towns: readonly Summed[]): [HelpGivenRow[], HelpGivenRow[]] {
  const column = (rows: readonly Summed[], span: 'month' | 'year'): number[] =>
    rows.map(({ of }) => of.reduce((sum, one) => sum + one[span], 0));
  const shown = (rows: readonly Summed[], others: readonly Summed[]): HelpGivenRow[] => {
    const month = shownCounts(column(rows, 'month'), column(others, 'month'));
    const year = shownCounts(column(rows, 'year'), column(others, 'year'));
    return rows.map(({ key, name }, at) => ({ key, name, month: month[at] ?? 'few', year: year[at] ?? 'few' }));
  };
  return [shown(kinds, towns), shown(towns, kinds)];
}

/** A column as it may be published, beside the other table's column with the same sum. */
export function shownCounts(counts: readonly number[], others: readonly number[]): GivenCount[] {
  const hidden = (of: readonly number[]): number => of.filter((count) => count < leastShown).length;
  const smallest = Math.min(...counts.filter((count) => count >= leastShown));
  const blurred = hidden(counts) === 1 && hidden(others) === 0 ? counts.indexOf(smallest) : -1;
  return counts.map((count, at) => (count < leastShown ? 'few' : at === blurred ? 'ten-or-more' : count));
}
