import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CertificateView, Revocation } from '../contract.ts';
import { certificateRevoked } from '../events.ts';
import { certificateById, oneCertificate } from './certificate-queries.ts';
import { lockNumbers, writeCertificate } from './issue-certificate.ts';
import { ownedBy, unitThing } from './unit-thing.ts';

/** A certificate that is not right any more is revoked, for everybody to see, and where it is wanted replaced by one that says what the ledger says now; each names the other. Both stay. Refuses: AlreadyRevoked (409), OwnHours (403), NothingToCertify (422) where nothing is left to certify anew. */
export async function revokeCertificate(
  ctx: Ctx,
  actor: Actor,
  id: string,
  { reason, again }: Revocation,
): Promise<CertificateView> {
  return ctx.transaction(async (tx) => {
    const before = found(await certificateById(tx, id));
    const thing = await unitThing(tx, before.unitId);
    mustSee(tx, actor, 'certificate.list', ownedBy(thing, before.personId));
    must(tx, actor, 'certificate.revoke', thing);
    if (before.personId === actor.id) refuse('OwnHours');
    await lockNumbers(tx);
    if (found(await certificateById(tx, id)).revokedAt) refuse('AlreadyRevoked');
    await tx.named(
      'volunteering.revoke-certificate',
      'insert into volunteering.certificate_revocations (county_id, certificate_id, reason, revoked_by, revoked_at) values ($1, $2, $3, $4, $5)',
      [tx.countyId, id, reason, JSON.stringify(actorRow(actor)), tx.at],
    );
    await emit(tx, certificateRevoked, actor, { certificateId: id, personId: before.personId });
    await audit(tx, actor, {
      act: 'certificate.revoke',
      noun: 'certificate',
      subjectId: id,
      placeId: thing.placeId,
      detail: { number: before.number, reason },
    });
    if (!again) return oneCertificate(tx, actor, id);
    return oneCertificate(tx, actor, await writeCertificate(tx, actor, { ...before, requestId: null, replaces: id }));
  });
}
