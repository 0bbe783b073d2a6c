import type { Actor } from '#platform/actor';
import { found, refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import { needsSecondFactor } from '../roles.ts';
import { grantsOf, isSessionAlive } from '../session-queries.ts';
import { mustBeSteppedUp } from '../session/step-up.ts';

/** Who may add a passkey or one-time codes: whoever has none yet and signed in just now, or has confirmed with what they have.
 *  A password alone never adds a second factor beside another: whoever stole it would add their own. Refuses: StepUpRequired (401), SignInAgain (401). */
export async function mayEnrol(tx: Tx, actor: Actor): Promise<void> {
  if (!actor.sessionId) refuse('Forbidden');
  mustBeSteppedUp(tx.ctx, actor);
  // Ended since the request came in, while a provider or a slow hash was waited for: whoever ended it wanted nothing more of it.
  if (!(await isSessionAlive(tx, actor.sessionId))) refuse('SignInAgain');
  const account = found(await accountOf(tx, actor.id));
  if ((account.hasTotp || account.hasPasskey) && actor.assurance < 2)
    refuse('StepUpRequired', { needs: 'second-factor' });
}

/** Refuses LastSecondFactor (409) when a person whose roles demand one has no second factor left. Asked after the removal. */
export async function mustKeepSecondFactor(tx: Tx, actor: Actor): Promise<void> {
  const account = found(await accountOf(tx, actor.id));
  if (!account.hasTotp && !account.hasPasskey && needsSecondFactor(await grantsOf(tx, actor.id)))
    refuse('LastSecondFactor');
}
