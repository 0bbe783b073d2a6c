import { periodOf } from '#places';
import type { Actor } from '#platform/actor';
import { atOrBelowSql, mustSomewhere, rangesFor } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { UnusualEntries, UnusualQuery } from '../contract.ts';
import { plainWords } from '../plain-words.ts';
import { recordedSql } from './recorded-sql.ts';
import { unitNames } from './unit-names.ts';

/** Ten hours by one hand within two minutes: sold hours were entered so (service.md §0, fact 5). */
const burst = { minutes: 600, within: '2 minutes' } as const;
/** Fifty hours by one hand within a day. */
const dayLong = { minutes: 3_000, within: '24 hours' } as const;
const most = 500;

interface Found {
  unitId: string | null;
  kind: UnusualEntries['kind'];
  fromAt: Date;
  untilAt: Date;
  entries: number;
  minutes: number;
  total: number;
}

/** Where a unit entered many hours by one hand in a short time, by its own word alone, in the ledger in this period. Said of the unit, never of a volunteer, and the hand is not named: it is where to look, no judgement. The latest first, at most 500; `total` counts all. Refuses: BadRequest (400), NotFound (404). */
export async function unusualHours(
  ctx: Ctx,
  actor: Actor,
  query: UnusualQuery,
): Promise<{ items: UnusualEntries[]; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'hours.inspect');
    const { from, until } = periodOf(tx, query, 1);
    const { ranges, units } = rangesFor(tx, actor, 'hours.inspect');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), from, until];
    values.push(tx.ctx.county.timeZone, units);
    const where = [
      `h.county_id = $1 and h.kind = 'service' and h.evidence in ('organiser-attested', 'typed-in-later') and ${recordedSql(2, 7)}`,
      'h.entered_at >= $4::date::timestamp at time zone $6 and h.entered_at < ($5::date + 1)::timestamp at time zone $6',
    ];
    if (query.placeId) where.push(atOrBelowSql(tx, 'h.place_id', query.placeId, values));
    const { rows } = await tx.client.query<Found>(
      `with own as (select h.unit_id, coalesce(t.hand, h.recorded_by ->> 'id') as hand, coalesce(t.at, h.entered_at) as entered_at, h.minutes from volunteering.hours h ${typedIn} where ${where.join(' and ')})
       select found.*, count(*) over ()::int as total from (${runsSql('burst', burst)} union all ${runsSql('day', dayLong)}) found order by "untilAt" desc limit ${most}`,
      values,
    );
    const names = await unitNames(
      tx,
      rows.map((row) => row.unitId),
    );
    const items = rows.map(({ unitId, fromAt, untilAt, total: _total, ...row }) => ({
      ...row,
      unit: { id: unitId, name: plainWords(names(unitId)) },
      fromAt: fromAt.toISOString(),
      untilAt: untilAt.toISOString(),
    }));
    return { items, total: rows[0]?.total ?? 0 };
  });
}

// Of a visit that was typed in afterwards it was typed then, by that hand, whoever confirmed it later and one by one. What was amended since is another entry.
const typedIn = `left join lateral (select v.typed_in_by ->> 'id' as hand, v.made_at as at from volunteering.visits v
        where v.county_id = h.county_id and v.id = h.visit_id and v.typed_in_by is not null and h.entry = 1) t on true`;

// What one hand entered with no longer pause than `within` is one run.
const runsSql = (kind: string, { minutes, within }: { minutes: number; within: string }): string =>
  `(select unit_id as "unitId", '${kind}' as kind, min(entered_at) as "fromAt", max(entered_at) as "untilAt", count(*)::int as entries, sum(minutes)::int as minutes from (
      select *, count(*) filter (where starts) over (partition by unit_id, hand order by entered_at, nth) as run from (
        select *, row_number() over (partition by unit_id, hand order by entered_at) as nth,
          entered_at - lag(entered_at) over (partition by unit_id, hand order by entered_at) > interval '${within}' is not false as starts,
          sum(minutes) over (partition by unit_id, hand order by entered_at range between interval '${within}' preceding and current row) as near
        from own) marked) runs
    group by unit_id, hand, run having max(near) >= ${minutes})`;
