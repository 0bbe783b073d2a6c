import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit, toBeSealed } from '#platform/audit';
import { canonicalHash } from '#platform/canonical';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CertificateFacts, CertificateView } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { certificateIssued } from '../events.ts';
import { unitNames } from '../hours/unit-names.ts';
import { plainWords } from '../plain-words.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { oneCertificate } from './certificate-queries.ts';
import { certifiedServices, certifiedSums, mostServices } from './entries.ts';
import type { Span } from './entries.ts';
import { requestById } from './request-queries.ts';
import { ownedBy, unitThing } from './unit-thing.ts';

/** The unit that recorded certifies what its ledger says, truthfully and free of charge; nobody else may (办法 art. 14, 15: time, content and recording unit; 17: checked by system).
 *  Refuses: AlreadyIssued (409), RequestWithdrawn (409), OwnHours (403), NothingToCertify (422), SpanTooLong (422) beyond 1,000 services. */
export async function issueCertificate(ctx: Ctx, actor: Actor, requestId: string): Promise<CertificateView> {
  return ctx.transaction(async (tx) => {
    const request = found(await requestById(tx, requestId));
    const thing = await unitThing(tx, request.unitId);
    mustSee(tx, actor, 'certificate.list', ownedBy(thing, request.personId));
    must(tx, actor, 'certificate.issue', thing);
    if (request.personId === actor.id) refuse('OwnHours');
    await lockNumbers(tx);
    const now = found(await requestById(tx, requestId));
    if (now.issued) refuse('AlreadyIssued');
    if (now.withdrawn) refuse('RequestWithdrawn');
    const id = await writeCertificate(tx, actor, { ...request, requestId, replaces: null });
    return oneCertificate(tx, actor, id);
  });
}

/** One number after the other: the lock ends with the transaction. */
export const lockNumbers = (tx: Tx): Promise<unknown> =>
  tx.named('volunteering.certificate-lock', 'select pg_advisory_xact_lock(771015, $1)', [tx.countyId]);

/** Writes a certificate by what the ledger says now, for ever; numbers are locked. Answers its id. */
export async function writeCertificate(
  tx: Tx,
  actor: Actor,
  wanted: Span & { requestId: string | null; replaces: string | null },
): Promise<string> {
  const thing = await unitThing(tx, wanted.unitId);
  const services = await certifiedServices(tx, wanted);
  if (services.length === 0) refuse('NothingToCertify');
  if (services.length > mostServices) refuse('SpanTooLong', { most: mostServices });
  const { number, index } = await nextNumber(tx);
  const facts: CertificateFacts = {
    volunteerNumber: found((await volunteersByIds(tx, [wanted.personId])).get(wanted.personId)).number,
    unit: { id: wanted.unitId, name: plainWords((await unitNames(tx, [wanted.unitId]))(wanted.unitId)) },
    phone: thing.phone,
    sums: await certifiedSums(tx, wanted),
    services: services.map(({ hourId, on, service, minutes, evidence }) => ({
      hourId,
      on,
      service,
      minutes,
      evidence,
    })),
    national: { matched: services.filter((one) => one.national).length, of: services.length },
  };
  const id = newId<'certificate'>();
  const hash = certificateRowHash({
    county: tx.ctx.county.ledgerNumber,
    id,
    number,
    facts,
    from: wanted.from,
    until: wanted.until,
  });
  await tx.named(
    'volunteering.issue-certificate',
    `insert into volunteering.certificates (county_id, id, number, status_index, person_id, unit_id, request_id, replaces, from_on, until_on, facts, hour_ids, handler_id, issued_at, row_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.countyId,
      id,
      number,
      index,
      wanted.personId,
      wanted.unitId,
      wanted.requestId,
      wanted.replaces,
      wanted.from,
      wanted.until,
      JSON.stringify(facts),
      services.map((one) => one.hourId),
      actor.id,
      tx.at,
      hash,
    ],
  );
  toBeSealed(tx, 'hours', id, hash);
  await emit(tx, certificateIssued, actor, { certificateId: id, personId: wanted.personId });
  await audit(tx, actor, {
    act: 'certificate.issue',
    noun: 'certificate',
    subjectId: id,
    placeId: thing.placeId,
    detail: { number },
  });
  return id;
}

/** SHA-256 over what a certificate says, in RFC 8785 form. */
export const certificateRowHash = (row: {
  county: number;
  id: string;
  number: string;
  facts: unknown;
  from: string;
  until: string;
}): string => canonicalHash(row);

async function nextNumber(tx: Tx): Promise<{ number: string; index: number }> {
  const [last] = await tx.named<{ index: number }>(
    'volunteering.last-certificate',
    'select coalesce(max(status_index), -1) as index from volunteering.certificates where county_id = $1',
    [tx.countyId],
  );
  const index = (last?.index ?? -1) + 1;
  const code = rootPlace(tx).code?.slice(0, 6) ?? String(tx.countyId);
  const year = onTheWall(tx.at, tx.ctx.county.timeZone).day.slice(0, 4);
  return { number: `${code}-${year}-${String(index + 1).padStart(6, '0')}`, index };
}
