import * as oidc from 'openid-client';
import { addressOf } from '#platform/county-address';
import { callOut } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { refuse } from '#platform/refuse';
import type { OidcSetting } from '#platform/settings/oidc';
import type { Ctx } from '#platform/transaction';
import type { OidcReturn } from '../contract.ts';

/** The provider of this installation. Refuses: NoOidcProvider (404). */
export const providerOf = (ctx: Ctx): OidcSetting => ctx.app.settings.oidc ?? refuse('NoOidcProvider');

/** Where the provider sends people back: one fixed page of the county's own address, never what a request says. */
export const returnAddress = (ctx: Ctx): string => `${addressOf(ctx)}/console/provider-return`;

/** What binds one journey: told to the provider, kept until the return. */
export interface Bound {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Secrets for one journey. */
export const newBound = (): Bound => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  codeVerifier: oidc.randomPKCECodeVerifier(),
});

/** The address at the provider to which the browser goes: authorization code with PKCE S256; only `openid` is asked for, so that no name and no e-mail address comes back. Refuses: OidcAway (502). */
export async function authorizationAddress(ctx: Ctx, { state, nonce, codeVerifier }: Bound): Promise<string> {
  const config = await reached(ctx, () => discovered(ctx.app.settings.innerHosts ?? [], providerOf(ctx)));
  return oidc.buildAuthorizationUrl(config, {
    redirect_uri: returnAddress(ctx),
    scope: 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  }).href;
}

/** Who the provider says has come back: its code is exchanged, and the token's signature, issuer, audience, times and nonce are checked.
 *  Refuses: OidcRefused (422) when the person or the provider said no, OidcAway (502), OidcNotAccepted (422) without saying which part was wrong. */
export async function subjectOf(ctx: Ctx, answer: OidcReturn, bound: Bound): Promise<string> {
  if (answer.error !== undefined) return refuse('OidcRefused');
  const config = await reached(ctx, () => discovered(ctx.app.settings.innerHosts ?? [], providerOf(ctx)));
  const tokens = await reached(ctx, () =>
    oidc.authorizationCodeGrant(config, cameBackTo(ctx, answer), {
      pkceCodeVerifier: bound.codeVerifier,
      expectedState: bound.state,
      expectedNonce: bound.nonce,
      idTokenExpected: true,
    }),
  );
  return tokens.claims()?.sub ?? refuse('OidcNotAccepted');
}

function cameBackTo(ctx: Ctx, answer: OidcReturn): URL {
  const address = new URL(returnAddress(ctx));
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) address.searchParams.set(name, value);
  return address;
}

/** The provider's own description. Found anew each time: signing in is rare, and the keys of the provider are never stale. Throws what was wrong (see {@link isAway}). */
export async function discovered(innerHosts: readonly string[], provider: OidcSetting): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = provider;
  // The issuer's own host may lie inside: whoever runs the installation has named it.
  const inner = [...innerHosts, new URL(issuer).host];
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, authenticated(clientSecret), {
    [oidc.customFetch]: (address, options) => asked(inner, address, options),
    // Without these the token's signature would be left to TLS. `http` is let through by the setting for this machine alone.
    execute: [
      oidc.enableNonRepudiationChecks,
      ...(new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
    ],
  });
  // Discovery takes a description without them; the journey does not.
  const { authorization_endpoint, token_endpoint, jwks_uri } = config.serverMetadata();
  if (!authorization_endpoint || !token_endpoint || !jwks_uri)
    throw new Error('the description lacks what a sign-in needs');
  return config;
}

// Basic is what the standard takes for granted (OpenID Connect Discovery §3); a provider that names others gets the secret in the form.
const authenticated =
  (secret: string): oidc.ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    way(secret)(server, client, body, headers);
  };

const mostBytes = 256 * 1024;

// Through the one door (trust.md A24): bounded in time and size, no redirect followed.
async function asked(inner: readonly string[], address: string, options: oidc.CustomFetchOptions): Promise<Response> {
  const answer = await callOut(inner, {
    method: options.method === 'POST' ? 'POST' : 'GET',
    address,
    headers: options.headers,
    // A form is all that is ever sent to a provider.
    ...(options.body instanceof URLSearchParams ? { body: options.body.toString() } : {}),
    mostBytes,
  });
  if (answer.isCut || answer.status >= 500) throw new OutboundFailure('broken-off');
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const isEmpty = answer.status === 204 || answer.status === 304;
  return new Response(isEmpty ? null : answer.body, { status: answer.status, headers });
}

// What the library says may hold what the provider said: it goes neither to the log nor to the person.
async function reached<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    ctx.app.log.warn('the sign-in provider did not help', { requestId: ctx.requestId, problem: codeOf(error) });
    return refuse(isAway(error) ? 'OidcAway' : 'OidcNotAccepted');
  }
}

/** Whether it failed because nothing came back, rather than because of what did. */
export const isAway = (error: unknown): boolean => causes(error).some((one) => one instanceof OutboundFailure);

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [error];
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
