import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  handoverView as handoverShape,
  newHandover,
  newRotation,
  postHolders,
  postQuery,
  rosterQuery,
  rosterView,
  rotationMade,
} from '../contract.ts';
import { fillRotation } from '../roster/fill-rotation.ts';
import { handOver, takeOver } from '../roster/hand-over.ts';
import { handoverView, postHoldersOf, seeRoster } from '../roster/see-roster.ts';

/** The watch of the newsroom. */
export const rosterRoutes = [
  route({
    method: 'GET',
    path: '/duty-roster',
    ability: 'duty.see',
    summary: 'Who is on duty on which post between two days, where nobody will be, and what was handed over.',
    query: rosterQuery,
    answer: rosterView,
    handle: ({ ctx, actor, query }) => seeRoster(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/duty-roster/holders',
    ability: 'duty.see',
    summary: 'Who can stand on a post: whoever holds the role there.',
    query: postQuery,
    answer: postHolders,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, query }) => ({ items: await postHoldersOf(ctx, actor, query) }),
  }),
  route({
    method: 'POST',
    path: '/duty-rotations',
    ability: 'duty.arrange',
    summary: 'Fills what is free on a post from a list of people, one after the other.',
    body: newRotation,
    answer: rotationMade,
    refuses: ['NotFound', 'NotOnThisPost', 'OwnGrant', 'RoleNotYours', 'PersonInactive', 'GrantDatesWrong'],
    handle: ({ ctx, actor, body }) => fillRotation(ctx, actor, body),
  }),
  route({
    method: 'POST',
    path: '/handovers',
    ability: 'signed-in',
    summary: 'Signs what the next person on duty must know.',
    body: newHandover,
    answer: handoverShape,
    refuses: ['NotFound', 'WrongState', 'NotOnThisPost'],
    handle: ({ ctx, actor, body }) =>
      ctx.transaction(async (tx) => handoverView(tx, actor, await handOver(ctx, actor, body))),
  }),
  route({
    method: 'POST',
    path: '/handovers/:id/takings',
    ability: 'signed-in',
    summary: 'Says that the coming person has read it and stands there now.',
    params: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({}),
    answer: handoverShape,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => handoverView(tx, actor, await takeOver(ctx, actor, { handoverId: params.id }))),
  }),
];
