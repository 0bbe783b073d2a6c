import type { Grant } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { needsSecondFactor } from './roles.ts';
import { sessionLimits } from './session/limits.ts';

/** A living session with its person and the grants that hold now. */
export interface SessionRow {
  id: string;
  personId: string;
  assurance: 1 | 2;
  byPin: boolean;
  seenAt: Date;
  expiresAt: Date;
  steppedUpAt: Date | null;
  demonstration: boolean;
  hasTotp: boolean;
  hasPasskey: boolean;
  grants: Grant[];
}

const grantsNow = (person: string, at: string): string =>
  `coalesce((select json_agg(json_build_object('role', g.role, 'placeId', g.place_id, 'unitId', g.unit_id, 'duty', g.duty))
      from access.grants g where g.county_id = $1 and g.person_id = ${person} and g.from_at <= ${at} and (g.until_at is null or g.until_at > ${at})), '[]')`;

/** The sessions of cookies, by their hashes and in their order; undefined for one that has ended, expired, or whose account is closed. `$3` real time, `$4` county time. */
export async function sessionsByHashes(tx: Tx, tokenHashes: readonly string[]): Promise<(SessionRow | undefined)[]> {
  const rows = await tx.named<SessionRow & { tokenHash: string }>(
    'access.sessions',
    `select s.token_hash as "tokenHash", s.id, s.person_id as "personId", s.assurance, s.method = 'station-pin' as "byPin", s.seen_at as "seenAt", s.expires_at as "expiresAt", s.stepped_up_at as "steppedUpAt", a.demonstration,
            a.totp_confirmed_at is not null as "hasTotp",
            exists (select 1 from access.passkeys k where k.county_id = $1 and k.person_id = s.person_id and k.removed_at is null) as "hasPasskey",
            ${grantsNow('s.person_id', '$4')} as grants
       from access.sessions s
       join access.accounts a on a.county_id = $1 and a.person_id = s.person_id and a.disabled_at is null
       join people.persons p on p.county_id = $1 and p.id = s.person_id and p.active
      where s.county_id = $1 and s.token_hash = any($2::text[]) and s.ended_at is null and s.expires_at > $3`,
    [tx.countyId, tokenHashes, tx.ctx.app.clock.now(), tx.at],
  );
  const byHash = new Map(rows.map(({ tokenHash, ...session }) => [tokenHash, session]));
  return tokenHashes.map((hash) => byHash.get(hash));
}

/** Notes that the session is in use; the caller keeps this to once a minute. */
export const touchSession = (tx: Tx, id: string): Promise<unknown> =>
  tx.named(
    'access.touch',
    'update access.sessions set seen_at = $3 where county_id = $1 and id = $2 and ended_at is null',
    [tx.countyId, id, tx.ctx.app.clock.now()],
  );

/** A living personal access token with its person and the grants that hold now. */
export interface TokenRow {
  id: string;
  personId: string;
  assurance: 1 | 2;
  scopes: string[];
  usedAt: Date | null;
  grants: Grant[];
}

/** The token by its hash; undefined when revoked, expired, or its account is closed. */
export async function tokenByHash(tx: Tx, tokenHash: string): Promise<TokenRow | undefined> {
  const [row] = await tx.named<TokenRow>(
    'access.token',
    `select t.id, t.person_id as "personId", t.assurance, t.scopes, t.used_at as "usedAt", ${grantsNow('t.person_id', '$4')} as grants
       from access.tokens t
       join access.accounts a on a.county_id = $1 and a.person_id = t.person_id and a.disabled_at is null
       join people.persons p on p.county_id = $1 and p.id = t.person_id and p.active
      where t.county_id = $1 and t.token_hash = $2 and t.revoked_at is null and t.expires_at > $3`,
    [tx.countyId, tokenHash, tx.ctx.app.clock.now(), tx.at],
  );
  return row;
}

/** Notes that the token is in use; the caller keeps this to once a minute. */
export const touchToken = (tx: Tx, id: string): Promise<unknown> =>
  tx.named('access.touch-token', 'update access.tokens set used_at = $3 where county_id = $1 and id = $2', [
    tx.countyId,
    id,
    tx.ctx.app.clock.now(),
  ]);

/** The grants of a person that hold at this moment of county time. */
export const grantsOf = (tx: Tx, personId: string): Promise<Grant[]> =>
  tx.named<Grant>(
    'access.grants-of',
    `select role, place_id as "placeId", unit_id as "unitId", duty from access.grants
      where county_id = $1 and person_id = $2 and from_at <= $3 and (until_at is null or until_at > $3) order by id`,
    [tx.countyId, personId, tx.at],
  );

/** A living session as its owner sees it. */
export interface LivingSession {
  id: string;
  device: string;
  method: 'password' | 'passkey' | 'invitation' | 'slip' | 'recovery' | 'demonstration' | 'oidc' | 'station-pin';
  stationId: string | null;
  madeAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

/** The sessions of a person that have neither ended nor expired, latest first. */
export const livingSessions = (tx: Tx, personId: string): Promise<LivingSession[]> =>
  tx.named<LivingSession>(
    'access.living-sessions',
    `select s.id, s.device, s.method, c.unit_id as "stationId", s.made_at as "madeAt", s.seen_at as "seenAt", s.expires_at as "expiresAt" from access.sessions s
       left join access.computers c on c.county_id = $1 and c.id = s.computer_id
      where s.county_id = $1 and s.person_id = $2 and s.ended_at is null and s.expires_at > $3 order by s.seen_at desc, s.id`,
    [tx.countyId, personId, tx.ctx.app.clock.now()],
  );

/** The kind of browser in which a session was opened. */
export async function deviceOfSession(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.named<{ device: string }>(
    'access.device',
    'select device from access.sessions where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  return row?.device ?? '—';
}

/** Whether a session has neither ended nor expired, nor lain unused for longer than its roles allow. */
export async function isSessionAlive(tx: Tx, id: string): Promise<boolean> {
  const now = tx.ctx.app.clock.now();
  const [row] = await tx.named<{ seenAt: Date; grants: Grant[] }>(
    'access.is-session-alive',
    `select s.seen_at as "seenAt", ${grantsNow('s.person_id', '$4')} as grants
       from access.sessions s
       join access.accounts a on a.county_id = $1 and a.person_id = s.person_id and a.disabled_at is null
       join people.persons p on p.county_id = $1 and p.id = s.person_id and p.active
      where s.county_id = $1 and s.id = $2 and s.ended_at is null and s.expires_at > $3`,
    [tx.countyId, id, now, tx.at],
  );
  return row !== undefined && !isUnused(row, now);
}

/** Whether nobody has used the session for longer than its roles allow. */
export const isUnused = ({ seenAt, grants }: Pick<SessionRow, 'seenAt' | 'grants'>, now: Date): boolean =>
  (now.getTime() - seenAt.getTime()) / 60_000 > sessionLimits(needsSecondFactor(grants)).idleMinutes;

/** Forgets sessions that ended or expired ninety days ago. */
export const forgetSessions = (tx: Tx): Promise<unknown> =>
  tx.named(
    'access.forget-sessions',
    'delete from access.sessions where county_id = $1 and coalesce(ended_at, expires_at) < $2',
    [tx.countyId, new Date(tx.ctx.app.clock.now().getTime() - 90 * 86_400_000)],
  );
