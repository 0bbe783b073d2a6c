import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { deviceOfSession } from '../session-queries.ts';
import { endSessions } from './end-sessions.ts';
import type { EndReason } from './end-sessions.ts';
import type { NewSession } from './open-session.ts';
import { startSession } from './start-session.ts';
import type { StartedSession } from './start-session.ts';

/** What the fresh session is, and why the others end. */
export type Replacement = Pick<NewSession, 'assurance' | 'method' | 'steppedUpBy'> & { readonly why: EndReason };

/** Ends every session of the person, this one too, and opens a fresh one here: after any change of how they sign in (trust.md A9, A10). */
export async function replaceSession(tx: Tx, actor: Actor, replacement: Replacement): Promise<StartedSession> {
  const device = actor.sessionId ? await deviceOfSession(tx, actor.sessionId) : '—';
  await endSessions(tx, actor, { personId: actor.id }, replacement.why);
  return startSession(tx, {
    personId: actor.id,
    assurance: replacement.assurance,
    method: replacement.method,
    device,
    steppedUpBy: replacement.steppedUpBy,
  });
}
