import type { z } from 'zod';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { addressOf } from '#platform/county-address';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { abilitiesOn, rangesFor, withinSql } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { certificateList, CertificateFacts, CertificateQuery, CertificateView } from '../contract.ts';
import { hoursMark } from './hours-mark.ts';
import { ownedBy, unitThing } from './unit-thing.ts';

/** A certificate as it stands. Days are the county's. */
export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly index: number;
  readonly personId: string;
  readonly unitId: string | null;
  readonly from: string;
  readonly until: string;
  readonly facts: CertificateFacts;
  readonly handlerId: string;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedFor: 'hours-amended' | 'wrong' | 'asked' | null;
  readonly replacedBy: string | null;
  readonly replaces: string | null;
  /** An entry in it was taken back since. */
  readonly outdated: boolean;
}

const columns = `c.id, c.number, c.status_index as index, c.person_id as "personId", c.unit_id as "unitId", to_char(c.from_on, 'YYYY-MM-DD') as "from", to_char(c.until_on, 'YYYY-MM-DD') as until, c.facts,
  c.handler_id as "handlerId", c.issued_at as "issuedAt", r.revoked_at as "revokedAt", r.reason as "revokedFor",
  (select n.number from volunteering.certificates n where n.county_id = c.county_id and n.replaces = c.id) as "replacedBy",
  (select o.number from volunteering.certificates o where o.county_id = c.county_id and o.id = c.replaces) as replaces,
  exists (select 1 from volunteering.hours h where h.county_id = c.county_id and h.reverses = any(c.hour_ids)) as outdated`;
const tables = `volunteering.certificates c left join volunteering.certificate_revocations r on r.county_id = c.county_id and r.certificate_id = c.id
  left join stations.stations s on s.county_id = c.county_id and s.id = c.unit_id`;

/** One certificate, or undefined. */
export async function certificateById(tx: Tx, id: string): Promise<CertificateRow | undefined> {
  const [row] = await tx.named<CertificateRow>(
    'volunteering.certificate',
    `select ${columns} from ${tables} where c.county_id = $1 and c.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** One certificate as screens show it. */
export const oneCertificate = async (tx: Tx, actor: Actor, id: string): Promise<CertificateView> =>
  found((await certificateViews(tx, actor, [found(await certificateById(tx, id))]))[0]);

/** Certificates by when they were issued: one's own, and those of the units at one's places. */
export async function listCertificates(
  ctx: Ctx,
  actor: Actor,
  query: CertificateQuery,
): Promise<z.infer<typeof certificateList>> {
  return ctx.transaction(async (tx) => {
    const { ranges, units } = rangesFor(tx, actor, 'certificate.list');
    const all = ranges.some(([lo]) => lo === 0);
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id, units, all];
    const typed =
      'cardinality($2::int[]) >= 0 and cardinality($3::int[]) >= 0 and cardinality($5::uuid[]) >= 0 and $6::boolean is not null';
    const parts = [
      `c.county_id = $1 and ${typed}`,
      query.mine
        ? 'c.person_id = $4'
        : `(c.person_id = $4 or (c.unit_id is null and $6) or c.unit_id = any($5::uuid[]) or ${withinSql('s.place_id', 2)})`,
    ];
    if (query.q) {
      const part = `'%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`;
      parts.push(`(c.number ilike ${part} or c.facts ->> 'volunteerNumber' ilike ${part})`);
    }
    const where = parts.join(' and ');
    const [count] = (
      await tx.client.query<{ total: number }>(`select count(*)::int as total from ${tables} where ${where}`, values)
    ).rows;
    const [sign, order] = query.sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
    const reached = query.cursor ? readTimeCursor(query.cursor, 'cursor') : undefined;
    const after = reached
      ? `(c.issued_at, c.id) ${sign} ($${values.push(reached.at)}::timestamptz, $${values.push(reached.id)}::uuid)`
      : 'true';
    const { rows } = await tx.client.query<CertificateRow>(
      `select ${columns} from ${tables} where ${where} and ${after} order by c.issued_at ${order}, c.id ${order} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await certificateViews(tx, actor, shown),
      next: rows.length > query.limit && last ? cursorOf(last.issuedAt.toISOString(), last.id) : null,
      total: count?.total ?? 0,
    };
  });
}

async function certificateViews(tx: Tx, actor: Actor, rows: readonly CertificateRow[]): Promise<CertificateView[]> {
  const names = await displayNames(
    tx,
    rows.flatMap((row) => [row.personId, row.handlerId]),
  );
  const views: CertificateView[] = [];
  for (const row of rows) {
    const name = names.get(row.personId) ?? '';
    const thing = await unitThing(tx, row.unitId);
    const abilities = abilitiesOn(tx, actor, 'certificate', ownedBy(thing, row.personId));
    views.push({
      id: row.id,
      number: row.number,
      name,
      from: row.from,
      until: row.until,
      facts: row.facts,
      handler: names.get(row.handlerId) ?? '',
      issuedAt: row.issuedAt.toISOString(),
      state: row.revokedAt ? 'revoked' : 'valid',
      revokedAt: row.revokedAt?.toISOString() ?? null,
      revokedFor: row.revokedFor,
      replacedBy: row.replacedBy,
      replaces: row.replaces,
      outdated: row.outdated,
      mark: `${addressOf(tx.ctx)}/verify#${await hoursMark(tx, row, { form: 'whole', name, language: tx.ctx.language })}`,
      abilities: abilities.filter(
        (one) => one !== 'certificate.revoke' || (!row.revokedAt && row.personId !== actor.id),
      ),
    });
  }
  return views;
}
