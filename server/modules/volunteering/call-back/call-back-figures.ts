import { periodOf } from '#places';
import type { Actor } from '#platform/actor';
import { atOrBelowSql, mustSomewhere, rangesFor } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { CallBackFigureQuery, CallBackFigures } from '../contract.ts';
import { handledSql } from '../order/handled-sql.ts';
import { shareOf } from './wilson.ts';

interface Counts {
  visits: number;
  rated: number;
  called: number;
  reached: number;
  confirmed: number;
  ratings: number[];
  calls: number[];
  ways: Record<Way, { said: number; done: number }>;
}

type Way = CallBackFigures['ways'][number]['way'];
/** What was said by each way; the order of the table. */
const ways: Readonly<Record<Way, { said: string; done: string }>> = {
  page: { said: `r.given_by = 'resident'`, done: `r.outcome = 'done'` },
  sms: { said: `s.outcome is not null`, done: `s.outcome = 'confirmed'` },
  desk: { said: `r.given_by = 'desk'`, done: `r.outcome = 'done'` },
  'call-back': { said: `c.result in ('confirmed', 'disputed')`, done: `c.result = 'confirmed'` },
};
const wayCounts = Object.entries(ways)
  .map(
    ([way, { said, done }]) =>
      `'${way}', jsonb_build_object('said', count(*) filter (where ${said}), 'done', count(*) filter (where ${said} and ${done}))`,
  )
  .join(', ');

const usualDays = 92;
const scores = (column: string): string =>
  `array[${[1, 2, 3, 4, 5].map((score) => `count(*) filter (where ${column} = ${score})::int`).join(', ')}]`;

/** How many of the visits finished in a period were rated, answered a call-back, and said that it was done, with the interval of each; how many gave each score, and what was said by which way. Of places and never of persons; never an average.
 *  Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there. */
export async function callBackFigures(ctx: Ctx, actor: Actor, query: CallBackFigureQuery): Promise<CallBackFigures> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'call-back.list');
    const { from, until } = periodOf(tx, query, usualDays);
    const { ranges, units } = rangesFor(tx, actor, 'call-back.list');
    const zone = tx.ctx.county.timeZone;
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), from, until, zone];
    values.push(units);
    const here = query.placeId ? ` and ${atOrBelowSql(tx, 'o.place_id', query.placeId, values)}` : '';
    const { rows } = await tx.client.query<Counts>(
      `select count(*)::int as visits, count(r.visit_id)::int as rated, count(c.result) filter (where c.result <> 'not-needed')::int as called,
          count(*) filter (where c.result in ('confirmed', 'disputed'))::int as reached, count(*) filter (where c.result = 'confirmed')::int as confirmed,
          ${scores('r.score')} as ratings, ${scores('c.score')} as calls, jsonb_build_object(${wayCounts}) as ways
         from volunteering.orders o left join volunteering.ratings r on r.county_id = o.county_id and r.visit_id = o.visit_id
         left join volunteering.call_backs c on c.county_id = o.county_id and c.visit_id = o.visit_id
         left join lateral (select a.outcome from volunteering.sms_answers a where a.county_id = o.county_id and a.order_id = o.id and a.outcome in ('confirmed', 'disputed') order by a.received_at desc limit 1) s on true
        where o.county_id = $1 and ${handledSql('o', 2, 7)}${here} and o.done_at is not null and not o.suspect
          and o.done_at >= $4::date::timestamp at time zone $6 and o.done_at < ($5::date + 1)::timestamp at time zone $6`,
      values,
    );
    const [all] = rows;
    if (!all) throw new Error('a count answers one row');
    return {
      from,
      until,
      rated: shareOf(all.rated, all.visits),
      reached: shareOf(all.reached, all.called),
      confirmed: shareOf(all.confirmed, all.reached),
      ratings: all.ratings,
      calls: all.calls,
      ways: (Object.keys(ways) as Way[]).map((way) => ({
        way,
        done: shareOf(all.ways[way].done, all.ways[way].said),
      })),
    };
  });
}
