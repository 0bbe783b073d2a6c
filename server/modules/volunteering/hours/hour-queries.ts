import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { abilitiesOn, atOrBelowSql, rangesFor, withinSql } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { HourLine, HourQuery, ServiceFacts } from '../contract.ts';
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
  readonly evidence: Evidence;
  readonly reverses: string | null;
  readonly reversed: boolean;
  readonly reason: string | null;
  readonly happenedAt: Date;
  readonly enteredAt: Date;
  readonly rowHash: string;
  readonly sealed: boolean;
  readonly facts: ServiceFacts;
}

const columns = `h.id, h.person_id as "personId", h.kind, h.minutes, h.order_id as "orderId", h.visit_id as "visitId", h.service_id as "serviceId", h.service_version as "serviceVersion", h.place_id as "placeId",
  h.evidence, h.reverses, h.reason, h.happened_at as "happenedAt", h.entered_at as "enteredAt", h.row_hash as "rowHash", sv.facts,
  exists (select 1 from volunteering.hours r where r.county_id = h.county_id and r.reverses = h.id) as reversed,
  exists (select 1 from platform.seals s where s.county_id = h.county_id and s.chain = 'hours' and s.row_id = h.id) as sealed`;
const tables =
  'volunteering.hours h join volunteering.service_versions sv on sv.county_id = h.county_id and sv.service_id = h.service_id and sv.version = h.service_version';
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

/** Entries of the ledger in the wanted order, with the sum of all that match. Without a grant one sees one's own. */
export async function listHours(
  ctx: Ctx,
  actor: Actor,
  query: HourQuery,
): Promise<{ items: HourLine[]; next: string | null; total: number; totalMinutes: number }> {
  return ctx.transaction(async (tx) => {
    const { ranges } = rangesFor(tx, actor, 'hours.list');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id];
    const parts = [
      'h.county_id = $1',
      query.mine ? 'h.person_id = $4' : `(${withinSql('h.place_id', 2)} or h.person_id = $4)`,
    ];
    if (query.personId) parts.push(`h.person_id = $${values.push(query.personId)}`);
    if (query.evidence) parts.push(`h.evidence = $${values.push(query.evidence)}`);
    if (query.placeId) parts.push(atOrBelowSql(tx, 'h.place_id', query.placeId, values));
    if (query.q) {
      const part = `'%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`;
      parts.push(`(sv.facts ->> 'name' ilike ${part} or p.display_name ilike ${part})`);
    }
    const all = parts.join(' and ');
    // $2 and $3 are named in every variant, so that their types are known.
    const typed = 'cardinality($2::int[]) >= 0 and cardinality($3::int[]) >= 0';
    const sums = await tx.client.query<{ total: number; minutes: number }>(
      `select count(*)::int as total, coalesce(sum(h.minutes), 0)::int as minutes from ${searchTables} where ${typed} and ${all}`,
      values,
    );
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
      total: sums.rows[0]?.total ?? 0,
      totalMinutes: sums.rows[0]?.minutes ?? 0,
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
    rows.map((row) => row.personId),
  );
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: names.get(row.personId) ?? '',
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
    abilities: abilitiesOn(tx, actor, 'hours', row).filter(
      (ability) =>
        ability !== 'hours.reverse' || (row.kind === 'service' && !row.reversed && row.personId !== actor.id),
    ),
  }));
}
