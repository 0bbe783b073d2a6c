import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { ConsentListView, ConsentView } from '../contract.ts';
import { thingOf } from '../permissions.ts';
import type { Item } from '../library/item.ts';
import { consentsOf, stateOf } from './consent-queries.ts';
import type { Consent } from './consent-queries.ts';

/** The consents of a picture or a material for somebody who may see them, the first given first. */
export async function consentList(tx: Tx, actor: Actor, item: Item): Promise<ConsentListView> {
  const consents = await consentsOf(tx, item.hash);
  const names = await displayNames(
    tx,
    consents.flatMap(({ recordedBy, settledBy }) => [recordedBy, settledBy].filter((id) => id !== null)),
  );
  return {
    items: consents.map((one) => viewOf(tx, one, names)),
    abilities: abilitiesOn(tx, actor, 'consent', thingOf(item)),
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
    of: _of,
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
