import { z } from 'zod';
import { route } from '#platform/http/route';
import { noticeEnding, orderNotices } from '../contract.ts';
import { endNotices, readNotices } from '../order/notices/end-notices.ts';

const params = z.strictObject({ id: z.uuid() });

/** Messages to those who ordered: who gets which, and their end. */
export const orderNoticeRoutes = [
  route({
    method: 'GET',
    path: '/orders/:id/notices',
    ability: 'order.end-notices',
    summary: 'Which contacts of an order are told what, and by which way.',
    params,
    answer: orderNotices,
    handle: ({ ctx, actor, params: { id } }) => readNotices(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/orders/:id/notice-endings',
    ability: 'order.end-notices',
    summary: 'A contact wants no more messages.',
    params,
    body: noticeEnding,
    answer: orderNotices,
    handle: ({ ctx, actor, params: { id }, body }) => endNotices(ctx, actor, id, body),
  }),
];
