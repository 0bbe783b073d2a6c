import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CertificateForm } from '../contract.ts';
import { certificateById } from './certificate-queries.ts';
import type { CertificateRow } from './certificate-queries.ts';
import { openBadge } from './hours-mark.ts';
import type { Shown } from './hours-mark.ts';
import { paperOf } from './paper/paper-of.ts';
import { printPaper } from './paper/print-paper.ts';
import { ownedBy, unitThing } from './unit-thing.ts';

/** A certificate as PDF, whole or its sum alone, with the holder's present name or without. Refuses: AlreadyRevoked (409). */
export async function certificatePaper(
  ctx: Ctx,
  actor: Actor,
  id: string,
  form: CertificateForm,
): Promise<{ bytes: Buffer; number: string }> {
  const { paper, number } = await ctx.transaction(async (tx) => {
    const { certificate, shown, handler } = await taken(tx, actor, id, form);
    return { paper: await paperOf(tx, certificate, shown, handler), number: certificate.number };
  });
  return { bytes: await printPaper(paper), number };
}

/** A certificate as a signed credential for other programs. Refuses: AlreadyRevoked (409). */
export const certificateCredential = (ctx: Ctx, actor: Actor, id: string, form: CertificateForm): Promise<string> =>
  ctx.transaction(async (tx) => {
    const { certificate, shown } = await taken(tx, actor, id, form);
    return openBadge(tx, certificate, shown);
  });

async function taken(
  tx: Tx,
  actor: Actor,
  id: string,
  { form, named, language }: CertificateForm,
): Promise<{ certificate: CertificateRow; shown: Shown; handler: string }> {
  const certificate = found(await certificateById(tx, id));
  const thing = await unitThing(tx, certificate.unitId);
  mustSee(tx, actor, 'certificate.list', ownedBy(thing, certificate.personId));
  // A paper does not change when it is revoked: none is made of what does not hold any more.
  if (certificate.revokedAt) refuse('AlreadyRevoked');
  const names = await displayNames(tx, [certificate.personId, certificate.handlerId]);
  await audit(tx, actor, {
    act: 'certificate.show',
    noun: 'certificate',
    subjectId: id,
    placeId: thing.placeId,
  });
  return {
    certificate,
    shown: { form, language, name: named ? names.get(certificate.personId) : undefined },
    handler: names.get(certificate.handlerId) ?? '',
  };
}
