import { notify } from '#notices';
import { personChanged } from '#people';
import { after, committed, committedAll, within } from '#platform/events';
import type { Subscription } from '#platform/events';
import { refuse } from '#platform/refuse';
import { forgetKeys } from './api-key/reader-by-key.ts';
import { apiKeyChanged, credentialChanged, keyRotated, sessionEnded, slipWaits } from './events.ts';
import { isAdministrator, mustLeaveAdministrator } from './grant/end-grant.ts';
import { mustCoverRoles } from './grant/must-cover-roles.ts';
import { hubOf } from './live/live-hub.ts';
import { endSessions } from './session/end-sessions.ts';
import { whoMayConfirm } from './slip/reset-slips.ts';

/** Streams learn of every change at once and end with their session; a person no longer active is signed out everywhere; changes of how somebody signs in are told to them. */
export const subscriptions: readonly Subscription[] = [
  committed(sessionEnded, (app, county, event) => hubOf(app).ended(county.id, event.payload.sessionId)),
  committed(keyRotated, (app) => app.keys.forget()),
  committedAll((app, county, event) => hubOf(app).changed(county.id, event.name.split('.')[0] ?? event.name)),
  committed(apiKeyChanged, (app, county) => forgetKeys(app, county.id)),
  within(personChanged, async (tx, event, actor) => {
    const { personId, active, what } = event.payload;
    // To send somebody off, or to bring them back, is to take or to give their roles; where their letters go, an invitation goes too.
    const isReachedElse = what.includes('email') || what.includes('phone');
    const isOwn = actor.kind === 'person' && actor.id === personId;
    if (what.includes('active') || (isReachedElse && !isOwn)) await mustCoverRoles(tx, actor, personId);
    if (isReachedElse && isOwn && actor.unproved) refuse('StepUpRequired', { needs: 'step-up' });
    if (active) return;
    await endSessions(tx, actor, { personId }, 'disabled');
    if (await isAdministrator(tx, personId)) await mustLeaveAdministrator(tx);
  }),
  after(credentialChanged, 'access.tell-credential', async (ctx, event) => {
    const { personId, what } = event.payload;
    await ctx.transaction((tx) =>
      notify(tx, {
        personIds: [personId],
        kind: `credential.${what}`,
        subjectId: personId,
        href: '/console/account',
        dedupeKey: event.id,
      }),
    );
  }),
  after(slipWaits, 'access.tell-slip', async (ctx, event) => {
    const { slipId, personId } = event.payload;
    await ctx.transaction(async (tx) =>
      notify(tx, {
        personIds: await whoMayConfirm(tx, event.payload),
        kind: 'reset.to-confirm',
        subjectId: slipId,
        href: `/console/people/${personId}`,
        dedupeKey: event.id,
      }),
    );
  }),
];
