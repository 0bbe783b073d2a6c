import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Tx } from '#platform/transaction';
import type { ConsentPurpose } from '../contract.ts';
import { writeConsent } from '../join/consents.ts';
import type { Volunteer } from './volunteer-queries.ts';

/** Writes down that a volunteer agrees to a purpose, or takes it back, with the one act that the audit has for it, whichever way it was said: as a consent, by leaving in their own file, by the form for joining, or by a guardian at the station. */
export async function noteConsent(
  tx: Tx,
  actor: Actor,
  { personId, homePlaceId }: Pick<Volunteer, 'personId' | 'homePlaceId'>,
  { purpose, given, applicationId }: { purpose: ConsentPurpose; given: boolean; applicationId?: string },
): Promise<void> {
  const givenBy = purpose === 'minor' ? 'guardian' : 'self';
  await writeConsent(tx, actor, { applicationId: applicationId ?? null, personId, purpose, given, givenBy });
  await audit(tx, actor, {
    act: given ? 'volunteer.give-consent' : 'volunteer.take-consent-back',
    noun: 'person',
    subjectId: personId,
    placeId: homePlaceId,
    detail: { purpose },
  });
}
