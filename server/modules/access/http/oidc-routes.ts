import type { FastifyReply } from 'fastify';
import { hostCookie, readCookies } from '#platform/http/cookies';
import { route } from '#platform/http/route';
import { oidcArrival, oidcJourney, oidcLinkRequest, oidcProvider, oidcReturn, oidcSignInRequest } from '../contract.ts';
import { arriveFromProvider } from '../oidc/arrive-from-provider.ts';
import { beginOidcLink, beginOidcSignIn, journeySeconds } from '../oidc/oidc-journeys.ts';
import type { Begun } from '../oidc/oidc-journeys.ts';
import { unlinkOidc } from '../oidc/oidc-links.ts';
import { deviceOf } from '../session/device.ts';
import { answerStarted } from './session-routes.ts';

const cookie = 'provider-journey';

function sentOff(reply: FastifyReply, { address, secret }: Begun): { address: string } {
  reply.header('set-cookie', hostCookie(cookie, secret, journeySeconds));
  return { address };
}

/** Signing in by the installation's provider, and linking one's account with it. */
export const oidcRoutes = [
  route({
    method: 'GET',
    path: '/oidc-provider',
    ability: 'public',
    summary: 'The provider by which people of this installation may sign in, if there is one.',
    answer: oidcProvider,
    handle: async ({ ctx }) => {
      const { oidc } = ctx.app.settings;
      return { provider: oidc ? { name: oidc.name } : null };
    },
  }),
  route({
    method: 'POST',
    path: '/oidc-sign-ins',
    ability: 'public',
    summary: 'Set out to sign in by the provider.',
    withoutRoom: true,
    idempotency: 'none',
    perMinute: 30,
    body: oidcSignInRequest,
    answer: oidcJourney,
    refuses: ['NoOidcProvider', 'OidcAway', 'OidcNotAccepted'],
    handle: async ({ ctx, body, reply }) => sentOff(reply, await beginOidcSignIn(ctx, body.startOn)),
  }),
  route({
    method: 'POST',
    path: '/oidc-returns',
    ability: 'public',
    summary: 'Come back from the provider: signed in, or linked.',
    withoutRoom: true,
    idempotency: 'none',
    perMinute: 30,
    body: oidcReturn,
    answer: oidcArrival,
    refuses: [
      'NoOidcProvider',
      'OidcStateLost',
      'OidcRefused',
      'OidcNotAccepted',
      'OidcAway',
      'OidcNotLinked',
      'OidcTaken',
      'StepUpRequired',
    ],
    handle: async ({ ctx, actor, body, request, reply }) => {
      const { startOn, session } = await arriveFromProvider(ctx, actor, body, {
        secret: readCookies(request.headers.cookie).get(`__Host-${cookie}`),
        device: deviceOf(request.headers['user-agent']),
      });
      reply.header('set-cookie', hostCookie(cookie, '', 0));
      return { startOn, session: session ? await answerStarted(ctx, reply, session) : null };
    },
  }),
  route({
    method: 'POST',
    path: '/me/oidc-links',
    ability: 'signed-in',
    summary: "Set out to link one's own account with the provider.",
    idempotency: 'none',
    perMinute: 30,
    body: oidcLinkRequest,
    answer: oidcJourney,
    refuses: ['NoOidcProvider', 'OidcAway', 'OidcNotAccepted'],
    handle: async ({ ctx, actor, body, reply }) => sentOff(reply, await beginOidcLink(ctx, actor, body.startOn)),
  }),
  route({
    method: 'DELETE',
    path: '/me/oidc-link',
    ability: 'signed-in',
    summary: 'Sign in by the provider no more.',
    answer: null,
    handle: ({ ctx, actor }) => unlinkOidc(ctx, actor),
  }),
];
