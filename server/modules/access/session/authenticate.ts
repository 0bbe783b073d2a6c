import type { FastifyRequest } from 'fastify';
import { guestActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { gathered } from '#platform/gathered';
import { readCookies } from '#platform/http/cookies';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { asksForProof } from '../computer/asks-for-proof.ts';
import { needsSecondFactor } from '../roles.ts';
import { secretHash } from '../secrets.ts';
import { isUnused, sessionsByHashes, tokenByHash, touchSession, touchToken } from '../session-queries.ts';
import type { SessionRow } from '../session-queries.ts';
import { isSteppedUp } from './limits.ts';
import { needsOf } from './start-session.ts';

/** Name of the cookie, without its __Host- prefix. */
export const sessionCookieName = 'session';

/** Whoever has no account: the key of each form keeps their submissions apart. */
export const visitor = guestActor('visitor');

/** Finds who asks: a personal access token, a session, or a visitor. Refuses: SignInAgain (401) for a session that has ended, where a person is needed;
 *  StepUpRequired (401) where a role demands a second factor that this session lacks (trust.md A14), and where a PIN is not enough. */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const token = bearerOf(request.headers.authorization);
  if (token) return ctx.transaction((tx) => tokenActor(tx, token));
  const cookie = readCookies(request.headers.cookie).get(`__Host-${sessionCookieName}`);
  if (!cookie) return visitor;
  const session = await livingSession(ctx, cookie);
  const isApi = request.url.startsWith('/api/');
  const { ability, beforeSecondFactor } = request.routeOptions.config;
  if (!session) return isApi && ability !== 'public' ? refuse('SignInAgain') : visitor;
  const needs = stillNeeds(session);
  if (needs !== 'nothing') {
    if (!isApi || (ability === 'public' && !beforeSecondFactor)) return visitor;
    if (!beforeSecondFactor) refuse('StepUpRequired', { needs });
  }
  const unproved = session.byPin && !isSteppedUp(session.steppedUpAt, ctx.app.clock.now());
  if (unproved && asksForProof(ctx, request)) refuse('StepUpRequired', { needs: 'step-up' });
  return { ...sessionActor(ctx, session, isFromHere(request)), ...(unproved ? { unproved } : {}) };
}

const stillNeeds = (session: SessionRow): 'nothing' | 'second-factor' | 'enrolment' =>
  needsOf(session.assurance, needsSecondFactor(session.grants), session);

// Every request asks: when hundreds come at once they are looked up together.
const sessionOf = gathered(sessionsByHashes);

async function livingSession(ctx: Ctx, cookie: string): Promise<SessionRow | undefined> {
  const session = await sessionOf(ctx, secretHash(cookie));
  if (!session) return undefined;
  const now = ctx.app.clock.now();
  if (isUnused(session, now)) return undefined;
  const idleMinutes = (now.getTime() - session.seenAt.getTime()) / 60_000;
  // Also where it was seen while the clock was ahead: it would be taken for in use until then.
  if (Math.abs(idleMinutes) >= 1) await ctx.transaction((tx) => touchSession(tx, session.id));
  return session;
}

// A session that still waits for its second factor acts without any grant.
function sessionActor(ctx: Ctx, session: SessionRow, fromHere: boolean): Actor {
  const half = stillNeeds(session) !== 'nothing';
  return {
    kind: 'person',
    id: session.personId,
    sessionId: session.id,
    assurance: session.assurance,
    grants: half ? [] : session.grants,
    ...(session.steppedUpAt ? { steppedUpAt: session.steppedUpAt } : {}),
    ...(session.byPin ? { byPin: true } : {}),
    // A key that the server holds proves nobody whom a PIN let in.
    ...(session.demonstration && !session.byPin && ctx.county.demonstration && fromHere ? { demonstration: true } : {}),
  };
}

async function tokenActor(tx: Tx, token: string): Promise<Actor> {
  const row = (await tokenByHash(tx, secretHash(token))) ?? refuse('SignInAgain');
  if (row.assurance < 2 && needsSecondFactor(row.grants)) refuse('StepUpRequired', { needs: 'second-factor' });
  if (!row.usedAt || tx.ctx.app.clock.now().getTime() - row.usedAt.getTime() > 60_000) await touchToken(tx, row.id);
  return { kind: 'person', id: row.personId, grants: row.grants, assurance: row.assurance, scopes: row.scopes };
}

// The scheme in capitals or not, then a blank or several (RFC 9110 §11.1, §11.4).
const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer +([\x21-\x7e]{16,200})$/i.exec(header ?? '')?.[1];

/** Whether a request came from the very machine on which the program runs: a loopback address, and no proxy that speaks for somebody else. */
export const isFromHere = (request: FastifyRequest): boolean =>
  isLoopback(request.ip) && forwarding.every((header) => request.headers[header] === undefined);

const forwarding = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);
