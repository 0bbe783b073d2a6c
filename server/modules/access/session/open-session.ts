import type { Tx } from '#platform/transaction';
import { newId } from '#platform/ids';
import { idleUntil } from '../computer/limits.ts';
import { newSecret, secretHash } from '../secrets.ts';
import type { AccessTables } from '../tables.ts';
import { sessionLimits } from './limits.ts';

/** A session to be opened. */
export interface NewSession {
  readonly personId: string;
  readonly assurance: 1 | 2;
  readonly method:
    | 'password'
    | 'passkey'
    | 'invitation'
    | 'slip'
    | 'recovery'
    | 'demonstration'
    | 'oidc'
    | 'station-pin';
  /** Kind of browser and system in words. */
  readonly device: string;
  /** What has just proved the person, when it counts as a step-up too. */
  readonly steppedUpBy?: 'password' | 'passkey' | 'totp' | 'demonstration' | undefined;
  /** Opened by PIN: at which station's computer, and the end of the day for which the PIN counts. */
  readonly at?: { readonly computerId: string; readonly until: Date } | undefined;
  /** Whether the person holds a role that needs a second factor: shorter limits. */
  readonly strong: boolean;
}

/** Opens a session in real time. The returned secret goes into the cookie and is kept nowhere else. */
export async function openSession(
  tx: Tx,
  session: NewSession,
): Promise<{ id: string; secret: string; expiresAt: Date }> {
  const id = newId<'session'>();
  const secret = newSecret();
  const now = tx.ctx.app.clock.now();
  const expiresAt = session.at
    ? idleUntil(now, session.at.until)
    : new Date(now.getTime() + sessionLimits(session.strong).absoluteDays * 86_400_000);
  await tx
    .tables<AccessTables>()
    .insertInto('access.sessions')
    .values({
      county_id: tx.countyId,
      id,
      token_hash: secretHash(secret),
      person_id: session.personId,
      assurance: session.assurance,
      method: session.method,
      device: session.device,
      made_at: now,
      seen_at: now,
      expires_at: expiresAt,
      computer_id: session.at?.computerId ?? null,
      until_at: session.at?.until ?? null,
      stepped_up_at: session.steppedUpBy ? now : null,
      stepped_up_by: session.steppedUpBy ?? null,
    })
    .execute();
  return { id, secret, expiresAt };
}
