import { personById } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import type { AccountView } from '../contract.ts';
import { accountChanged } from '../events.ts';
import { isAdministrator, mustLeaveAdministrator } from '../grant/end-grant.ts';
import { mustCoverRoles } from '../grant/must-cover-roles.ts';
import { withdrawInvitations } from '../invitation-queries.ts';
import { accountThing } from '../permissions.ts';
import { endSessions } from '../session/end-sessions.ts';
import { withdrawSlips } from '../slip-queries.ts';
import { accountView } from './account-view.ts';

/** Closes an account or opens it again. Closing ends its sessions at once, and whatever could open it otherwise (invitation, slip) no longer works. What it was granted stays.
 *  Refuses: NoAccount (422), OwnReset (409), LastAdministrator (409), RoleBeyondYours (403). */
export async function closeAccount(ctx: Ctx, actor: Actor, personId: string, closed: boolean): Promise<AccountView> {
  return ctx.transaction(async (tx) => {
    const person = found(await personById(tx, personId));
    must(tx, actor, 'account.close', accountThing(personId, person.placeId));
    if (actor.id === personId) refuse('OwnReset');
    await mustCoverRoles(tx, actor, personId);
    const account = (await accountOf(tx, personId)) ?? refuse('NoAccount');
    if ((account.disabledAt !== null) !== closed) {
      await tx.named(
        'access.close-account',
        'update access.accounts set disabled_at = $3 where county_id = $1 and person_id = $2',
        [tx.countyId, personId, closed ? ctx.app.clock.now() : null],
      );
      await endSessions(tx, actor, { personId }, 'disabled');
      await withdrawInvitations(tx, personId);
      await withdrawSlips(tx, personId);
      if (await isAdministrator(tx, personId)) await mustLeaveAdministrator(tx);
      await audit(tx, actor, {
        act: closed ? 'account.close' : 'account.reopen',
        noun: 'person',
        subjectId: personId,
        placeId: person.placeId,
      });
      await emit(tx, accountChanged, actor, { personId, what: closed ? 'closed' : 'reopened' });
    }
    return accountView(tx, actor, personId, person.placeId);
  });
}
