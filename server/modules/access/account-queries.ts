import type { Tx } from '#platform/transaction';

/** An account with what it can prove; never its secrets. */
export interface Account {
  personId: string;
  login: string;
  hasPassword: boolean;
  hasTotp: boolean;
  /** A passkey of the person's own or, in a demonstration, one held by the server. */
  hasPasskey: boolean;
  demonstration: boolean;
  disabledAt: Date | null;
  madeAt: Date;
  signedInAt: Date | null;
}

const columns = `a.person_id as "personId", a.login, a.password_hash is not null as "hasPassword", a.totp_confirmed_at is not null as "hasTotp",
  exists (select 1 from access.passkeys k where k.county_id = $1 and k.person_id = a.person_id and k.removed_at is null) as "hasPasskey",
  a.demonstration, a.disabled_at as "disabledAt", a.made_at as "madeAt", a.signed_in_at as "signedInAt"`;

/** The account of a person, or undefined. */
export async function accountOf(tx: Tx, personId: string): Promise<Account | undefined> {
  const [row] = await tx.named<Account>('access.account', `select ${columns} from access.accounts a where a.county_id = $1 and a.person_id = $2`, [tx.countyId, personId]);
  return row;
}
