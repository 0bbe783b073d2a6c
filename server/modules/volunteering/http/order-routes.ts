import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import {
  attestation, cancellation, confirmation, deskOrder, dispute, historyList, look, lookAnswer, lookList, newDispatch, orderExportQuery, orderList, orderQuery, orderView, placedOrder, rating, reopening, triage, wishChange,
} from '../contract.ts';
import { dispatchOrder } from '../dispatch/dispatch-order.ts';
import { cancelOrder } from '../order/cancel-order.ts';
import { changeWish } from '../order/change-wish.ts';
import { attestOrder, confirmOrder, disputeOrder, rateOrder } from '../order/conclusions.ts';
import { exportOrders } from '../order/export-orders.ts';
import { listOrders } from '../order/list-orders.ts';
import { lookAtOrder, looksAtOrder } from '../order/look.ts';
import { orderHistory, readOrder } from '../order/read-order.ts';
import { reopenOrder } from '../order/reopen-order.ts';
import { takeDownOrder } from '../order/take-down-order.ts';
import { triageOrder } from '../order/triage-order.ts';

const params = z.strictObject({ id: z.uuid() });
const placing = ['PlaceNotServed', 'ServiceNotOffered', 'TimeInPast', 'TimeTooFar', 'TimeInFuture', 'PhoneNotUnderstood', 'OrderRepeated'];

/** Orders, for those who handle them. */
export const orderRoutes = [
  route({ method: 'GET', path: '/orders', ability: 'order.list', summary: 'Orders one may see, with their number in each state.', query: orderQuery, answer: orderList, handle: ({ ctx, actor, query }) => listOrders(ctx, actor, query) }),
  route({
    method: 'GET', path: '/orders/export.csv', ability: 'order.export', summary: 'The same as CSV, without names, phones, addresses or notes.', query: orderExportQuery, answer: z.string(), answerType: 'text/csv',
    handle: async ({ ctx, actor, query }) => new Raw('text/csv; charset=utf-8', await exportOrders(ctx, actor, query), { 'content-disposition': 'attachment; filename="orders.csv"' }),
  }),
  route({ method: 'GET', path: '/orders/:id', ability: 'order.read', summary: 'One order.', params, answer: orderView, handle: ({ ctx, actor, params: { id } }) => readOrder(ctx, actor, id) }),
  route({ method: 'GET', path: '/orders/:id/history', ability: 'order.read', summary: 'Everything that happened to an order.', params, answer: historyList, handle: ({ ctx, actor, params: { id } }) => orderHistory(ctx, actor, id) }),
  route({ method: 'POST', path: '/orders', ability: 'order.take-down', summary: 'Takes an order down for a caller, somebody at the desk, or from paper.', body: deskOrder, answer: placedOrder, refuses: placing, handle: ({ ctx, actor, body }) => takeDownOrder(ctx, actor, body) }),
  route({
    method: 'POST', path: '/orders/:id/triages', ability: 'order.triage', summary: 'Answers an order: accept, refuse, refer, merge, help on the spot, pause, resume.', params, body: triage, answer: orderView, refuses: ['MergeNotPossible', 'TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => triageOrder(ctx, actor, id, body),
  }),
  route({
    method: 'POST', path: '/orders/:id/dispatches', ability: 'order.dispatch', summary: 'Offers an order to volunteers or a team.', params, body: newDispatch, answer: orderView, refuses: ['CandidateNotQualified', 'NotEnoughCandidates', 'TimeInPast', 'TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => dispatchOrder(ctx, actor, id, body),
  }),
  route({ method: 'POST', path: '/orders/:id/reopenings', ability: 'order.reopen', summary: 'Leads an order back to dispatch.', params, body: reopening, answer: orderView, handle: ({ ctx, actor, params: { id }, body }) => reopenOrder(ctx, actor, id, body) }),
  route({
    method: 'POST', path: '/orders/:id/wishes', ability: 'order.change-wish', summary: 'Another time is wished.', params, body: wishChange, answer: orderView, refuses: ['TimeInPast', 'TimeTooFar', 'TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => changeWish(ctx, actor, id, body),
  }),
  route({ method: 'POST', path: '/orders/:id/cancellations', ability: 'order.cancel', summary: 'Cancels an order for whoever ordered.', params, body: cancellation, answer: orderView, refuses: ['TimeInFuture'], handle: ({ ctx, actor, params: { id }, body }) => cancelOrder(ctx, actor, id, body) }),
  route({
    method: 'POST', path: '/orders/:id/confirmations', ability: 'order.confirm', summary: 'Whoever ordered said that it was done; writes the hours.', params, body: confirmation, answer: orderView, refuses: ['OwnVisit', 'TimeInFuture'],
    handle: ({ ctx, actor, params: { id }, body }) => confirmOrder(ctx, actor, id, body),
  }),
  route({ method: 'POST', path: '/orders/:id/disputes', ability: 'order.dispute', summary: 'Whoever ordered said that it was not done.', params, body: dispute, answer: orderView, refuses: ['OwnVisit', 'TimeInFuture'], handle: ({ ctx, actor, params: { id }, body }) => disputeOrder(ctx, actor, id, body) }),
  route({
    method: 'POST', path: '/orders/:id/attestations', ability: 'order.attest', summary: 'Nobody answered: the organiser vouches, in a class of its own.', params, body: attestation, answer: orderView, refuses: ['OwnVisit', 'TooEarly', 'AttestationNotAllowed'],
    handle: ({ ctx, actor, params: { id }, body }) => attestOrder(ctx, actor, id, body),
  }),
  route({ method: 'POST', path: '/orders/:id/ratings', ability: 'order.rate', summary: 'Writes down what the caller says about the visit.', params, body: rating, answer: orderView, refuses: ['OwnVisit', 'AlreadyRated', 'TimeInFuture'], handle: ({ ctx, actor, params: { id }, body }) => rateOrder(ctx, actor, id, body) }),
  route({ method: 'POST', path: '/orders/:id/looks', ability: 'order.see-contact', summary: 'Shows name, phone or address, and writes the look down.', params, body: look, answer: lookAnswer, refuses: ['NotNow'], handle: ({ ctx, actor, params: { id }, body }) => lookAtOrder(ctx, actor, id, body.what) }),
  route({ method: 'GET', path: '/orders/:id/looks', ability: 'order.see-looks', summary: 'Who looked.', params, answer: lookList, handle: ({ ctx, actor, params: { id } }) => looksAtOrder(ctx, actor, id) }),
];
