import type { z } from 'zod';
import { notify } from '#notices';
import { personById, shownName } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { addressOf } from '#platform/county-address';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import { addAccount } from '../account/add-account.ts';
import type { invitationFound, InvitationAcceptance, newInvitation } from '../contract.ts';
import { accountChanged, personInvited } from '../events.ts';
import { mustCoverRoles } from '../grant/must-cover-roles.ts';
import { invitationByHash, withdrawInvitations } from '../invitation-queries.ts';
import { checkNewPassword } from '../password/check-new-password.ts';
import { hashPassword } from '../password/hash-password.ts';
import { accountThing } from '../permissions.ts';
import { needsSecondFactor } from '../roles.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { grantsOf } from '../session-queries.ts';
import { startSession } from '../session/start-session.ts';
import type { StartedSession } from '../session/start-session.ts';
import type { AccessTables } from '../tables.ts';

/** Invites a person to open their account; earlier invitations of theirs no longer work. The link lives a week; it goes to the person's e-mail address alone,
 *  or, without one or when `by` says so, to whoever invites, once.
 *  Refuses: HasAccount (409), PersonInactive (422), NoEmail (422), RoleBeyondYours (403) where the person has a role that the actor could not give. */
export async function invite(
  ctx: Ctx,
  actor: Actor,
  personId: string,
  by?: 'email' | 'link',
): Promise<z.infer<typeof newInvitation>> {
  return ctx.transaction(async (tx) => {
    const person = found(await personById(tx, personId));
    must(tx, actor, 'account.invite', accountThing(personId, person.placeId));
    if (!person.active || person.erasedAt) refuse('PersonInactive');
    if (await accountOf(tx, personId)) refuse('HasAccount');
    await mustCoverRoles(tx, actor, personId);
    if (by === 'email' && !person.email) refuse('NoEmail');
    const isMailed = by !== 'link' && Boolean(person.email);
    await withdrawInvitations(tx, personId);
    const { id, token, expiresAt } = await storeInvitation(tx, actor, personId);
    await audit(tx, actor, { act: 'account.invite', noun: 'person', subjectId: personId, placeId: person.placeId });
    await emit(tx, personInvited, actor, { personId, invitationId: id });
    // After the #, so that no server on the way writes it down.
    const path = `/console/invitation#${token}`;
    if (isMailed) await mailInvitation(tx, personId, id, path);
    return { id, personId, link: isMailed ? null : `${addressOf(ctx)}${path}`, expiresAt: expiresAt.toISOString() };
  });
}

// Here and not in a reaction to the event: the secret must stand in no event and no outbox.
const mailInvitation = (tx: Tx, personId: string, invitationId: string, secretLink: string): Promise<number> =>
  notify(tx, {
    personIds: [personId],
    kind: 'account.invitation',
    subjectId: invitationId,
    href: '/console/account',
    dedupeKey: invitationId,
    secretLink,
  });

/** Keeps an invitation and returns its token. `login`: the one proposed; `lifeDays`: a week unless said. Asks nobody: the commands use it too. */
export async function storeInvitation(
  tx: Tx,
  actor: Actor,
  personId: string,
  { login = null, lifeDays = 7 }: { login?: string | null; lifeDays?: number } = {},
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const id = newId<'invitation'>();
  const token = newSecret();
  const madeAt = tx.ctx.app.clock.now();
  const expiresAt = new Date(madeAt.getTime() + lifeDays * 86_400_000);
  await tx
    .tables<AccessTables>()
    .insertInto('access.invitations')
    .values({
      county_id: tx.countyId,
      id,
      person_id: personId,
      token_hash: secretHash(token),
      login,
      made_by: actor.kind === 'person' ? actor.id : null,
      made_at: madeAt,
      expires_at: expiresAt,
    })
    .execute();
  return { id, token, expiresAt };
}

/** Withdraws the invitation of a person. Refuses: NotFound (404). */
export async function withdrawInvitation(ctx: Ctx, actor: Actor, personId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const person = found(await personById(tx, personId));
    must(tx, actor, 'account.invite', accountThing(personId, person.placeId));
    found((await withdrawInvitations(tx, personId)) || undefined);
    await audit(tx, actor, {
      act: 'account.withdraw-invitation',
      noun: 'person',
      subjectId: personId,
      placeId: person.placeId,
    });
  });
}

/** Whose invitation a link is. Refuses: InvitationOver (410) for one that is used, withdrawn, too old or unknown. */
export async function lookUpInvitation(ctx: Ctx, token: string): Promise<z.infer<typeof invitationFound>> {
  return ctx.transaction(async (tx) => {
    const invitation = (await invitationByHash(tx, secretHash(token))) ?? refuse('InvitationOver');
    const person = found(await personById(tx, invitation.personId));
    return {
      name: shownName(tx, person),
      login: invitation.login,
      needsSecondFactor: needsSecondFactor(await grantsOf(tx, person.id)),
      expiresAt: invitation.expiresAt.toISOString(),
    };
  });
}

/** Opens the account with a login and password of the person's own choice, and signs them in. An invitation works once.
 *  Refuses: InvitationOver (410), LoginTaken (409), PasswordTooWeak (422). */
export async function acceptInvitation(
  ctx: Ctx,
  request: InvitationAcceptance,
  device: string,
): Promise<StartedSession> {
  checkNewPassword(request.password, request.login);
  const passwordHash = await hashPassword(request.password);
  return ctx.transaction(async (tx) => {
    const invitation = (await invitationByHash(tx, secretHash(request.token))) ?? refuse('InvitationOver');
    const { personId } = invitation;
    if (await accountOf(tx, personId)) refuse('InvitationOver');
    await addAccount(tx, { personId, login: request.login, passwordHash });
    await tx.named(
      'access.use-invitation',
      'update access.invitations set used_at = $3 where county_id = $1 and id = $2',
      [tx.countyId, invitation.id, ctx.app.clock.now()],
    );
    const self: Actor = { kind: 'person', id: personId, grants: [], assurance: 1 };
    await audit(tx, self, { act: 'account.open', noun: 'person', subjectId: personId });
    await emit(tx, accountChanged, self, { personId, what: 'opened' });
    return startSession(tx, { personId, assurance: 1, method: 'invitation', device, steppedUpBy: 'password' });
  });
}
