import { periodOf } from '#places';
import type { Actor } from '#platform/actor';
import { atOrBelowSql, rangesFor } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { HourFigureQuery, HourFigures, HourMonth } from '../contract.ts';
import { minutesByEvidenceSql } from './counts.ts';
import { recordedSql } from './recorded-sql.ts';

// This month and the eleven before it.
const usualDays = 335;

/** Minutes that count by month and class of evidence, months without any too: one's own, or those of one's places as a whole. Never by person.
 *  Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there. */
export async function hourFigures(ctx: Ctx, actor: Actor, query: HourFigureQuery): Promise<HourFigures> {
  return ctx.transaction(async (tx) => {
    const { from, until } = periodOf(tx, query, usualDays);
    const { ranges, units } = rangesFor(tx, actor, 'hours.list');
    const values: unknown[] = [
      tx.countyId,
      ranges.map(([lo]) => lo),
      ranges.map(([, hi]) => hi),
      actor.id,
      from,
      until,
    ];
    values.push(tx.ctx.county.timeZone, units);
    // $2, $3 and $8 are named in every variant, so that their types are known.
    const where = [
      'cardinality($2::int[]) >= 0 and cardinality($3::int[]) >= 0 and cardinality($8::uuid[]) >= 0',
      query.mine ? 'h.person_id = $4::uuid' : `(${recordedSql(2, 8)} or h.person_id = $4::uuid)`,
    ];
    if (query.placeId) where.push(atOrBelowSql(tx, 'h.place_id', query.placeId, values));
    const answer = await tx.client.query<HourMonth>(
      `select to_char(m.month, 'YYYY-MM') as month, ${minutesByEvidenceSql}
         from generate_series(date_trunc('month', $5::date::timestamp), $6::date::timestamp, interval '1 month') m(month)
         left join volunteering.hours h on h.county_id = $1 and h.happened_at >= m.month at time zone $7 and h.happened_at < (m.month + interval '1 month') at time zone $7
              and ${where.join(' and ')}
        group by m.month order by m.month`,
      values,
    );
    return { from, until, months: answer.rows };
  });
}
