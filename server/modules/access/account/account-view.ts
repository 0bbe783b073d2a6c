import { personById } from '#people';
import type { Actor } from '#platform/actor';
import { abilitiesOn, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import type { AccountView } from '../contract.ts';
import { accountThing } from '../permissions.ts';
import { invitationOf } from '../invitation-queries.ts';
import { needsSecondFactor } from '../roles.ts';
import { grantsOf, livingSessions } from '../session-queries.ts';
import { slipOf } from '../slip-queries.ts';

/** How a person signs in, for those who look after accounts. Refuses: NotFound (404). */
export async function accountOfPerson(ctx: Ctx, actor: Actor, personId: string): Promise<AccountView> {
  return ctx.transaction(async (tx) => {
    const person = found(await personById(tx, personId));
    mustSee(tx, actor, 'account.see', accountThing(personId, person.placeId));
    return accountView(tx, actor, personId, person.placeId);
  });
}

/** The view of an account, or of a person without one. */
export async function accountView(
  tx: Tx,
  actor: Actor,
  personId: string,
  placeId: string | null,
): Promise<AccountView> {
  const account = await accountOf(tx, personId);
  const invitation = await invitationOf(tx, personId);
  const slip = await slipOf(tx, personId);
  return {
    personId,
    login: account?.login ?? null,
    state: account ? (account.disabledAt ? 'closed' : 'open') : invitation ? 'invited' : 'none',
    hasPassword: account?.hasPassword ?? false,
    hasPasskey: account?.hasPasskey ?? false,
    hasTotp: account?.hasTotp ?? false,
    needsSecondFactor: needsSecondFactor(await grantsOf(tx, personId)),
    signedInAt: account?.signedInAt?.toISOString() ?? null,
    sessions: (await livingSessions(tx, personId)).length,
    invitation: invitation ? { id: invitation.id, expiresAt: invitation.expiresAt.toISOString() } : null,
    slip: slip ? { id: slip.id, expiresAt: slip.expiresAt.toISOString(), waitsForSecondPerson: slip.waits } : null,
    abilities: abilitiesOn(tx, actor, 'account', accountThing(personId, placeId)),
  };
}
