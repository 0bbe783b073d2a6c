import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { may, rangesFor } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CertificateRequestLine } from '../contract.ts';
import { unitNames } from '../hours/unit-names.ts';
import { plainWords } from '../plain-words.ts';
import { requestWaitsSql, unitWithinSql } from './request-waits.ts';
import { unitThing } from './unit-thing.ts';

/** A request for a certificate. Days are the county's. */
export interface RequestRow {
  readonly id: string;
  readonly personId: string;
  readonly number: string | null;
  readonly unitId: string | null;
  readonly from: string;
  readonly until: string;
  readonly askedAt: Date;
  readonly issued: boolean;
  readonly withdrawn: boolean;
}

const select = `select q.id, q.person_id as "personId", v.number, q.unit_id as "unitId", to_char(q.from_on, 'YYYY-MM-DD') as "from", to_char(q.until_on, 'YYYY-MM-DD') as until, q.asked_at as "askedAt",
  exists (select 1 from volunteering.certificates c where c.county_id = q.county_id and c.request_id = q.id) as issued,
  exists (select 1 from volunteering.certificate_withdrawals w where w.county_id = q.county_id and w.request_id = q.id) as withdrawn
  from volunteering.certificate_requests q left join volunteering.volunteers v on v.county_id = q.county_id and v.person_id = q.person_id`;

/** One request, or undefined. */
export async function requestById(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const [row] = await tx.named<RequestRow>(
    'volunteering.certificate-request',
    `${select} where q.county_id = $1 and q.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** One request as screens show it. */
export const oneRequest = async (tx: Tx, actor: Actor, id: string): Promise<CertificateRequestLine> =>
  found((await requestLines(tx, actor, [found(await requestById(tx, id))]))[0]);

const most = 500;

/** Requests that wait for their certificate, oldest first: one's own, and those of the units one may issue for. At most 500. */
export async function openRequests(
  ctx: Ctx,
  actor: Actor,
): Promise<{ items: CertificateRequestLine[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const { ranges, units } = rangesFor(tx, actor, 'certificate.issue');
    const rows = await tx.named<RequestRow>(
      'volunteering.open-certificate-requests',
      `${select} where q.county_id = $1 and ${requestWaitsSql} and (q.person_id = $5 or ${unitWithinSql(2)})
        order by q.asked_at, q.id limit ${most}`,
      [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units, actor.id],
    );
    const seen: RequestRow[] = [];
    for (const row of rows)
      if (row.personId === actor.id || may(tx, actor, 'certificate.issue', await unitThing(tx, row.unitId)))
        seen.push(row);
    const items = await requestLines(tx, actor, seen);
    return { items, total: items.length };
  });
}

async function requestLines(tx: Tx, actor: Actor, rows: readonly RequestRow[]): Promise<CertificateRequestLine[]> {
  const names = await displayNames(
    tx,
    rows.map((row) => row.personId),
  );
  const units = await unitNames(
    tx,
    rows.map((row) => row.unitId),
  );
  const lines: CertificateRequestLine[] = [];
  for (const row of rows) {
    const waits = !row.issued && !row.withdrawn;
    const own = row.personId === actor.id;
    const mayIssue = waits && !own && may(tx, actor, 'certificate.issue', await unitThing(tx, row.unitId));
    lines.push({
      id: row.id,
      number: row.number ?? '',
      name: names.get(row.personId) ?? '',
      unit: { id: row.unitId, name: plainWords(units(row.unitId)) },
      from: row.from,
      until: row.until,
      askedAt: row.askedAt.toISOString(),
      // Whoever may ask withdraws what they asked for.
      abilities: mayIssue ? ['certificate.issue'] : waits && own ? ['certificate.ask'] : [],
    });
  }
  return lines;
}
