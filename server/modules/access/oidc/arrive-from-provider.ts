import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { mayEnrol } from '../account/may-enrol.ts';
import type { OidcReturn } from '../contract.ts';
import { startSession } from '../session/start-session.ts';
import type { StartedSession } from '../session/start-session.ts';
import { takeJourney } from './oidc-journeys.ts';
import type { Journey } from './oidc-journeys.ts';
import { linkOidc, personByOidc } from './oidc-links.ts';
import { providerOf, subjectOf } from './provider.ts';

/** Where the browser came from, and the session that was opened, if one was. */
export interface Arrived {
  readonly startOn: Journey['startOn'];
  readonly session: StartedSession | null;
}

/** Ends a journey to the provider: opens a session of whoever is linked there, or links the account of whoever set out. The journey is used up before the provider is asked, so that no return counts twice.
 *  A session is the first factor and no confirmation: a second factor, and the step-up before signing, are asked as after a password (ADR 61).
 *  Refuses: NoOidcProvider (404), OidcStateLost (410), OidcRefused (422), OidcNotAccepted (422), OidcAway (502), OidcNotLinked (422), OidcTaken (409), StepUpRequired (401). */
export async function arriveFromProvider(
  ctx: Ctx,
  actor: Actor,
  answer: OidcReturn,
  browser: { readonly secret: string | undefined; readonly device: string },
): Promise<Arrived> {
  const { issuer } = providerOf(ctx);
  const journey = await ctx.transaction((tx) => takeJourney(tx, answer.state, browser.secret));
  // Whoever signed out or changed places on the way is nobody to be linked.
  if (journey.personId !== null && (actor.id !== journey.personId || actor.sessionId !== journey.sessionId))
    return refuse('OidcStateLost');
  const subject = await subjectOf(ctx, answer, journey);
  return ctx.transaction(async (tx) => {
    if (journey.personId === null) {
      const personId = (await personByOidc(tx, issuer, subject)) ?? refuse('OidcNotLinked');
      const session = await startSession(tx, { personId, assurance: 1, method: 'oidc', device: browser.device });
      return { startOn: journey.startOn, session };
    }
    await mayEnrol(tx, actor);
    await linkOidc(tx, actor, issuer, subject);
    return { startOn: journey.startOn, session: null };
  });
}
