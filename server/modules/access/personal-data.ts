import type { PersonalColumn, PersonalData } from '#platform/manifest';
import { takeAwayEverything } from './slip/use-slip.ts';

const work = 'their work or service here (PIPL art. 13(1)(2); GDPR art. 6(1)(b))';
const safety = 'safety of the account (PIPL art. 51; GDPR art. 32)';
const untilErased = 'until the person is erased';

const columns: readonly PersonalColumn[] = [
  { table: 'access.accounts', column: 'login', purpose: 'to sign in', basis: work, retention: untilErased },
  { table: 'access.accounts', column: 'password_hash', purpose: 'to sign in', basis: safety, retention: untilErased },
  {
    table: 'access.accounts',
    column: 'totp_secret',
    purpose: 'to sign in with a second step; sealed',
    basis: safety,
    retention: 'until turned off or erased',
  },
  {
    table: 'access.accounts',
    column: 'signed_in_at',
    purpose: 'to see accounts nobody uses',
    basis: safety,
    retention: untilErased,
  },
  {
    table: 'access.passkeys',
    column: 'credential_id',
    purpose: 'to sign in and to sign texts; the public half stays with each signature as evidence',
    basis: work,
    retention: untilErased,
  },
  {
    table: 'access.passkeys',
    column: 'name',
    purpose: "to tell one's devices apart",
    basis: safety,
    retention: untilErased,
  },
  {
    table: 'access.oidc_links',
    column: 'subject',
    purpose: 'to sign in by the office’s own sign-in; what that calls the person, no name and no address',
    basis: work,
    retention: 'until unlinked or erased',
  },
  {
    table: 'access.oidc_journeys',
    column: 'person_id',
    purpose: 'to link the account of whoever set out for it',
    basis: safety,
    retention: 'until they come back; an hour at most',
  },
  {
    table: 'access.recovery_codes',
    column: 'code_hash',
    purpose: 'to sign in without the phone',
    basis: safety,
    retention: untilErased,
  },
  {
    table: 'access.invitations',
    column: 'login',
    purpose: 'the login proposed to who is invited',
    basis: work,
    retention: untilErased,
  },
  {
    table: 'access.invitations',
    column: 'person_id',
    purpose: 'to open an account',
    basis: work,
    retention: untilErased,
  },
  {
    table: 'access.reset_slips',
    column: 'person_id',
    purpose: 'to sign in again after a loss',
    basis: safety,
    retention: untilErased,
  },
  {
    table: 'access.challenges',
    column: 'person_id',
    purpose: "to tie a passkey's answer to whoever was asked",
    basis: safety,
    retention: 'one day',
  },
  {
    table: 'access.sessions',
    column: 'device',
    purpose: "to recognise one's own sessions; kind of browser only",
    basis: safety,
    retention: '90 days after its end',
  },
  {
    table: 'access.tokens',
    column: 'name',
    purpose: "to tell one's programs apart",
    basis: work,
    retention: untilErased,
  },
  {
    table: 'access.api_keys',
    column: 'owner',
    purpose: 'whom to ask when a program that reads the public API does harm; an organisation or its contact',
    basis: 'the wish of whoever asked for the key (PIPL art. 13(1)(2); GDPR art. 6(1)(b))',
    retention: 'as long as the key is on the list',
  },
  {
    table: 'access.grants',
    column: 'person_id',
    purpose: 'who was allowed what, when',
    basis: 'accountability; holds an id only',
    retention: 'for ever',
  },
  {
    table: 'access.views',
    column: 'name',
    purpose: 'to find again what one looks for in a list',
    basis: work,
    retention: 'until the person is erased; a shared one until somebody removes it',
  },
  {
    table: 'access.views',
    column: 'search',
    purpose: 'to find again what one looks for in a list; may hold a name that was searched for',
    basis: work,
    retention: 'until the person is erased; a shared one until somebody removes it',
  },
  {
    table: 'access.views',
    column: 'person_id',
    purpose: 'whose it is',
    basis: work,
    retention: 'until the person is erased; of a shared one, as long as the row',
  },
  {
    table: 'access.pins',
    column: 'pin_hash',
    purpose: "to open a session at a station's computer; worth nothing without that computer",
    basis: safety,
    retention: 'until removed, five wrong tries, the end of the computer or erasure',
  },
  // Ids only: who holds what of the above, and who acted.
  ...[
    'accounts',
    'passkeys',
    'recovery_codes',
    'sessions',
    'pins',
    'oidc_links',
    'tokens',
    'calendar_feeds',
    'first_views',
  ].map((table) => ({
    table: `access.${table}`,
    column: 'person_id',
    purpose: 'whose it is',
    basis: safety,
    retention: untilErased,
  })),
  ...[
    ['grants', 'made_by'],
    ['api_keys', 'made_by'],
    ['api_keys', 'revoked_by'],
    ['invitations', 'made_by'],
    ['reset_slips', 'made_by'],
    ['reset_slips', 'confirmed_by'],
  ].map(([table, column = '']) => ({
    table: `access.${table}`,
    column,
    purpose: 'who allowed it',
    basis: 'accountability; holds an id only',
    retention: 'as long as the row',
  })),
];

