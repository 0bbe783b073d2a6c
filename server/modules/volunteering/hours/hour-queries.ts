import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { abilitiesOn, atOrBelowSql, rangesFor } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { z } from 'zod';
import type { hourList, HourLine, HourQuery, HourSums, ServiceFacts } from '../contract.ts';
import { countsSql, minutesByEvidenceSql, reversedSql, waitsSql } from './counts.ts';
import { plainWords } from '../plain-words.ts';
import { placesOfHourSql, recordedSql } from './recorded-sql.ts';
import { unitNames } from './unit-names.ts';
import type { Evidence } from './record-hours.ts';

/** An entry as rules and screens see it. */
export interface HourRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: 'service' | 'reversal';
  readonly minutes: number;
  readonly orderId: string;
  readonly visitId: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly placeId: string;
  /** Its own place and that of the station that recorded it. */
  readonly placeIds: readonly string[];
  /** The unit that recorded it; null: the county's own centre. */
  readonly unitId: string | null;
  readonly number: string | null;
  readonly evidence: Evidence;
  readonly reverses: string | null;
  readonly reversed: boolean;
  /** Reversals and what waits for its second signature do not. */
  readonly counts: boolean;
  readonly waits: boolean;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  readonly recordedBy: { kind: string; id: string };
  /** Who typed its visit in afterwards; null: it was planned. */
  readonly typedInBy: string | null;
  /** Who served in it. */
  readonly servedIds: readonly string[];
  readonly reason: string | null;
  readonly happenedAt: Date;
  readonly enteredAt: Date;
  readonly rowHash: string;
  readonly sealed: boolean;
  readonly facts: ServiceFacts;
}

const columns = `h.id, h.person_id as "personId", h.kind, h.minutes, h.order_id as "orderId", h.visit_id as "visitId", h.service_id as "serviceId", h.service_version as "serviceVersion", h.place_id as "placeId",
  ${placesOfHourSql} as "placeIds", h.unit_id as "unitId", vo.number, h.recorded_by as "recordedBy", ${countsSql} as counts, ${waitsSql} as waits, sg.signed_by as "signedBy", sg.signed_at as "signedAt",
  h.evidence, h.reverses, h.reason, h.happened_at as "happenedAt", h.entered_at as "enteredAt", h.row_hash as "rowHash", sv.facts,
  (select vi.typed_in_by ->> 'id' from volunteering.visits vi where vi.county_id = h.county_id and vi.id = h.visit_id) as "typedInBy", ${reversedSql} as reversed,
  array(select a.person_id::text from volunteering.assignments a where a.county_id = h.county_id and a.visit_id = h.visit_id and a.state = 'served') as "servedIds",
  exists (select 1 from platform.seals s where s.county_id = h.county_id and s.chain = 'hours' and s.row_id = h.id) as sealed`;
const tables = `volunteering.hours h join volunteering.service_versions sv on sv.county_id = h.county_id and sv.service_id = h.service_id and sv.version = h.service_version
  left join volunteering.volunteers vo on vo.county_id = h.county_id and vo.person_id = h.person_id
  left join volunteering.hour_signatures sg on sg.county_id = h.county_id and sg.hour_id = h.id`;
const searchTables = `${tables} left join people.persons p on p.county_id = h.county_id and p.id = h.person_id`;

