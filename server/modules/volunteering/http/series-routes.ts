import { z } from 'zod';
import { route } from '#platform/http/route';
import { leftOutDate, orderView, repetition, seriesEnding, orderSeriesView } from '../contract.ts';
import { endSeries, leaveOut } from '../series/leave-out.ts';
import { repeatOrder } from '../series/repeat-order.ts';
import { readSeries } from '../series/series-view.ts';

const params = z.strictObject({ id: z.uuid() });

/** Orders that come again. */
export const seriesRoutes = [
  route({
    method: 'POST',
    path: '/orders/:id/repetitions',
    ability: 'order.repeat',
    summary: 'An order comes again by a rule of RFC 5545; each day becomes an order some days before.',
    params,
    body: repetition,
    answer: orderView,
    refuses: ['RepeatNotPossible'],
    handle: ({ ctx, actor, params: { id }, body }) => repeatOrder(ctx, actor, id, body),
  }),
  route({
    method: 'GET',
    path: '/order-series/:id',
    ability: 'order.read',
    summary: 'A series with its days.',
    params,
    answer: orderSeriesView,
    handle: ({ ctx, actor, params: { id } }) => readSeries(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/order-series/:id/left-out-dates',
    ability: 'order.cancel',
    summary: 'Leaves one day out; its order, if there is one, is cancelled.',
    params,
    body: leftOutDate,
    answer: orderSeriesView,
    handle: ({ ctx, actor, params: { id }, body }) => leaveOut(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/order-series/:id/endings',
    ability: 'order.cancel',
    summary: 'From a day on it comes no more.',
    params,
    body: seriesEnding,
    answer: orderSeriesView,
    handle: ({ ctx, actor, params: { id }, body }) => endSeries(ctx, actor, id, body),
  }),
];
