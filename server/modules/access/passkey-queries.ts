import type { Tx } from '#platform/transaction';

/** A registered passkey. */
export interface Passkey {
  id: string;
  personId: string;
  credentialId: string;
  /** COSE. */
  publicKey: Buffer;
  algorithm: number;
  counter: number;
  transports: string[];
  rpId: string;
  name: string;
  serverHeld: boolean;
  sealedPrivateKey: Buffer | null;
  madeAt: Date;
  usedAt: Date | null;
}

const columns = `id, person_id as "personId", credential_id as "credentialId", public_key as "publicKey", algorithm, counter, transports, rp_id as "rpId", name,
  server_held as "serverHeld", sealed_private_key as "sealedPrivateKey", made_at as "madeAt", used_at as "usedAt"`;

/** A person's passkeys, oldest first; those held by the server among them. */
export const passkeysOf = (tx: Tx, personId: string): Promise<Passkey[]> =>
  tx.named<Passkey>(
    'access.passkeys-of',
    `select ${columns} from access.passkeys where county_id = $1 and person_id = $2 and removed_at is null order by id`,
    [tx.countyId, personId],
  );

/** The passkey of a credential, locked because its counter will rise; undefined when unknown, removed, or held by the server. */
export async function passkeyForUpdate(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  const [row] = await tx.named<Passkey>(
    'access.passkey',
    `select ${columns} from access.passkeys where county_id = $1 and credential_id = $2 and removed_at is null and not server_held for update`,
    [tx.countyId, credentialId],
  );
  return row;
}

/** Notes a use and the authenticator's counter. */
export const notePasskeyUse = (tx: Tx, id: string, counter: number): Promise<unknown> =>
  tx.named(
    'access.passkey-used',
    'update access.passkeys set counter = $3, used_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, id, counter, tx.ctx.app.clock.now()],
  );
