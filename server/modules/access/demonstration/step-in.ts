import type { FastifyRequest } from 'fastify';
import type { Actor } from '#platform/actor';
import { hostCookie } from '#platform/http/cookies';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { grantsOf } from '../session-queries.ts';
import { isFromHere } from '../session/authenticate.ts';
import { startSession } from '../session/start-session.ts';
import type { AccessTables } from '../tables.ts';

/** Whoever one has become in a guided walk, with the Set-Cookie line for the browser. */
export interface SteppedIn {
  readonly actor: Actor;
  readonly setCookie: string;
}

/** Signs the visitor of a guided walk in as somebody of the demonstration, with one click. From this machine and in a demonstration county only.
 *  Refuses: NotFound (404) anywhere else and for an account that is not the demonstration's. */
export async function stepIn(tx: Tx, request: FastifyRequest, login: string): Promise<SteppedIn> {
  const { app, county } = tx.ctx;
  if (!county.demonstration || !isFromHere(request)) refuse('NotFound');
  const account = await tx
    .tables<AccessTables>()
    .selectFrom('access.accounts')
    .select('person_id')
    .where('county_id', '=', tx.countyId)
    .where('login', '=', login)
    .where('demonstration', '=', true)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const personId = account?.person_id ?? refuse('NotFound');
  const session = await startSession(tx, {
    personId,
    assurance: 2,
    method: 'demonstration',
    device: 'Demonstration',
    steppedUpBy: 'demonstration',
  });
  const now = app.clock.now();
  const actor: Actor = {
    kind: 'person',
    id: personId,
    sessionId: session.sessionId,
    grants: await grantsOf(tx, personId),
    assurance: 2,
    steppedUpAt: now,
    demonstration: true,
  };
  return {
    actor,
    setCookie: hostCookie(
      'session',
      session.secret,
      (new Date(session.answer.expiresAt).getTime() - now.getTime()) / 1000,
    ),
  };
}
