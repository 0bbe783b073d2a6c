import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CertificateRequestLine, NewCertificateRequest } from '../contract.ts';
import { certificateAsked } from '../events.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { certifiedServices } from './entries.ts';
import { oneRequest } from './request-queries.ts';
import { requestWaitsSql } from './request-waits.ts';
import { ownedBy, unitThing } from './unit-thing.ts';

/** A volunteer asks a unit for a certificate of what it recorded in a span of days; free and without a reason (办法 art. 14). Refuses: NothingToCertify (422), CertificateAsked (409) while an earlier request waits. */
export async function askCertificate(
  ctx: Ctx,
  actor: Actor,
  request: NewCertificateRequest,
): Promise<CertificateRequestLine> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'certificate.ask', ownedBy({ unitId: request.unitId }, actor.id));
    found((await volunteersByIds(tx, [actor.id])).get(actor.id));
    const { placeId } = await unitThing(tx, request.unitId);
    if (request.until < request.from) refuse('NothingToCertify');
    if ((await certifiedServices(tx, { ...request, personId: actor.id })).length === 0) refuse('NothingToCertify');
    // Two taps at once are one request.
    await tx.named('volunteering.certificate-ask-lock', 'select pg_advisory_xact_lock(771016, hashtext($1))', [
      `${tx.countyId}:${actor.id}`,
    ]);
    const open = await tx.named(
      'volunteering.certificate-open',
      `select 1 from volunteering.certificate_requests q where q.county_id = $1 and q.person_id = $2 and q.unit_id is not distinct from $3::uuid and ${requestWaitsSql}`,
      [tx.countyId, actor.id, request.unitId],
    );
    if (open.length > 0) refuse('CertificateAsked');
    const id = newId<'certificate-request'>();
    await tx.named(
      'volunteering.ask-certificate',
      'insert into volunteering.certificate_requests (county_id, id, person_id, unit_id, from_on, until_on, asked_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [tx.countyId, id, actor.id, request.unitId, request.from, request.until, tx.at],
    );
    await emit(tx, certificateAsked, actor, { requestId: id, unitId: request.unitId, placeId });
    await audit(tx, actor, { act: 'certificate.ask', noun: 'certificate', subjectId: id, placeId });
    return oneRequest(tx, actor, id);
  });
}
