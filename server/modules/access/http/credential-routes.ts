import { z } from 'zod';
import { route } from '#platform/http/route';
import { credentials } from '../account/credentials.ts';
import {
  creationOptions,
  credentialsView,
  newPasskeyRequest,
  newToken,
  newTokenRequest,
  passkeyView,
  passwordRequest,
  recoveryCodes,
  signedIn,
  tokenList,
  totpConfirmation,
  totpSetup,
} from '../contract.ts';
import { removePasskey } from '../passkey/list-passkeys.ts';
import { registerPasskey, registrationOptions } from '../passkey/register-passkey.ts';
import { changePassword } from '../password/change-password.ts';
import { newRecoveryCodes } from '../recovery/renew-recovery-codes.ts';
import { listTokens, makeToken, revokeToken } from '../token/personal-tokens.ts';
import { beginTotp, confirmTotp, endTotp } from '../totp/set-up-totp.ts';
import { answerStarted } from './session-routes.ts';

const id = z.strictObject({ id: z.uuid() });

const ownRoutes = [
  route({
    method: 'GET',
    path: '/me/credentials',
    ability: 'signed-in',
    summary: 'How the person signs in.',
    beforeSecondFactor: true,
    answer: credentialsView,
    handle: ({ ctx, actor }) => credentials(ctx, actor),
  }),
  route({
    method: 'PUT',
    path: '/me/password',
    ability: 'signed-in',
    summary: "Change one's own password; other sessions end.",
    perMinute: 30,
    body: passwordRequest,
    answer: signedIn,
    refuses: ['PasswordTooWeak', 'SignInFailed'],
    handle: async ({ ctx, actor, body, reply }) => answerStarted(ctx, reply, await changePassword(ctx, actor, body)),
  }),
];

const passkeyRoutes = [
  route({
    method: 'POST',
    path: '/me/passkey-options',
    ability: 'signed-in',
    summary: 'Options for making a passkey.',
    idempotency: 'none',
    status: 200,
    beforeSecondFactor: true,
    answer: creationOptions,
    handle: ({ ctx, actor, request }) => registrationOptions(ctx, actor, request.headers.host),
  }),
  route({
    method: 'POST',
    path: '/me/passkeys',
    ability: 'signed-in',
    summary: 'Keep a new passkey.',
    idempotency: 'none',
    beforeSecondFactor: true,
    body: newPasskeyRequest,
    answer: passkeyView,
    refuses: ['PasskeyNotAccepted'],
    handle: async ({ ctx, actor, body, request, reply }) => {
      const { passkey, session } = await registerPasskey(ctx, actor, body, request.headers.host);
      await answerStarted(ctx, reply, session);
      return passkey;
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/passkeys/:id',
    ability: 'signed-in',
    summary: "Remove one of one's own passkeys.",
    params: id,
    answer: null,
    refuses: ['LastSecondFactor'],
    handle: ({ ctx, actor, params }) => removePasskey(ctx, actor, params.id),
  }),
];

const codeRoutes = [
  route({
    method: 'POST',
    path: '/me/totp',
    ability: 'signed-in',
    summary: 'Begin with one-time codes: a secret for the app.',
    idempotency: 'none',
    beforeSecondFactor: true,
    answer: totpSetup,
    handle: ({ ctx, actor }) => beginTotp(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/me/totp/confirmations',
    ability: 'signed-in',
    summary: 'Confirm one-time codes with the first one; recovery codes are shown once.',
    idempotency: 'none',
    beforeSecondFactor: true,
    perMinute: 30,
    body: totpConfirmation,
    answer: recoveryCodes,
    refuses: ['CodeNotAccepted'],
    handle: async ({ ctx, actor, body, reply }) => {
      const { codes, session } = await confirmTotp(ctx, actor, body.code);
      await answerStarted(ctx, reply, session);
      return { codes };
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/totp',
    ability: 'signed-in',
    summary: 'Turn one-time codes off.',
    answer: null,
    refuses: ['LastSecondFactor'],
    handle: ({ ctx, actor }) => endTotp(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/me/recovery-codes',
    ability: 'signed-in',
    summary: 'Fresh recovery codes in place of the old.',
    idempotency: 'none',
    answer: recoveryCodes,
    handle: ({ ctx, actor }) => newRecoveryCodes(ctx, actor),
  }),
];

const tokenRoutes = [
  route({
    method: 'GET',
    path: '/me/tokens',
    ability: 'signed-in',
    summary: "One's own tokens for programs.",
    answer: tokenList,
    handle: ({ ctx, actor }) => listTokens(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/me/tokens',
    ability: 'signed-in',
    summary: 'Make a token for a program; shown once.',
    body: newTokenRequest,
    answer: newToken,
    refuses: ['ScopeNotHeld'],
    handle: ({ ctx, actor, body }) => makeToken(ctx, actor, body),
  }),
  route({
    method: 'DELETE',
    path: '/me/tokens/:id',
    ability: 'signed-in',
    summary: 'Revoke a token.',
    params: id,
    answer: null,
    handle: ({ ctx, actor, params }) => revokeToken(ctx, actor, params.id),
  }),
];

/** A person's own ways of signing in. */
export const credentialRoutes = [...ownRoutes, ...passkeyRoutes, ...codeRoutes, ...tokenRoutes];
