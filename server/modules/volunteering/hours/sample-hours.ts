import { periodOf } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { atOrBelowSql, mustSomewhere, rangesFor } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { HourSample, SampleQuery } from '../contract.ts';
import { plainWords } from '../plain-words.ts';
import { countsSql } from './counts.ts';
import { recordedSql } from './recorded-sql.ts';
import { unitNames } from './unit-names.ts';

interface Drawn extends Omit<HourSample['items'][number], 'unit' | 'happenedAt' | 'enteredAt'> {
  unitId: string | null;
  happenedAt: Date;
  enteredAt: Date;
}

/** Draws entries for a spot check (办法 art. 21): those whose SHA-256 of seed and id is smallest, so that anybody with seed and ledger draws the same, and nobody can choose. Numbers stand in place of names. Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there. */
export async function sampleHours(ctx: Ctx, actor: Actor, query: SampleQuery): Promise<HourSample> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'hours.inspect');
    const { from, until } = periodOf(tx, query, 1);
    const { ranges, units } = rangesFor(tx, actor, 'hours.inspect');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), from, until];
    const zone = `$${values.push(tx.ctx.county.timeZone)}`;
    const where = [
      `h.county_id = $1 and h.kind = 'service' and ${recordedSql(2, values.push(units))}`,
      `h.happened_at >= $4::date::timestamp at time zone ${zone} and h.happened_at < ($5::date + 1)::timestamp at time zone ${zone}`,
    ];
    if (query.placeId) where.push(atOrBelowSql(tx, 'h.place_id', query.placeId, values));
    const all = where.join(' and ');
    const [count] = (
      await tx.client.query<{ population: number }>(
        `select count(*)::int as population from volunteering.hours h where ${all}`,
        values,
      )
    ).rows;
    const seed = `$${values.push(query.seed)}`;
    const { rows } = await tx.client.query<Drawn>(
      `select h.id as "hourId", coalesce(v.number, '') as number, h.unit_id as "unitId", h.place_id as "placeId", sv.facts -> 'name' as service, h.minutes, h.evidence, ${countsSql} as counts,
          h.happened_at as "happenedAt", h.entered_at as "enteredAt", h.row_hash as "rowHash"
         from volunteering.hours h join volunteering.service_versions sv on sv.county_id = h.county_id and sv.service_id = h.service_id and sv.version = h.service_version
         left join volunteering.volunteers v on v.county_id = h.county_id and v.person_id = h.person_id
        where ${all} order by sha256(convert_to(${seed} || h.id::text, 'UTF8')), h.id limit $${values.push(query.size)}`,
      values,
    );
    const names = await unitNames(
      tx,
      rows.map((row) => row.unitId),
    );
    await audit(tx, actor, {
      act: 'hours.sample',
      noun: 'hours',
      subjectId: actor.id,
      detail: { seed: query.seed, from, until, count: rows.length },
    });
    const items = rows.map(({ unitId, ...row }) => ({
      ...row,
      unit: plainWords(names(unitId)),
      happenedAt: row.happenedAt.toISOString(),
      enteredAt: row.enteredAt.toISOString(),
    }));
    return { seed: query.seed, from, until, population: count?.population ?? 0, items, total: items.length };
  });
}
