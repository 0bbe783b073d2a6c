import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  handoverView as handoverShape,
  newHandover,
  newSwap,
  newRotation,
  postHolders,
  postQuery,
  rosterQuery,
  rosterView,
  rotationMade,
  swapAnswer,
  swapListView,
  swapView as swapShape,
} from '../contract.ts';
import { answerSwap } from '../roster/answer-swap.ts';
import { askSwap } from '../roster/ask-swap.ts';
import { fillRotation } from '../roster/fill-rotation.ts';
import { handOver, takeOver } from '../roster/hand-over.ts';
import { handoverView, postHoldersOf, seeRoster } from '../roster/see-roster.ts';
import { seeSwaps, swapView } from '../roster/swap-queries.ts';

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
  route({
    method: 'GET',
    path: '/shift-swaps',
    ability: 'signed-in',
    summary:
      'Changes of places on the watch, one’s own and those of a watch that one sees: open ones, and those settled within two weeks.',
    answer: swapListView,
    handle: async ({ ctx, actor }) => ({ items: await seeSwaps(ctx, actor) }),
  }),
  route({
    method: 'POST',
    path: '/shift-swaps',
    ability: 'signed-in',
    summary: 'Asks a colleague of the same post to take a coming shift of one’s own, for one of theirs or for none.',
    body: newSwap,
    answer: swapShape,
    refuses: ['NotFound', 'NotOnThisPost', 'SwapAsked'],
    handle: ({ ctx, actor, body }) =>
      ctx.transaction(async (tx) => swapView(tx, actor, await askSwap(ctx, actor, body))),
  }),
  route({
    method: 'POST',
    path: '/shift-swaps/:id/answers',
    ability: 'signed-in',
    summary: 'Accepts or declines it, takes it back, or confirms it: then the roster changes.',
    params: z.strictObject({ id: z.uuid() }),
    body: swapAnswer,
    answer: swapShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'ShiftChanged', 'OwnGrant', 'RoleNotYours', 'PersonInactive'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) =>
        swapView(tx, actor, await answerSwap(ctx, actor, { swapId: params.id, answer: body.answer })),
      ),
  }),
];
