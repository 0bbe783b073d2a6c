import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { cursorOf, readCursorOf } from '#platform/keyset';
import { abilitiesOn, atOrBelowSql, mustSee, mustSomewhere, rangesFor, withinSql } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { IncidentLine, IncidentQuery, IncidentView } from '../contract.ts';
import { assignmentsOf } from './visit-queries.ts';

interface Row extends Pick<IncidentLine, 'id' | 'kind' | 'urgent' | 'service'> {
  readonly visitId: string;
  readonly placeId: string;
  readonly said: string;
  readonly happenedAt: Date;
  readonly enteredAt: Date;
  readonly closedAt: Date | null;
  readonly reportedBy: string;
}

// Where somebody is in danger it stands as if it had been told a century before the others.
const rank = `(case when i.urgent then i.entered_at - interval '100 years' else i.entered_at end)`;
const sorts = {
  urgent: [rank, 'asc', '>'],
  oldest: ['i.entered_at', 'asc', '>'],
  newest: ['i.entered_at', 'desc', '<'],
} as const;

const columns = `i.id, i.kind, i.urgent, i.said, i.visit_id as "visitId", i.place_id as "placeId", i.happened_at as "happenedAt", i.entered_at as "enteredAt", i.closed_at as "closedAt", i.reported_by as "reportedBy",
  sv.facts -> 'name' as service`;
const tables = `volunteering.incidents i join volunteering.visits v on v.county_id = i.county_id and v.id = i.visit_id
  join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id
  join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version`;

const lineOf = (tx: Tx, row: Row): IncidentLine => ({
  id: row.id,
  kind: row.kind,
  urgent: row.urgent,
  service: row.service,
  place: placeLine(placeOrRefuse(tx, row.placeId)),
  happenedAt: row.happenedAt.toISOString(),
  enteredAt: row.enteredAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
});

/** Reports of the officer's places that are open, or closed: the urgent first, the oldest or the newest. */
export const listIncidents = (
  ctx: Ctx,
  actor: Actor,
  query: IncidentQuery,
): Promise<{ items: IncidentLine[]; next: string | null; total: number }> =>
  ctx.transaction((tx) => incidentsFor(tx, actor, query));

/** As `listIncidents`, in a transaction that is open. */
export async function incidentsFor(
  tx: Tx,
  actor: Actor,
  query: IncidentQuery,
): Promise<{ items: IncidentLine[]; next: string | null; total: number }> {
  mustSomewhere(tx, actor, 'incident.read');
  const { ranges } = rangesFor(tx, actor, 'incident.read');
  const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi)];
  const parts = [
    'i.county_id = $1',
    withinSql('i.place_id', 2),
    `i.closed_at is ${query.state === 'open' ? '' : 'not '}null`,
  ];
  if (query.placeId) parts.push(atOrBelowSql(tx, 'i.place_id', query.placeId, values));
  if (query.kind) parts.push(`i.kind = $${values.push(query.kind)}`);
  if (query.q)
    parts.push(
      `sv.facts -> 'name' ->> 'zh-CN' ilike '%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`,
    );
  const from = `${tables} where ${parts.join(' and ')}`;
  const [count] = (await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, values)).rows;
  const [by, order, beyond] = sorts[query.sort];
  const reached = query.cursor ? readCursorOf('timestamptz', query.cursor, 'cursor') : undefined;
  const after = reached
    ? `(${by}, i.id) ${beyond} ($${values.push(reached.value)}::timestamptz, $${values.push(reached.id)}::uuid)`
    : 'true';
  const { rows } = await tx.client.query<Row & { readonly at: Date }>(
    `select ${columns}, ${by} as at from ${from} and ${after} order by ${by} ${order}, i.id ${order} limit $${values.push(query.limit + 1)}`,
    values,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => lineOf(tx, row)),
    next: rows.length > query.limit && last ? cursorOf(last.at.toISOString(), last.id) : null,
    total: count?.total ?? 0,
  };
}

/** One report, whole; that it was read is written down. */
export async function readIncident(ctx: Ctx, actor: Actor, id: string): Promise<IncidentView> {
  return ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'incident.read', await incidentById(tx, id));
    await audit(tx, actor, { act: 'incident.read', noun: 'incident', subjectId: id });
    return incidentView(tx, actor, id);
  });
}

/** As the officers see it. */
export async function incidentView(tx: Tx, actor: Actor, id: string): Promise<IncidentView> {
  const incident = await incidentById(tx, id);
  const goes = (await assignmentsOf(tx, [incident.visitId])).filter((one) => one.state !== 'given-back');
  const notes = await tx.named<{ said: string; by: string; at: Date }>(
    'volunteering.incident-notes',
    'select said, written_by as by, written_at as at from volunteering.incident_notes where county_id = $1 and incident_id = $2 order by id',
    [tx.countyId, id],
  );
  const names = await displayNames(tx, [
    incident.reportedBy,
    ...goes.map((one) => one.personId),
    ...notes.map((note) => note.by),
  ]);
  const nameOf = (person: string): string => names.get(person) ?? '';
  return {
    ...lineOf(tx, incident),
    said: incident.said,
    reportedByName: nameOf(incident.reportedBy),
    helperNames: goes.map((one) => nameOf(one.personId)),
    notes: notes.map((note) => ({ said: note.said, byName: nameOf(note.by), at: note.at.toISOString() })),
    abilities: abilitiesOn(tx, actor, 'incident', incident),
  };
}

async function incidentById(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.named<Row>(
    'volunteering.incident',
    `select ${columns} from ${tables} where i.county_id = $1 and i.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The report, locked until the transaction ends, or 404. */
export async function incidentForUpdate(tx: Tx, id: string): Promise<Row> {
  await tx.named(
    'volunteering.incident-lock',
    'select id from volunteering.incidents where county_id = $1 and id = $2 for update',
    [tx.countyId, id],
  );
  return incidentById(tx, id);
}

const yearsKept = 3;

/** Forgets reports that were closed three years ago (PIPL art. 19: no longer than needed). */
export async function forgetIncidents(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const before = new Date(tx.at);
    before.setUTCFullYear(before.getUTCFullYear() - yearsKept);
    for (const sql of [
      'delete from volunteering.incident_notes n using volunteering.incidents i where n.county_id = $1 and i.county_id = n.county_id and i.id = n.incident_id and i.closed_at < $2',
      'delete from volunteering.incidents where county_id = $1 and closed_at < $2',
    ])
      await tx.client.query(sql, [tx.countyId, before]);
  });
}
