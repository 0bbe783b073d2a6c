import { z } from 'zod';
import { route } from '#platform/http/route';
import {
  handoverDecline,
  handoverStatementRequest,
  handoverView as handoverShape,
  newHandover,
  newSwap,
  newTaking,
  newRotation,
  postHolders,
  preparedHandover,
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
import { declineHandover, handOver, prepareHandOver, prepareTakeOver, takeOver } from '../roster/hand-over.ts';
import { handoverView, preparedView } from '../roster/handover-view.ts';
import { postHoldersOf, seeRoster } from '../roster/see-roster.ts';
import { sentSigning } from './sent-signing.ts';
import { seeSwaps, swapView } from '../roster/swap-queries.ts';

const signs = ['StatementStale', 'StepUpRequired', 'PasskeyNotAccepted'];

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
    path: '/handover-statements',
    ability: 'own-data.change',
    summary: 'What would be signed now when the watch changes hands, by whoever leaves or comes; nothing is stored.',
    body: handoverStatementRequest,
    answer: preparedHandover,
    status: 200,
    idempotency: 'none',
    refuses: ['NotFound', 'WrongState', 'NotOnThisPost', 'AlreadySigned'],
    handle: ({ ctx, actor, body }) =>
      ctx.transaction(async (tx) =>
        preparedView(
          tx,
          actor,
          await (body.verdict === 'handed-over'
            ? prepareHandOver(ctx, actor, body)
            : prepareTakeOver(ctx, actor, body)),
        ),
      ),
  }),
  route({
    method: 'POST',
    path: '/handovers',
    ability: 'own-data.change',
    summary: 'Signs what is open, who takes over and what the next person on duty must know.',
    body: newHandover,
    answer: handoverShape,
    refuses: ['NotFound', 'WrongState', 'NotOnThisPost', ...signs],
    handle: ({ ctx, actor, body: { statement, assertion, ...about } }) =>
      ctx.transaction(async (tx) =>
        handoverView(tx, actor, await handOver(ctx, actor, { ...about, signing: sentSigning(statement, assertion) })),
      ),
  }),
  route({
    method: 'POST',
    path: '/handovers/:id/takings',
    ability: 'own-data.change',
    summary: 'The coming person signs the same, over the signature of the leaving one, and stands there now.',
    params: z.strictObject({ id: z.uuid() }),
    body: newTaking,
    answer: handoverShape,
    refuses: ['NotFound', 'WrongState', ...signs],
    handle: ({ ctx, actor, params, body: { statement, assertion } }) =>
      ctx.transaction(async (tx) =>
        handoverView(
          tx,
          actor,
          await takeOver(ctx, actor, { handoverId: params.id, signing: sentSigning(statement, assertion) }),
        ),
      ),
  }),
  route({
    method: 'POST',
    path: '/handovers/:id/declines',
    ability: 'own-data.change',
    summary: 'The coming person does not take it and says why: the leaving one is told, and hands it over once more.',
    params: z.strictObject({ id: z.uuid() }),
    body: handoverDecline,
    answer: handoverShape,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) =>
        handoverView(tx, actor, await declineHandover(ctx, actor, { handoverId: params.id, reason: body.reason })),
      ),
  }),
  route({
    method: 'GET',
    path: '/shift-swaps',
    ability: 'own-data.see',
    summary:
      'Changes of places on the watch, one’s own and those of a watch that one sees: open ones, and those settled within two weeks.',
    answer: swapListView,
    handle: async ({ ctx, actor }) => ({ items: await seeSwaps(ctx, actor) }),
  }),
  route({
    method: 'POST',
    path: '/shift-swaps',
    ability: 'own-data.change',
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
    ability: 'own-data.change',
    summary: 'Accepts or declines it, takes it back, or confirms it: then the roster changes.',
    params: z.strictObject({ id: z.uuid() }),
    body: swapAnswer,
    answer: swapShape,
    refuses: [
      'NotFound',
      'Forbidden',
      'WrongState',
      'ShiftChanged',
      'NotOnThisPost',
      'OwnGrant',
      'RoleNotYours',
      'PersonInactive',
    ],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) =>
        swapView(tx, actor, await answerSwap(ctx, actor, { swapId: params.id, answer: body.answer })),
      ),
  }),
];
