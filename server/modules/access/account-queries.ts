import type { Tx } from '#platform/transaction';

/** An account with what it can prove; never its secrets. */
export interface Account {
  personId: string;
  login: string;
  hasPassword: boolean;
  hasTotp: boolean;
  /** A passkey of the person's own or, in a demonstration, one held by the server. */
  hasPasskey: boolean;
  /** One of the person's own, by which they can answer here. */
  hasOwnPasskey: boolean;
  demonstration: boolean;
  disabledAt: Date | null;
  madeAt: Date;
  signedInAt: Date | null;
}

const columns = `a.person_id as "personId", a.login, a.password_hash is not null as "hasPassword", a.totp_confirmed_at is not null as "hasTotp",
  exists (select 1 from access.passkeys k where k.county_id = $1 and k.person_id = a.person_id and k.removed_at is null) as "hasPasskey",
  exists (select 1 from access.passkeys k where k.county_id = $1 and k.person_id = a.person_id and k.removed_at is null and not k.server_held) as "hasOwnPasskey",
  a.demonstration, a.disabled_at as "disabledAt", a.made_at as "madeAt", a.signed_in_at as "signedInAt"`;

/** The account of a person, or undefined. */
export async function accountOf(tx: Tx, personId: string): Promise<Account | undefined> {
  const [row] = await tx.named<Account>(
    'access.account',
    `select ${columns} from access.accounts a where a.county_id = $1 and a.person_id = $2`,
    [tx.countyId, personId],
  );
  return row;
}

/** Whether somebody's account was closed; who has none has none to close. */
export const isAccountClosed = async (tx: Tx, personId: string): Promise<boolean> =>
  ((await accountOf(tx, personId))?.disabledAt ?? null) !== null;

/** What sign-in by password needs to know. Only open accounts of active persons. */
export interface Credential {
  personId: string;
  login: string;
  passwordHash: string | null;
  hasTotp: boolean;
}

const credentialColumns = `a.person_id as "personId", a.login, a.password_hash as "passwordHash", a.totp_confirmed_at is not null as "hasTotp"`;
const openAccount = `from access.accounts a join people.persons p on p.county_id = $1 and p.id = a.person_id and p.active where a.county_id = $1 and a.disabled_at is null`;

/** By login in its stored form; undefined when nobody may sign in with it. */
export async function credentialByLogin(tx: Tx, login: string): Promise<Credential | undefined> {
  const [row] = await tx.named<Credential>(
    'access.credential-by-login',
    `select ${credentialColumns} ${openAccount} and a.login = $2`,
    [tx.countyId, login],
  );
  return row;
}

/** Whether somebody may still sign in with what was checked a moment ago, for which the slow hash was computed; locks the account, so that whoever sets another password waits, and ends what is opened now. */
export async function stillHasPassword(tx: Tx, { personId, passwordHash }: Credential): Promise<boolean> {
  const [row] = await tx.named<{ passwordHash: string | null }>(
    'access.password-still',
    `select a.password_hash as "passwordHash" ${openAccount} and a.person_id = $2 for no key update of a`,
    [tx.countyId, personId],
  );
  return row !== undefined && row.passwordHash === passwordHash;
}

/** By person; undefined when the account is closed. */
export async function credentialOf(tx: Tx, personId: string): Promise<Credential | undefined> {
  const [row] = await tx.named<Credential>(
    'access.credential-of',
    `select ${credentialColumns} ${openAccount} and a.person_id = $2`,
    [tx.countyId, personId],
  );
  return row;
}

/** When the password was set last, in real time; null without one. */
export async function passwordChangedAt(tx: Tx, personId: string): Promise<Date | null> {
  const [row] = await tx.named<{ at: Date | null }>(
    'access.password-changed-at',
    'select password_changed_at as at from access.accounts where county_id = $1 and person_id = $2',
    [tx.countyId, personId],
  );
  return row?.at ?? null;
}
