import { periodOf } from '#places';
import type { Actor } from '#platform/actor';
import { atOrBelowSql, mustSomewhere, rangesFor } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { Limits, OrderFigureQuery, OrderFigures, OrderWeek } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { answerBy } from '../service/due.ts';
import { allLimits, pickLimits } from '../service/limits.ts';
import { servicesInOrder } from '../service/service-queries.ts';
import { handledSql } from './handled-sql.ts';

// Twelve weeks, whatever day of the week it is: long enough to see a change, short enough to remember it.
const usualDays = 78;

const inState = (states: string): string => `count(*) filter (where o.state in (${states}))::int`;

// An order that was closed after somebody said that it helped did help.
const counts = `${inState(`'submitted'`)} as waiting,
  ${inState(`'accepted', 'paused', 'dispatched', 'visit-failed'`)} as arranging,
  ${inState(`'taken', 'under-way'`)} as going,
  count(*) filter (where o.state in ('done', 'disputed') or (o.state = 'closed' and o.confirmed_at is null))::int as done,
  count(*) filter (where o.state in ('confirmed', 'rated', 'helped') or (o.state = 'closed' and o.confirmed_at is not null))::int as helped,
  ${inState(`'refused', 'referred', 'merged', 'cancelled'`)} as otherwise`;
// As `afterAttendedMinutes` counts: `b.day` begins on the county's wall, `m.count` attended minutes after its opening the answer is due, `n.days` later than that day.
const attendedMinutes = `cross join lateral (select date_trunc('day', o.happened_at at time zone $7) as day) b
             cross join lateral (select least(l.closes - l.opens, greatest(0, extract(epoch from (o.happened_at at time zone $7) - b.day) / 60 - l.opens)) + l.minutes as count) m
             cross join lateral (select ceil(m.count / (l.closes - l.opens))::int - 1 as days) n`;
const minutesTaken = `extract(epoch from o.answered_at - o.happened_at) / 60`;
const answers = `count(*) filter (where o.answered_at <= o.answer_by)::int as "answeredInTime",
  count(*) filter (where o.answered_at > o.answer_by)::int as "answeredLate",
  count(*) filter (where o.state = 'submitted' and o.answer_by < $4)::int as overdue,
  round(percentile_cont(0.5) within group (order by ${minutesTaken}))::int as "medianMinutes",
  round(percentile_cont(0.9) within group (order by ${minutesTaken}))::int as "slowMinutes"`;

/** Orders by the week in which they were made: what became of them, and how soon they were answered against the limits that hold now. Whole weeks from Monday to Sunday, those without orders too.
 *  Counts alone, of places and never of persons. Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there. */
export async function orderFigures(ctx: Ctx, actor: Actor, query: OrderFigureQuery): Promise<OrderFigures> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'order.figures');
    const { from, until } = periodOf(tx, query, usualDays);
    const { ranges, units } = rangesFor(tx, actor, 'order.figures');
    const limits = await limitsByService(tx);
    const ends = endsOfWorkingDays(tx, [...limits.values()], from, until);
    const values: unknown[] = [
      tx.countyId,
      ranges.map(([lo]) => lo),
      ranges.map(([, hi]) => hi),
      tx.at,
      from,
      until,
      tx.ctx.county.timeZone,
      [...limits.keys()],
      [...limits.values()].map((one) => one.answerWithinMinutes),
      units,
      [...limits.values()].map((one) => one.answerWithinWorkingDays),
      ends.map((one) => one.workingDays),
      ends.map((one) => one.day),
      ends.map((one) => one.at),
      [...limits.values()].map((one) => one.answeredFrom),
      [...limits.values()].map((one) => one.answeredUntil),
    ];
    const where = [handledSql('o', 2, 10)];
    if (query.placeId) where.push(atOrBelowSql(tx, 'o.place_id', query.placeId, values));
    if (query.serviceId) where.push(`o.service_id = $${values.push(query.serviceId)}`);
    const answer = await tx.client.query<OrderWeek & { shortest: number | null; longest: number | null }>(
      `select to_char(w.week, 'YYYY-MM-DD') as week, ${counts}, ${answers}, min(o.minutes) as shortest, max(o.minutes) as longest
         from generate_series(date_trunc('week', $5::date::timestamp), $6::date::timestamp, interval '1 week') w(week)
         left join lateral (
           select o.*, case when l.working_days is null then l.minutes end as minutes, coalesce(e.at, (b.day + make_interval(days => n.days, secs => 60 * (l.opens + m.count - n.days * (l.closes - l.opens))::float8)) at time zone $7) as answer_by
             from volunteering.orders o join unnest($8::uuid[], $9::int[], $11::int[], $15::int[], $16::int[]) l(service_id, minutes, working_days, opens, closes) on l.service_id = o.service_id
             ${attendedMinutes}
             left join unnest($12::int[], $13::date[], $14::timestamptz[]) e(working_days, day, at)
               on e.working_days = l.working_days and e.day = (o.happened_at at time zone $7)::date
            where o.county_id = $1 and not o.suspect and o.happened_at >= w.week at time zone $7 and o.happened_at < (w.week + interval '1 week') at time zone $7
              and ${where.join(' and ')}) o on true
        group by w.week order by w.week`,
      values,
    );
    const all = answer.rows;
    const shortest = all.flatMap((row) => row.shortest ?? []);
    const longest = all.flatMap((row) => row.longest ?? []);
    return {
      from,
      until,
      weeks: all.map(({ shortest: _shortest, longest: _longest, ...week }) => week),
      limitMinutes: shortest.length === 0 ? null : { shortest: Math.min(...shortest), longest: Math.max(...longest) },
    };
  });
}

async function limitsByService(tx: Tx): Promise<Map<string, Limits>> {
  const rows = await allLimits(tx);
  return new Map((await servicesInOrder(tx, true)).map(({ id, level }) => [id, pickLimits(rows, id, level)]));
}

const dayMilliseconds = 86_400_000;

// Working days are the county's calendar, which the database does not know: what was ordered on each day of the period had to be answered by then.
function endsOfWorkingDays(
  tx: Tx,
  limits: readonly Limits[],
  from: string,
  until: string,
): { workingDays: number; day: string; at: Date }[] {
  const kinds = new Map(limits.map((one) => [one.answerWithinWorkingDays, one]));
  // The first and the last week are whole ones.
  const first = Date.parse(`${from}T12:00:00Z`) - 7 * dayMilliseconds;
  const days = Math.round((Date.parse(`${until}T12:00:00Z`) - first) / dayMilliseconds) + 8;
  return [...kinds].flatMap(([workingDays, one]) =>
    workingDays === null
      ? []
      : Array.from({ length: days }, (_, at) => {
          const noon = new Date(first + at * dayMilliseconds);
          return {
            workingDays,
            day: onTheWall(noon, tx.ctx.county.timeZone).day,
            at: answerBy(tx, noon, one),
          };
        }),
  );
}