/** An entry; its order is locked, so that it is not taken back twice at once. */
export async function hourForUpdate(tx: Tx, id: string): Promise<HourRow | undefined> {
  await tx.named(
    'volunteering.hour-order-lock',
    'select o.id from volunteering.orders o join volunteering.hours h on h.county_id = o.county_id and h.order_id = o.id where h.county_id = $1 and h.id = $2 for update of o',
    [tx.countyId, id],
  );
  const [row] = await tx.named<HourRow>(
    'volunteering.hour',
    `select ${columns} from ${tables} where h.county_id = $1 and h.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** One entry as screens show it. */
export const oneHourLine = async (tx: Tx, actor: Actor, id: string): Promise<HourLine> =>
  found((await hourLines(tx, actor, [found(await hourForUpdate(tx, id))]))[0]);

/** All entries of a visit, in the order in which they were written. */
export const entriesOfVisit = (tx: Tx, visitId: string): Promise<HourRow[]> =>
  tx.named<HourRow>(
    'volunteering.hours-of-visit',
    `select ${columns} from ${tables} where h.county_id = $1 and h.visit_id = $2 order by h.person_id, h.entry`,
    [tx.countyId, visitId],
  );

/** Entries as screens show them, by id; unknown ones are left out. */
export async function hourLinesByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, HourLine>> {
  const rows = await tx.named<HourRow>(
    'volunteering.hours-by-ids',
    `select ${columns} from ${tables} where h.county_id = $1 and h.id = any($2::uuid[])`,
    [tx.countyId, ids],
  );
  return new Map((await hourLines(tx, actor, rows)).map((line) => [line.id, line]));
}

/** Entries of the ledger in the wanted order, with the sums of what counts among all that match. Without a grant one sees one's own. */
export async function listHours(ctx: Ctx, actor: Actor, query: HourQuery): Promise<z.infer<typeof hourList>> {
  return ctx.transaction(async (tx) => {
    const { ranges, units } = rangesFor(tx, actor, 'hours.list');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id, units];
    const parts = ['h.county_id = $1', query.mine ? 'h.person_id = $4' : `(${recordedSql(2, 5)} or h.person_id = $4)`];
    if (query.waiting) parts.push(waitsSql);
    if (query.unitId) parts.push(`h.unit_id = $${values.push(query.unitId)}`);
    if (query.personId) parts.push(`h.person_id = $${values.push(query.personId)}`);
    if (query.evidence) parts.push(`h.evidence = $${values.push(query.evidence)}`);
    if (query.placeId) parts.push(atOrBelowSql(tx, 'h.place_id', query.placeId, values));
    if (query.q) {
      const part = `'%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`;
      parts.push(`(sv.facts ->> 'name' ilike ${part} or p.display_name ilike ${part} or vo.number ilike ${part})`);
    }
    const all = parts.join(' and ');
    // $2, $3 and $5 are named in every variant, so that their types are known.
    const typed = 'cardinality($2::int[]) >= 0 and cardinality($3::int[]) >= 0 and cardinality($5::uuid[]) >= 0';
    const [sums] = (
      await tx.client.query<HourSums & { total: number; waiting: number }>(
        `select count(*)::int as total, coalesce(sum(h.minutes) filter (where ${waitsSql}), 0)::int as waiting, ${minutesByEvidenceSql} from ${searchTables} where ${typed} and ${all}`,
        values,
      )
    ).rows;
    if (!sums) throw new Error('a sum has one row');
    const { total, waiting, ...byEvidence } = sums;
    const [before, direction] = query.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
    const after = query.cursor ? `h.id ${before} $${values.push(idOf(query.cursor))}::uuid` : 'true';
    const answer = await tx.client.query<HourRow>(
      `select ${columns} from ${searchTables} where ${typed} and ${all} and ${after} order by h.id ${direction} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const shown = answer.rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await hourLines(tx, actor, shown),
      next: answer.rows.length > query.limit && last ? Buffer.from(last.id).toString('base64url') : null,
      total,
      totalMinutes: Object.values(byEvidence).reduce((sum, one) => sum + one, 0),
      byEvidence,
      waitingMinutes: waiting,
    };
  });
}

function idOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? id
    : refuse('BadRequest', {}, [{ path: '/query/cursor', code: 'invalid_format', detail: { expected: 'cursor' } }]);
}

async function hourLines(tx: Tx, actor: Actor, rows: readonly HourRow[]): Promise<HourLine[]> {
  const names = await displayNames(
    tx,
    rows.flatMap((row) => [row.personId, ...(row.signedBy ? [row.signedBy] : [])]),
  );
  const units = await unitNames(
    tx,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: names.get(row.personId) ?? '',
    number: row.number ?? '',
    unit: { id: row.unitId, name: plainWords(units(row.unitId)) },
    counts: row.counts,
    waits: row.waits,
    signedBy: row.signedBy ? (names.get(row.signedBy) ?? '') : null,
    signedAt: row.signedAt?.toISOString() ?? null,
    kind: row.kind,
    minutes: row.minutes,
    service: row.facts.name,
    placeId: row.placeId,
    evidence: row.evidence,
    reverses: row.reverses,
    reversed: row.reversed,
    reason: row.reason,
    happenedAt: row.happenedAt.toISOString(),
    enteredAt: row.enteredAt.toISOString(),
    sealed: row.sealed,
    rowHash: row.rowHash,
    abilities: abilitiesOn(tx, actor, 'hours', row).filter((ability) => leadsAnywhere(ability, row, actor)),
  }));
}

/** Whether somebody else's entry can have this person's as its second signature: of those who went together none signs for the other. */
const mayBeSecondHand = ({ recordedBy, typedInBy, servedIds }: HourRow, { id }: Actor): boolean =>
  recordedBy.id !== id && typedInBy !== id && !servedIds.includes(id);

// A button that could only be refused is not shown.
function leadsAnywhere(ability: string, row: HourRow, actor: Actor): boolean {
  const stands = row.kind === 'service' && !row.reversed;
  const isOwn = row.personId === actor.id;
  if (ability === 'hours.reverse') return stands && !isOwn;
  if (ability === 'hours.countersign') return row.waits && !isOwn && mayBeSecondHand(row, actor);
  if (ability === 'hours.ask-correction') return stands;
  return true;
}
