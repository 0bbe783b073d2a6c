import { z } from 'zod';
import { route } from '#platform/http/route';
import { callBackFigures } from '../call-back/call-back-figures.ts';
import { callBackSheet, listCallBacks } from '../call-back/call-back-queries.ts';
import { drawCallBacks } from '../call-back/draw-call-backs.ts';
import { enterCallBack } from '../call-back/enter-call-back.ts';
import { giveCallBack } from '../call-back/give-call-back.ts';
import {
  callBackFigureQuery,
  callBackFigures as figuresAnswer,
  callBackLine,
  callBackList,
  callBackQuery,
  callBackResult,
  callBackSheet as sheetAnswer,
  drawAnswer,
  newDraw,
} from '../contract.ts';

const params = z.strictObject({ id: z.uuid() });

/** Call-backs: how it was, asked by somebody who had no part in it. */
export const callBackRoutes = [
  route({
    method: 'POST',
    path: '/call-back-draws',
    ability: 'call-back.draw',
    summary: 'Draws finished visits by a seed, and gives each to an independent caller.',
    body: newDraw,
    answer: drawAnswer,
    handle: ({ ctx, actor, body }) => drawCallBacks(ctx, actor, body),
  }),
  route({
    method: 'GET',
    path: '/call-backs',
    ability: 'call-back.list',
    summary: 'Call-backs to be made, or made.',
    query: callBackQuery,
    answer: callBackList,
    handle: ({ ctx, actor, query }) => listCallBacks(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/call-back-sheets',
    ability: 'call-back.list',
    summary: 'My sheet: whom to ring, with name and phone; each row is written down as a look.',
    answer: sheetAnswer,
    handle: ({ ctx, actor }) => callBackSheet(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/call-backs/:id/results',
    ability: 'call-back.enter',
    summary: 'What the caller heard.',
    params,
    body: callBackResult,
    answer: callBackLine,
    refuses: ['CallBackDone', 'OwnVisit'],
    handle: ({ ctx, actor, params: { id }, body }) => enterCallBack(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/call-backs/:id/callers',
    ability: 'call-back.give',
    summary: 'Nobody can ring: gives it to somebody else who had no part in the visit.',
    params,
    answer: callBackLine,
    refuses: ['CallBackDone', 'CallerThere', 'NobodyToRing'],
    handle: ({ ctx, actor, params: { id } }) => giveCallBack(ctx, actor, id),
  }),
  route({
    method: 'GET',
    path: '/call-back-figures',
    ability: 'call-back.list',
    summary: 'How many were rated, answered and confirmed, each with its interval; of places, never of persons.',
    query: callBackFigureQuery,
    answer: figuresAnswer,
    handle: ({ ctx, actor, query }) => callBackFigures(ctx, actor, query),
  }),
];
