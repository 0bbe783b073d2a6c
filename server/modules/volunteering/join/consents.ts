import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import type { ConsentPurpose } from '../contract.ts';

/** Which text people agree to when they join; it stands in texts/ under `consent.join-<version>.<n>`. A changed text gets another version. */
export const joinConsentVersion = 'join-2026-1';

/** Keys of its paragraphs, in order. */
export const joinConsentKeys: readonly string[] = [1, 2, 3].map((n) => `consent.${joinConsentVersion}.${n}`);

/** Whether somebody has left by their own word, whichever way they said it, and not agreed again: then nobody else takes them in, and they come back by agreeing. */
export async function hasTakenBack(tx: Tx, personId: string): Promise<boolean> {
  const [last] = await tx.named<{ given: boolean }>(
    'volunteering.last-consent',
    `select given from volunteering.consents where county_id = $1 and person_id = $2 and purpose = 'volunteering' order by entered_at desc, id desc limit 1`,
    [tx.countyId, personId],
  );
  return last?.given === false;
}

/** Writes down that somebody agreed to a purpose, or took it back. The rows stay: what was agreed when can be shown years later. */
export const writeConsent = (
  tx: Tx,
  actor: Actor,
  consent: {
    applicationId?: string | null;
    personId?: string | null;
    purpose: ConsentPurpose;
    given: boolean;
    givenBy: 'self' | 'guardian';
  },
): Promise<unknown> =>
  tx.named(
    'volunteering.write-consent',
    'insert into volunteering.consents (county_id, id, application_id, person_id, purpose, given, given_by, text_version, recorded_by, happened_at, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)',
    [
      tx.countyId,
      newId<'consent'>(),
      consent.applicationId ?? null,
      consent.personId ?? null,
      consent.purpose,
      consent.given,
      consent.givenBy,
      joinConsentVersion,
      JSON.stringify(actorRow(actor)),
      tx.at,
    ],
  );