const exported: Readonly<Record<string, string>> = {
  'access.accounts':
    'select login, password_changed_at, totp_confirmed_at, disabled_at, made_at, signed_in_at from access.accounts where county_id = $1 and person_id = $2',
  'access.passkeys':
    'select name, credential_id, transports, made_at, used_at, removed_at from access.passkeys where county_id = $1 and person_id = $2 order by id',
  'access.oidc_links':
    'select issuer, subject, made_at, used_at from access.oidc_links where county_id = $1 and person_id = $2',
  'access.recovery_codes':
    'select made_at, used_at from access.recovery_codes where county_id = $1 and person_id = $2 order by id',
  'access.invitations':
    'select login, made_at, expires_at, used_at, withdrawn_at from access.invitations where county_id = $1 and person_id = $2 order by id',
  'access.reset_slips':
    'select made_at, expires_at, used_at, withdrawn_at from access.reset_slips where county_id = $1 and person_id = $2 order by id',
  'access.sessions':
    'select device, method, assurance, made_at, seen_at, expires_at, ended_at, ended_why from access.sessions where county_id = $1 and person_id = $2 order by id',
  'access.pins':
    'select computer_id, set_at, proved_at from access.pins where county_id = $1 and person_id = $2 order by computer_id',
  'access.tokens':
    'select name, scopes, made_at, expires_at, used_at, revoked_at from access.tokens where county_id = $1 and person_id = $2 order by id',
  'access.api_keys':
    'select owner, purpose, per_minute, made_at, revoked_at from access.api_keys where county_id = $1 and made_by = $2 order by id',
  'access.calendar_feeds':
    'select language, made_at from access.calendar_feeds where county_id = $1 and person_id = $2',
  'access.views':
    'select list, name, search, place_id, unit_id, made_at, changed_at from access.views where county_id = $1 and person_id = $2 order by id',
  'access.first_views': 'select list, view_id from access.first_views where county_id = $1 and person_id = $2',
  'access.grants':
    'select role, place_id, unit_id, duty, from_at, until_at, made_at from access.grants where county_id = $1 and person_id = $2 order by id',
};

/** How somebody signed in and what they might do. Grants stay, as the record of who was allowed what; they hold an id. */
export const personalData: PersonalData = {
  columns,
  async export(tx, personId) {
    const tables: Record<string, unknown[]> = {};
    for (const [table, sql] of Object.entries(exported))
      tables[table] = (await tx.client.query(sql, [tx.countyId, personId])).rows;
    return tables;
  },
  async erase(tx, personId) {
    const values = [tx.countyId, personId];
    await takeAwayEverything(tx, personId);
    for (const table of [
      'recovery_codes',
      'oidc_links',
      'oidc_journeys',
      'invitations',
      'reset_slips',
      'tokens',
      'calendar_feeds',
      'first_views',
      'passkeys',
      'pins',
      'sessions',
      'challenges',
    ])
      await tx.client.query(`delete from access.${table} where county_id = $1 and person_id = $2`, values);
    // What colleagues use stays theirs; it says no more of whoever kept it than an id.
    await tx.client.query(
      'delete from access.views where county_id = $1 and person_id = $2 and place_id is null',
      values,
    );
    await tx.client.query(
      'update access.grants set until_at = greatest(from_at, $3) where county_id = $1 and person_id = $2 and (until_at is null or until_at > $3)',
      [...values, tx.at],
    );
    await tx.client.query('delete from access.accounts where county_id = $1 and person_id = $2', values);
  },
};
