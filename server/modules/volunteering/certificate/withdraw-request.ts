import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CertificateRequestLine } from '../contract.ts';
import { lockNumbers } from './issue-certificate.ts';
import { openRequests, requestById } from './request-queries.ts';
import { ownedBy, unitThing } from './unit-thing.ts';

/** Whoever asked does not wish the certificate any more, and may ask anew, for other days; answers what still waits. Refuses: AlreadyIssued (409), RequestWithdrawn (409). */
export async function withdrawRequest(
  ctx: Ctx,
  actor: Actor,
  requestId: string,
): Promise<{ items: CertificateRequestLine[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const { personId, unitId } = found(await requestById(tx, requestId));
    const thing = ownedBy(await unitThing(tx, unitId), personId);
    mustSee(tx, actor, 'certificate.list', thing);
    must(tx, actor, 'certificate.ask', thing);
    await lockNumbers(tx);
    const now = found(await requestById(tx, requestId));
    if (now.issued) refuse('AlreadyIssued');
    if (now.withdrawn) refuse('RequestWithdrawn');
    await tx.named(
      'volunteering.withdraw-certificate-request',
      'insert into volunteering.certificate_withdrawals (county_id, request_id, withdrawn_at) values ($1, $2, $3)',
      [tx.countyId, requestId, tx.at],
    );
    await audit(tx, actor, {
      act: 'certificate.withdraw',
      noun: 'certificate',
      subjectId: requestId,
      placeId: thing.placeId,
    });
    return openRequests(ctx, actor);
  });
}
