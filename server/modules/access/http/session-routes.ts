import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { route } from '#platform/http/route';
import type { Ctx } from '#platform/transaction';
import {
  passkeyOptions,
  passkeySignInRequest,
  secondFactorRequest,
  sessionList,
  signedIn,
  signInRequest,
  stepUpRequest,
  steppedUp,
} from '../contract.ts';
import type { SignedIn } from '../contract.ts';
import { computerSecretOf } from '../computer/computer-queries.ts';
import { noteComputer } from '../computer/note-computer.ts';
import { deviceOf } from '../session/device.ts';
import { giveSecondFactor } from '../session/give-second-factor.ts';
import { endOtherSessions, endOwnSession, listSessions, signOut } from '../session/list-sessions.ts';
import { signInByPasskey, signInOptions } from '../session/sign-in-by-passkey.ts';
import { signIn } from '../session/sign-in.ts';
import type { StartedSession } from '../session/start-session.ts';
import { stepUp, stepUpOptions } from '../session/step-up.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';

const device = (request: FastifyRequest): string => deviceOf(request.headers['user-agent']);

/** Answers a sign-in: the secret goes into the cookie and nowhere else. */
export async function answerStarted(ctx: Ctx, reply: FastifyReply, started: StartedSession): Promise<SignedIn> {
  const { answer, secret } = started;
  await noteComputer(ctx, computerSecretOf(reply.request.headers.cookie), started);
  setSessionCookie(reply, secret, new Date(answer.expiresAt), ctx.app.clock.now());
  return answer;
}

const signInRoutes = [
  route({
    method: 'POST',
    path: '/sessions',
    ability: 'public',
    summary: 'Sign in with login and password.',
    withoutRoom: true,
    idempotency: 'none',
    perMinute: 30,
    body: signInRequest,
    answer: signedIn,
    refuses: ['SignInFailed'],
    handle: async ({ ctx, body, request, reply }) =>
      answerStarted(ctx, reply, await signIn(ctx, body, { address: request.ip, device: device(request) })),
  }),
  route({
    method: 'POST',
    path: '/passkey-sign-in-options',
    ability: 'public',
    summary: 'Options for signing in with a passkey.',
    withoutRoom: true,
    idempotency: 'none',
    status: 200,
    perMinute: 30,
    answer: passkeyOptions,
    handle: ({ ctx, request }) => signInOptions(ctx, request.headers.host),
  }),
  route({
    method: 'POST',
    path: '/passkey-sessions',
    ability: 'public',
    summary: 'Sign in with a passkey.',
    withoutRoom: true,
    idempotency: 'none',
    perMinute: 30,
    body: passkeySignInRequest,
    answer: signedIn,
    refuses: ['PasskeyNotAccepted'],
    handle: async ({ ctx, body, request, reply }) =>
      answerStarted(ctx, reply, await signInByPasskey(ctx, body.assertion, device(request))),
  }),
  route({
    method: 'POST',
    path: '/sessions/current/second-factors',
    ability: 'signed-in',
    summary: 'Give the code, or a recovery code, that this session still lacks.',
    withoutRoom: true,
    idempotency: 'none',
    beforeSecondFactor: true,
    perMinute: 30,
    body: secondFactorRequest,
    answer: signedIn,
    refuses: ['SignInFailed'],
    handle: async ({ ctx, actor, body, request, reply }) =>
      answerStarted(ctx, reply, await giveSecondFactor(ctx, actor, body, device(request))),
  }),
];

const stepUpRoutes = [
  route({
    method: 'POST',
    path: '/sessions/current/step-up-options',
    ability: 'signed-in',
    summary: 'Options for confirming with a passkey.',
    withoutRoom: true,
    idempotency: 'none',
    status: 200,
    beforeSecondFactor: true,
    answer: passkeyOptions,
    handle: ({ ctx, actor, request }) => stepUpOptions(ctx, actor, request.headers.host),
  }),
  route({
    method: 'POST',
    path: '/sessions/current/step-ups',
    ability: 'signed-in',
    summary: 'Confirm once more who it is; counts for 15 minutes.',
    withoutRoom: true,
    idempotency: 'none',
    beforeSecondFactor: true,
    perMinute: 30,
    body: stepUpRequest,
    answer: steppedUp,
    refuses: ['SignInFailed', 'PasskeyNotAccepted'],
    handle: async ({ ctx, actor, body, reply }) => {
      const { until, secret, expiresAt } = await stepUp(ctx, actor, body);
      setSessionCookie(reply, secret, expiresAt, ctx.app.clock.now());
      return { until: until.toISOString() };
    },
  }),
];

const listRoutes = [
  route({
    method: 'GET',
    path: '/sessions',
    ability: 'own-data.see',
    summary: 'Where the person is signed in.',
    answer: sessionList,
    handle: ({ ctx, actor }) => listSessions(ctx, actor),
  }),
  route({
    method: 'DELETE',
    path: '/sessions/current',
    ability: 'public',
    summary: 'Sign out here.',
    withoutRoom: true,
    beforeSecondFactor: true,
    answer: null,
    handle: async ({ ctx, actor, reply }) => {
      await signOut(ctx, actor);
      clearSessionCookie(reply);
    },
  }),
  route({
    method: 'DELETE',
    path: '/sessions/:id',
    ability: 'signed-in',
    summary: "End one of one's own sessions.",
    withoutRoom: true,
    params: z.strictObject({ id: z.uuid() }),
    answer: null,
    handle: ({ ctx, actor, params }) => endOwnSession(ctx, actor, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/sessions',
    ability: 'signed-in',
    summary: "End all of one's own sessions but this.",
    withoutRoom: true,
    answer: null,
    handle: ({ ctx, actor }) => endOtherSessions(ctx, actor),
  }),
];

/** Signing in and out, the second factor, confirming, and the list of one's own sessions. */
export const sessionRoutes = [...signInRoutes, ...stepUpRoutes, ...listRoutes];
