import { audit } from '#platform/audit';
import type { Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import type { SignedIn } from '../contract.ts';
import { needsSecondFactor } from '../roles.ts';
import { grantsOf } from '../session-queries.ts';
import { openSession } from './open-session.ts';
import type { NewSession } from './open-session.ts';

/** A session just opened: what to tell the person, and the secret for their cookie. */
export interface StartedSession {
  readonly answer: SignedIn;
  readonly secret: string;
  readonly sessionId: string;
}

/** Opens a session for a person who has proved themselves, notes it on the account and in the audit. */
export async function startSession(tx: Tx, session: Omit<NewSession, 'strong'>): Promise<StartedSession> {
  const account = await accountOf(tx, session.personId);
  const isStrong = needsSecondFactor(await grantsOf(tx, session.personId));
  const { id, secret, expiresAt } = await openSession(tx, { ...session, strong: isStrong });
  await tx.named(
    'access.signed-in',
    'update access.accounts set signed_in_at = $3 where county_id = $1 and person_id = $2',
    [tx.countyId, session.personId, tx.ctx.app.clock.now()],
  );
  await audit(
    tx,
    { kind: 'person', id: session.personId, grants: [], assurance: session.assurance },
    {
      act: 'session.open',
      noun: 'session',
      subjectId: id,
      detail: { method: session.method, assurance: session.assurance },
    },
  );
  return {
    answer: {
      needs: needsOf(session.assurance, isStrong, account),
      personId: session.personId,
      expiresAt: expiresAt.toISOString(),
    },
    secret,
    sessionId: id,
  };
}

/** What a session still lacks. Whoever has set up one-time codes is asked for them, whatever their roles. */
export function needsOf(
  assurance: 1 | 2,
  strong: boolean,
  account: { hasTotp: boolean; hasPasskey: boolean } | undefined,
): SignedIn['needs'] {
  if (assurance === 2) return 'nothing';
  if (account?.hasTotp) return 'second-factor';
  if (!strong) return 'nothing';
  return account?.hasPasskey ? 'second-factor' : 'enrolment';
}
