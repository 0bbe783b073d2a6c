import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { ConsentListView, ConsentView } from '../contract.ts';
import { thingOf } from '../permissions.ts';
import type { Picture } from '../picture/picture-queries.ts';
import { consentsOf, stateOf } from './consent-queries.ts';
import type { Consent } from './consent-queries.ts';

/** The consents of a picture for somebody who may see them, the first given first. */
export async function consentList(tx: Tx, actor: Actor, picture: Picture): Promise<ConsentListView> {
  const consents = await consentsOf(tx, picture.hash);
  const names = await displayNames(
    tx,
    consents.flatMap(({ recordedBy, settledBy }) => [recordedBy, settledBy].filter((id) => id !== null)),
  );
  return {
    items: consents.map((one) => viewOf(tx, one, names)),
    abilities: abilitiesOn(tx, actor, 'consent', thingOf(picture)),
  };
}

function viewOf(tx: Tx, consent: Consent, names: ReadonlyMap<string, string>): ConsentView {
  const {
    form,
    recordedBy,
    recordedAt,
    revokedAt,
    settledAt,
    settledBy,
    settledBecause,
    hash: _hash,
    ...said
  } = consent;
  return {
    ...said,
    state: stateOf(tx, { revoked: revokedAt !== null, until: consent.validUntil }),
    form: form && { mediaType: form.mediaType, bytes: form.bytes },
    recordedBy: recordedBy === null ? null : (names.get(recordedBy) ?? ''),
    recordedAt: recordedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    settled:
      settledAt === null
        ? null
        : {
            by: settledBy === null ? null : (names.get(settledBy) ?? ''),
            at: settledAt.toISOString(),
            because: settledBecause ?? '',
          },
  };
}
