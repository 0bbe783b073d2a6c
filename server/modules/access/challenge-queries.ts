import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';

/** What a challenge is for. One of another purpose is never taken. */
export type ChallengePurpose = 'register' | 'sign-in' | 'step-up' | 'sign';

/** A challenge that waits for its answer: single use, five minutes of real time (trust.md A15). */
export interface Challenge {
  id: string;
  challenge: string;
  personId: string | null;
  sessionId: string | null;
  statementHash: string | null;
}

const lifeMilliseconds = 5 * 60_000;

/** Remembers a challenge (base64url) and returns its id. */
export async function keepChallenge(
  tx: Tx,
  purpose: ChallengePurpose,
  challenge: string,
  bound: { personId?: string | undefined; sessionId?: string | undefined; statementHash?: string } = {},
): Promise<string> {
  const id = newId<'challenge'>();
  const now = tx.ctx.app.clock.now();
  await tx.named(
    'access.keep-challenge',
    'insert into access.challenges (county_id, id, challenge, purpose, person_id, session_id, statement_hash, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      tx.countyId,
      id,
      challenge,
      purpose,
      bound.personId ?? null,
      bound.sessionId ?? null,
      bound.statementHash ?? null,
      new Date(now.getTime() + lifeMilliseconds),
    ],
  );
  return id;
}

/** Uses up the waiting challenge with this text; undefined when there is none, it was used, or it is too old. */
export async function takeChallenge(
  tx: Tx,
  purpose: ChallengePurpose,
  challenge: string,
): Promise<Challenge | undefined> {
  const now = tx.ctx.app.clock.now();
  const [row] = await tx.named<Challenge>(
    'access.take-challenge',
    `update access.challenges set used_at = $4
      where county_id = $1 and id = (select id from access.challenges where county_id = $1 and challenge = $2 and purpose = $3 and used_at is null and expires_at > $4 and expires_at <= $5 order by id desc limit 1 for update)
      returning id, challenge, person_id as "personId", session_id as "sessionId", statement_hash as "statementHash"`,
    // One made while the clock was ahead would be good for as long as that.
    [tx.countyId, challenge, purpose, now, new Date(now.getTime() + lifeMilliseconds + 60_000)],
  );
  return row;
}

/** Forgets challenges whose time is over. */
export const forgetChallenges = (tx: Tx): Promise<unknown> =>
  tx.named('access.forget-challenges', 'delete from access.challenges where county_id = $1 and expires_at < $2', [
    tx.countyId,
    new Date(tx.ctx.app.clock.now().getTime() - 86_400_000),
  ]);
