import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { invitationOf, withdrawInvitations } from '../invitation-queries.ts';
import { grantsOf } from '../session-queries.ts';
import { slipOf, withdrawSlips } from '../slip-queries.ts';
import { mayGive } from './may-give.ts';

/** Only who could give every role that a person has, or will have, acts on them as on their own: hands out the link or slip that opens their account, says where their letters go,
 *  closes the account, takes their data out or deletes it. Refuses: RoleBeyondYours (403). */
export async function mustCoverRoles(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const grants = await tx.named<{ role: string; placeId: string; duty: boolean }>(
    'access.grants-now-and-later',
    `select role, place_id as "placeId", duty from access.grants where county_id = $1 and person_id = $2 and (until_at is null or until_at > $3) order by id`,
    [tx.countyId, personId, tx.at],
  );
  const beyond = grants.find((grant) => !mayGive(tx, actor, grant));
  if (beyond) refuse('RoleBeyondYours', { role: beyond.role });
}

/** The same where a role comes later: a link or slip in the hands of somebody who could not give it works no more. */
export async function withdrawBeyond(
  tx: Tx,
  actor: Actor,
  personId: string,
  given: { role: string; placeId: string; duty: boolean },
): Promise<void> {
  const mayKeep = async (makerId: string): Promise<boolean> =>
    mayGive(tx, { grants: await grantsOf(tx, makerId) }, given);
  const about = { noun: 'person', subjectId: personId } as const;
  const slip = await slipOf(tx, personId);
  if (slip && !(await mayKeep(slip.madeBy))) {
    await withdrawSlips(tx, personId);
    await audit(tx, actor, { act: 'account.withdraw-reset', ...about, detail: { slipId: slip.id } });
  }
  const invitation = await invitationOf(tx, personId);
  if (!invitation?.madeBy || (await mayKeep(invitation.madeBy))) return;
  await withdrawInvitations(tx, personId);
  await audit(tx, actor, { act: 'account.withdraw-invitation', ...about });
}
