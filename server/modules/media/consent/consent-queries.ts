import { today } from '#places';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ConsentState, ConsentWay } from '../contract.ts';
import type { ItemRef } from '../library/item.ts';

/** What somebody who can be recognised in a picture or a recording agreed to, and what became of it. Days are the county's. */
export interface Consent extends ItemRef {
  readonly id: string;
  readonly givenBy: string;
  readonly forWhom: string;
  readonly asGuardian: boolean;
  readonly way: ConsentWay;
  readonly givenOn: string;
  readonly scope: string;
  readonly validUntil: string | null;
  readonly form: { readonly fileHash: string; readonly mediaType: string; readonly bytes: number } | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly revokedAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly settledBecause: string | null;
}

const columns = `id, item_hash as hash, case when picture_hash is null then 'material' else 'picture' end as "of", given_by as "givenBy", for_whom as "forWhom", as_guardian as "asGuardian", way, to_char(given_on, 'YYYY-MM-DD') as "givenOn", scope,
  to_char(valid_until, 'YYYY-MM-DD') as "validUntil", case when form_hash is not null then json_build_object('fileHash', form_hash, 'mediaType', form_type, 'bytes', form_bytes) end as form,
  recorded_by as "recordedBy", recorded_at as "recordedAt", revoked_at as "revokedAt", settled_at as "settledAt", settled_by as "settledBy", settled_because as "settledBecause"`;

/** The consents of a picture or a material, the first given first. */
export const consentsOf = (tx: Tx, hash: string): Promise<Consent[]> =>
  tx.named<Consent>(
    'media.consents',
    `select ${columns} from media.consents where county_id = $1 and item_hash = $2 order by given_on, id limit 500`,
    [tx.countyId, hash],
  );

/** The consent with this id. Refuses: NotFound (404). */
export async function consentById(tx: Tx, id: string): Promise<Consent> {
  const [row] = await tx.named<Consent>(
    'media.consent',
    `select ${columns} from media.consents where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The consent, locked for a change. Refuses: NotFound (404). */
export async function consentForUpdate(tx: Tx, id: string): Promise<Consent> {
  const [row] = await tx.named<Consent>(
    'media.consent-for-update',
    `select ${columns} from media.consents where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** What a consent is worth on the county's present day. */
export const stateOf = (
  tx: Tx,
  { revoked, until }: { revoked: boolean; until: string | null },
): Exclude<ConsentState, 'missing'> => (revoked ? 'revoked' : until !== null && until < today(tx) ? 'ended' : 'held');
