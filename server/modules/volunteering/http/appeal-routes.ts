import { z } from 'zod';
import { route } from '#platform/http/route';
import { appealAnswer, newAppeal, orderAppeals } from '../contract.ts';
import { answerAppeal } from '../order/appeal/answer-appeal.ts';
import { appealOrder } from '../order/appeal/appeal-order.ts';
import { readAppeals } from '../order/appeal/read-appeals.ts';

const params = z.strictObject({ id: z.uuid() });

/** Objections to refusals. */
export const appealRoutes = [
  route({
    method: 'GET',
    path: '/orders/:id/appeals',
    ability: 'order.answer-appeal',
    summary: 'The objection to a refusal, and its answer.',
    params,
    answer: orderAppeals,
    handle: ({ ctx, actor, params: { id } }) => readAppeals(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/orders/:id/appeals',
    ability: 'order.appeal',
    summary: 'Whoever ordered objects to the refusal.',
    params,
    body: newAppeal,
    answer: orderAppeals,
    refuses: ['AppealMade'],
    handle: ({ ctx, actor, params: { id }, body }) => appealOrder(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/orders/:id/appeal-answers',
    ability: 'order.answer-appeal',
    summary: 'Answers an objection: takes the order after all, or stays with the refusal.',
    params,
    body: appealAnswer,
    answer: orderAppeals,
    refuses: ['OwnRefusal', 'AlreadyAnswered', 'ChecksMissing'],
    handle: ({ ctx, actor, params: { id }, body }) => answerAppeal(ctx, actor, id, body),
  }),
];
