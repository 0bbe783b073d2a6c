import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { mayEnrol } from '../account/may-enrol.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { authorizationAddress, newBound, providerOf } from './provider.ts';
import type { Bound } from './provider.ts';

/** How long a journey to the provider and back may take, in real time. */
export const journeySeconds = 600;

/** A journey on its way: where the browser goes, and the secret for its cookie. */
export interface Begun {
  readonly address: string;
  readonly secret: string;
}

/** A journey that has come back. */
export interface Journey extends Bound {
  readonly startOn: 'console' | 'phone' | 'account' | 'phone-account';
  readonly personId: string | null;
  readonly sessionId: string | null;
}

/** Begins to sign in by the provider. Refuses: NoOidcProvider (404), OidcAway (502). */
export const beginOidcSignIn = (ctx: Ctx, startOn: 'console' | 'phone'): Promise<Begun> =>
  begin(ctx, { startOn, personId: null, sessionId: null });

/** Begins to link one's own account with the provider; as with every other way in, only after a confirmation. Refuses: NoOidcProvider (404), StepUpRequired (401), OidcAway (502). */
export async function beginOidcLink(
  ctx: Ctx,
  actor: Actor,
  startOn: 'account' | 'phone-account' = 'account',
): Promise<Begun> {
  const sessionId = actor.sessionId ?? refuse('Forbidden');
  providerOf(ctx);
  await ctx.transaction((tx) => mayEnrol(tx, actor));
  return begin(ctx, { startOn, personId: actor.id, sessionId });
}

async function begin(ctx: Ctx, of: Pick<Journey, 'startOn' | 'personId' | 'sessionId'>): Promise<Begun> {
  const bound = newBound();
  const address = await authorizationAddress(ctx, bound);
  const secret = newSecret();
  await ctx.transaction((tx) =>
    tx.named(
      'access.begin-oidc-journey',
      `insert into access.oidc_journeys (county_id, id, state_hash, browser_hash, nonce, code_verifier, start_on, person_id, session_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.countyId,
        newId<'oidc-journey'>(),
        secretHash(bound.state),
        secretHash(secret),
        bound.nonce,
        bound.codeVerifier,
        of.startOn,
        of.personId,
        of.sessionId,
        new Date(ctx.app.clock.now().getTime() + journeySeconds * 1_000),
      ],
    ),
  );
  return { address, secret };
}

/** Uses up the journey of this browser and state. Refuses: OidcStateLost (410) for another browser's, one used before, or one too old. */
export async function takeJourney(tx: Tx, state: string, secret: string | undefined): Promise<Journey> {
  const [row] = await tx.named<Omit<Journey, 'state'>>(
    'access.take-oidc-journey',
    `delete from access.oidc_journeys where county_id = $1 and state_hash = $2 and browser_hash = $3 and expires_at > $4
      returning nonce, code_verifier as "codeVerifier", start_on as "startOn", person_id as "personId", session_id as "sessionId"`,
    [tx.countyId, secretHash(state), secretHash(secret ?? ''), tx.ctx.app.clock.now()],
  );
  return row ? { ...row, state } : refuse('OidcStateLost');
}

/** Forgets journeys whose time is over. */
export const forgetJourneys = (tx: Tx): Promise<unknown> =>
  tx.named('access.forget-oidc-journeys', 'delete from access.oidc_journeys where county_id = $1 and expires_at < $2', [
    tx.countyId,
    tx.ctx.app.clock.now(),
  ]);
