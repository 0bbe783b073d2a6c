// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface AccountsTable {
  county_id: number;
  person_id: string;
  /** in the form in which it is compared: NFKC, lower case */
  login: string;
  password_hash: string | null;
  password_changed_at: Date | null;
  /** sealed with the installation's key in var/keys; null without one-time codes */
  totp_secret: Buffer | null;
  /** the last time step (30 s) of which a code was used: no code works twice */
  totp_last_step: number | null;
  totp_confirmed_at: Date | null;
  disabled_at: Date | null;
  /** an account of the demonstration: its passkey is held by the server */
  demonstration: Generated<boolean>;
  made_at: Date;
  signed_in_at: Date | null;
}

export interface ApiKeysTable {
  county_id: number;
  id: string;
  /** SHA-256 of the key; the key itself is nowhere kept */
  key_hash: string;
  /** who reads with it, and how they are reached: in the words of whoever made it */
  owner: string;
  purpose: string;
  /** requests a minute, of those that are not answered from memory; in each process by itself */
  per_minute: number;
  made_by: string;
  made_at: Date;
  /** real time, to a minute */
  used_at: Date | null;
  revoked_by: string | null;
  revoked_at: Date | null;
}

export interface CalendarFeedsTable {
  county_id: number;
  person_id: string;
  /** SHA-256 of the secret in the address; the address itself is nowhere kept */
  secret_hash: string;
  language: 'zh-CN' | 'en';
  made_at: Date;
}

export interface ChallengesTable {
  county_id: number;
  id: string;
  challenge: string;
  purpose: 'register' | 'sign-in' | 'step-up' | 'sign';
  person_id: string | null;
  session_id: string | null;
  statement_hash: string | null;
  expires_at: Date;
  used_at: Date | null;
}

export interface ComputersTable {
  county_id: number;
  id: string;
  /** the station whose computer it is */
  unit_id: string;
  /** where it stands, in the words of whoever registered it */
  stands_at: string;
  /** SHA-256 of the cookie that its browser keeps */
  secret_hash: string;
  registered_at: Date;
  ended_at: Date | null;
}

export interface FirstViewsTable {
  county_id: number;
  person_id: string;
  list: string;
  view_id: string;
}

export interface GrantsTable {
  county_id: number;
  id: string;
  person_id: string;
  role: string;
  place_id: string;
  unit_id: string | null;
  /** 值班: on duty between its dates */
  duty: Generated<boolean>;
  from_at: Date;
  /** first moment at which it no longer holds; null: until ended */
  until_at: Date | null;
  made_by: Json;
  made_at: Date;
}

export interface InvitationsTable {
  county_id: number;
  id: string;
  person_id: string;
  token_hash: string;
  made_by: string | null;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
  login: string | null;
}

export interface OidcJourneysTable {
  county_id: number;
  id: string;
  /** SHA-256 of the state in the address */
  state_hash: string;
  /** SHA-256 of the cookie that binds the journey to its browser */
  browser_hash: string;
  nonce: string;
  code_verifier: string;
  start_on: 'console' | 'phone' | 'account' | 'phone-account';
  /** who links their account; null where somebody signs in */
  person_id: string | null;
  session_id: string | null;
  /** ten minutes of real time; the row goes when it is used */
  expires_at: Date;
}

export interface OidcLinksTable {
  county_id: number;
  person_id: string;
  issuer: string;
  /** what the provider calls the person, unique there; no name and no address */
  subject: string;
  made_at: Date;
  used_at: Date | null;
}

export interface PasskeysTable {
  county_id: number;
  id: string;
  person_id: string;
  credential_id: string;
  /** COSE key as registered */
  public_key: Buffer;
  algorithm: number;
  counter: number;
  transports: Generated<string[]>;
  rp_id: string;
  name: string;
  /** a demonstration key: never in a real county */
  server_held: Generated<boolean>;
  sealed_private_key: Buffer | null;
  made_at: Date;
  used_at: Date | null;
  removed_at: Date | null;
}

export interface PinsTable {
  county_id: number;
  computer_id: string;
  person_id: string;
  /** argon2id of the PIN together with the computer's secret, which is nowhere kept: without the computer no PIN can be guessed */
  pin_hash: string;
  /** of the session in which it was set */
  assurance: number;
  /** since it last fitted; the fifth wrong one ends it */
  tries: Generated<number>;
  set_at: Date;
  /** real time of the last full sign-in at this computer */
  proved_at: Date;
}

export interface RecoveryCodesTable {
  county_id: number;
  id: string;
  person_id: string;
  code_hash: string;
  made_at: Date;
  used_at: Date | null;
}

export interface ResetSlipsTable {
  county_id: number;
  id: string;
  person_id: string;
  code_hash: string;
  made_by: string;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  needs_second_person: boolean;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

export interface SessionsTable {
  county_id: number;
  id: string;
  /** SHA-256 of the cookie; the cookie itself is nowhere kept */
  token_hash: string;
  person_id: string;
  assurance: number;
  method: 'password' | 'passkey' | 'invitation' | 'slip' | 'recovery' | 'demonstration' | 'oidc' | 'station-pin';
  /** kind of browser and system in words, such as Chrome · Android */
  device: string;
  made_at: Date;
  seen_at: Date;
  expires_at: Date;
  stepped_up_at: Date | null;
  stepped_up_by: 'password' | 'passkey' | 'totp' | 'demonstration' | null;
  ended_at: Date | null;
  ended_why: 'signed-out' | 'revoked' | 'replaced' | 'password-changed' | 'disabled' | 'erased' | 'expired' | null;
  /** the station computer at which it was opened */
  computer_id: string | null;
  /** of a session opened by PIN: expires_at moves two minutes ahead of each sign of a person, and never beyond this */
  until_at: Date | null;
}

export interface TokensTable {
  county_id: number;
  id: string;
  person_id: string;
  token_hash: string;
  name: string;
  scopes: string[];
  assurance: number;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

/** What a grant may be narrowed to; sections, teams and stations of other modules have the same id. */
export interface UnitsTable {
  county_id: number;
  id: string;
  kind: 'section' | 'team' | 'station';
  place_id: string;
  name: Json;
  made_at: Date;
  closed_at: Date | null;
}

export interface ViewsTable {
  county_id: number;
  id: string;
  list: string;
  name: string;
  /** the query of the list's address, such as state=draft&sort=title */
  search: string;
  person_id: string;
  /** null: for its owner alone; else for the colleagues of this place, or of the unit where one is named */
  place_id: string | null;
  unit_id: string | null;
  version: number;
  made_at: Date;
  changed_at: Date;
}

/** Every table of the schema `access`. */
export interface AccessTables {
  'access.accounts': AccountsTable;
  'access.api_keys': ApiKeysTable;
  'access.calendar_feeds': CalendarFeedsTable;
  'access.challenges': ChallengesTable;
  'access.computers': ComputersTable;
  'access.first_views': FirstViewsTable;
  'access.grants': GrantsTable;
  'access.invitations': InvitationsTable;
  'access.oidc_journeys': OidcJourneysTable;
  'access.oidc_links': OidcLinksTable;
  'access.passkeys': PasskeysTable;
  'access.pins': PinsTable;
  'access.recovery_codes': RecoveryCodesTable;
  'access.reset_slips': ResetSlipsTable;
  'access.sessions': SessionsTable;
  'access.tokens': TokensTable;
  'access.units': UnitsTable;
  'access.views': ViewsTable;
}
