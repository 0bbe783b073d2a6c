import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { may, rangesFor } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CorrectionLine, correctionList, CorrectionQuery } from '../contract.ts';
import { hourLinesByIds } from './hour-queries.ts';
import { placesOfHourSql, recordedSql } from './recorded-sql.ts';

/** A request, with its answer where there is one. `amendedId`: the entry written anew. */
export interface CorrectionRow {
  readonly id: string;
  readonly hourId: string;
  readonly personId: string;
  /** Those of the entry. */
  readonly placeIds: readonly string[];
  readonly unitId: string | null;
  readonly amendedId: string | null;
  readonly said: string;
  readonly minutes: number | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly verdict: 'amended' | 'kept' | null;
  readonly reason: string | null;
  readonly answeredAt: Date | null;
}

// What was written anew is the entry after the reversal, of the same visit and person.
const columns = `c.id, c.hour_id as "hourId", c.person_id as "personId", ${placesOfHourSql} as "placeIds", h.unit_id as "unitId", c.said, c.minutes, c.asked_at as "askedAt", c.due_at as "dueAt",
  a.verdict, a.reason, a.answered_at as "answeredAt",
  case when a.verdict = 'amended' then (select n.id from volunteering.hours n join volunteering.hours r on r.county_id = n.county_id and r.reverses = h.id
     where n.county_id = h.county_id and n.visit_id = h.visit_id and n.person_id = h.person_id and n.kind = 'service' and n.entry = r.entry + 1) end as "amendedId"`;
const tables = `volunteering.hour_corrections c join volunteering.hours h on h.county_id = c.county_id and h.id = c.hour_id
  left join volunteering.hour_correction_answers a on a.county_id = c.county_id and a.correction_id = c.id`;

const searchTables = `${tables} left join people.persons p on p.county_id = h.county_id and p.id = h.person_id
  join volunteering.service_versions sv on sv.county_id = h.county_id and sv.service_id = h.service_id and sv.version = h.service_version`;

/** One request, or undefined. */
export async function correctionById(tx: Tx, id: string): Promise<CorrectionRow | undefined> {
  const [row] = await tx.named<CorrectionRow>(
    'volunteering.correction',
    `select ${columns} from ${tables} where c.county_id = $1 and c.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** Whether an entry has a request that nobody has answered. */
export async function isCorrectionOpen(tx: Tx, hourId: string): Promise<boolean> {
  const rows = await tx.named(
    'volunteering.correction-open',
    `select 1 from ${tables} where c.county_id = $1 and c.hour_id = $2 and a.correction_id is null`,
    [tx.countyId, hourId],
  );
  return rows.length > 0;
}

/** One request as screens show it. */
export const oneCorrection = async (tx: Tx, actor: Actor, id: string): Promise<CorrectionLine> =>
  found((await correctionLines(tx, actor, [found(await correctionById(tx, id))]))[0]);

/** Requests to put hours right: one's own, or those of one's places; what waits for an answer by its due time first. */
export async function listCorrections(
  ctx: Ctx,
  actor: Actor,
  query: CorrectionQuery,
): Promise<z.infer<typeof correctionList>> {
  return ctx.transaction(async (tx) => {
    const { ranges, units } = rangesFor(tx, actor, 'hours.list');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id, units];
    const parts = [
      'c.county_id = $1 and cardinality($2::int[]) >= 0 and cardinality($3::int[]) >= 0 and cardinality($5::uuid[]) >= 0',
      query.mine ? 'c.person_id = $4' : `(${recordedSql(2, 5)} or c.person_id = $4)`,
    ];
    if (query.open) parts.push('a.correction_id is null');
    if (query.q) {
      const part = `'%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`;
      parts.push(
        `(c.said ilike ${part} or a.reason ilike ${part} or p.display_name ilike ${part} or sv.facts ->> 'name' ilike ${part})`,
      );
    }
    const where = parts.join(' and ');
    const [count] = (
      await tx.client.query<{ total: number }>(
        `select count(*)::int as total from ${searchTables} where ${where}`,
        values,
      )
    ).rows;
    const [key, order, after] = query.sort === 'newest' ? ['c.asked_at', 'desc', '<'] : ['c.due_at', 'asc', '>'];
    const reached = query.cursor ? readTimeCursor(query.cursor, 'cursor') : undefined;
    const from = reached
      ? `(${key}, c.id) ${after} ($${values.push(reached.at)}::timestamptz, $${values.push(reached.id)}::uuid)`
      : 'true';
    const rows = (
      await tx.client.query<CorrectionRow>(
        `select ${columns} from ${searchTables} where ${where} and ${from} order by ${key} ${order}, c.id ${order} limit $${values.push(query.limit + 1)}`,
        values,
      )
    ).rows;
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await correctionLines(tx, actor, shown),
      next:
        rows.length > query.limit && last
          ? cursorOf((query.sort === 'newest' ? last.askedAt : last.dueAt).toISOString(), last.id)
          : null,
      total: count?.total ?? 0,
    };
  });
}

async function correctionLines(tx: Tx, actor: Actor, rows: readonly CorrectionRow[]): Promise<CorrectionLine[]> {
  const entries = await hourLinesByIds(
    tx,
    actor,
    rows.flatMap((row) => [row.hourId, ...(row.amendedId ? [row.amendedId] : [])]),
  );
  return rows.map((row) => ({
    id: row.id,
    entry: found(entries.get(row.hourId)),
    amended: row.amendedId ? found(entries.get(row.amendedId)) : null,
    said: row.said,
    minutes: row.minutes,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    verdict: row.verdict,
    reason: row.reason,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    abilities:
      row.verdict === null && row.personId !== actor.id && may(tx, actor, 'hours.answer-correction', row)
        ? ['hours.answer-correction']
        : [],
  }));
}
