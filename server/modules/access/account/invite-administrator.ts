import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import type { Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import { personInvited } from '../events.ts';
import { holdersOf } from '../grant-queries.ts';
import { withdrawInvitations } from '../invitation-queries.ts';
import { storeInvitation } from '../invitation/invitations.ts';
import { addPersonWithRole } from './add-person-with-role.ts';

/** Who is to look after a county first; `login` is proposed to them. */
export interface FirstAdministrator {
  readonly name: string;
  readonly login: string;
}

const lifeDays = 1;

/** Invites the first administrator of the whole county, who has a day to choose a password and set a passkey. One who was invited before and has not come gets a new link, and the old one no longer works.
 *  Null where an administrator has an account already. Asks nobody: for the command that starts a county. */
export async function inviteAdministrator(
  tx: Tx,
  by: Actor,
  { name, login }: FirstAdministrator,
): Promise<{ token: string; expiresAt: Date } | null> {
  const placeId = rootPlace(tx).id;
  const known = await holdersOf(tx, { roles: ['administrator'], placeId });
  for (const personId of known) if (await accountOf(tx, personId)) return null;
  const language = tx.ctx.county.languages[0] ?? 'zh-CN';
  const personId = known[0] ?? (await addPersonWithRole(tx, by, { name, language, role: 'administrator', placeId }));
  await withdrawInvitations(tx, personId);
  const { id, token, expiresAt } = await storeInvitation(tx, by, personId, { login, lifeDays });
  await audit(tx, by, { act: 'account.invite', noun: 'person', subjectId: personId, placeId });
  await emit(tx, personInvited, by, { personId, invitationId: id });
  return { token, expiresAt };
}
