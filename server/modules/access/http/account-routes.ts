import { z } from 'zod';
import { route } from '#platform/http/route';
import { accountOfPerson } from '../account/account-view.ts';
import { closeAccount } from '../account/close-account.ts';
import {
  invitationRequest,
  accountChange,
  accountView,
  invitationAcceptance,
  invitationFound,
  invitationLookup,
  newInvitation,
  newSlip,
  signedIn,
  slipList,
  slipUse,
} from '../contract.ts';
import { acceptInvitation, invite, lookUpInvitation, withdrawInvitation } from '../invitation/invitations.ts';
import { deviceOf } from '../session/device.ts';
import { confirmSlip, listSlips, makeSlip, withdrawSlip } from '../slip/reset-slips.ts';
import { useSlip } from '../slip/use-slip.ts';
import { answerStarted } from './session-routes.ts';

const id = z.strictObject({ id: z.uuid() });

const staffRoutes = [
  route({
    method: 'GET',
    path: '/people/:id/account',
    ability: 'account.see',
    summary: 'How a person signs in: no secrets.',
    params: id,
    answer: accountView,
    handle: ({ ctx, actor, params }) => accountOfPerson(ctx, actor, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/people/:id/account',
    ability: 'account.close',
    summary: 'Close an account or open it again.',
    params: id,
    body: accountChange,
    answer: accountView,
    refuses: ['NoAccount', 'OwnReset', 'LastAdministrator', 'RoleBeyondYours'],
    handle: ({ ctx, actor, params, body }) => closeAccount(ctx, actor, params.id, body.closed),
  }),
  route({
    method: 'POST',
    path: '/people/:id/invitations',
    ability: 'account.invite',
    summary: 'Invite a person to open their account: by e-mail, or by a link that is shown once.',
    params: id,
    body: invitationRequest,
    answer: newInvitation,
    refuses: ['HasAccount', 'PersonInactive', 'NoEmail', 'RoleBeyondYours'],
    handle: ({ ctx, actor, params, body }) => invite(ctx, actor, params.id, body.by),
  }),
  route({
    method: 'DELETE',
    path: '/people/:id/invitations',
    ability: 'account.invite',
    summary: "Withdraw a person's invitation.",
    params: id,
    answer: null,
    handle: ({ ctx, actor, params }) => withdrawInvitation(ctx, actor, params.id),
  }),
];

const slipRoutes = [
  route({
    method: 'GET',
    path: '/reset-slips',
    ability: 'account.confirm-reset',
    summary: 'Slips that still work, or wait for a second person.',
    answer: slipList,
    handle: ({ ctx, actor }) => listSlips(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/people/:id/reset-slips',
    ability: 'account.reset',
    summary: 'A one-day slip for somebody at the desk who cannot sign in; the code is shown once.',
    params: id,
    answer: newSlip,
    refuses: ['OwnReset', 'NoAccount', 'RoleBeyondYours'],
    handle: ({ ctx, actor, params }) => makeSlip(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/reset-slips/:id/confirmations',
    ability: 'account.confirm-reset',
    summary: 'Confirm a slip as the second person.',
    params: id,
    answer: null,
    refuses: ['SecondPersonNeeded'],
    idempotency: 'none',
    handle: ({ ctx, actor, params }) => confirmSlip(ctx, actor, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/reset-slips/:id',
    ability: 'account.reset',
    summary: 'Withdraw a slip.',
    params: id,
    answer: null,
    handle: ({ ctx, actor, params }) => withdrawSlip(ctx, actor, params.id),
  }),
];

const publicRoutes = [
  route({
    method: 'POST',
    path: '/invitation-lookups',
    ability: 'public',
    summary: 'Whose invitation a link is.',
    idempotency: 'none',
    status: 200,
    perMinute: 20,
    body: invitationLookup,
    answer: invitationFound,
    refuses: ['InvitationOver'],
    handle: ({ ctx, body }) => lookUpInvitation(ctx, body.token),
  }),
  route({
    method: 'POST',
    path: '/invitation-acceptances',
    ability: 'public',
    summary: 'Open the account one was invited to.',
    idempotency: 'none',
    perMinute: 20,
    body: invitationAcceptance,
    answer: signedIn,
    refuses: ['InvitationOver', 'LoginTaken', 'PasswordTooWeak'],
    handle: async ({ ctx, body, request, reply }) =>
      answerStarted(ctx, reply, await acceptInvitation(ctx, body, deviceOf(request.headers['user-agent']))),
  }),
  route({
    method: 'POST',
    path: '/slip-uses',
    ability: 'public',
    summary: 'Set a new password with a printed slip.',
    idempotency: 'none',
    perMinute: 20,
    body: slipUse,
    answer: signedIn,
    refuses: ['SlipNotAccepted', 'PasswordTooWeak'],
    handle: async ({ ctx, body, request, reply }) =>
      answerStarted(
        ctx,
        reply,
        await useSlip(ctx, body, { address: request.ip, device: deviceOf(request.headers['user-agent']) }),
      ),
  }),
];

/** Accounts, invitations and slips. */
export const accountRoutes = [...staffRoutes, ...slipRoutes, ...publicRoutes];
