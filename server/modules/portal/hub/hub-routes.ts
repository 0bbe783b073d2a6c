import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { askHub } from './ask-hub.ts';
import { hubView } from '../contract.ts';
import { hubForm } from './hub-form.ts';
import { readHub } from './read-hub.ts';

/** How many follow the county's feeds, for the desk. */
const figures = route({
  method: 'GET',
  path: '/hub',
  ability: 'channel.list',
  summary: 'How many follow the feeds of the county; never who.',
  answer: hubView,
  handle: ({ ctx, actor }) => readHub(ctx, actor),
});

/** The hub itself (W3C WebSub), open to every program, as the feeds are. */
const ask = route({
  method: 'POST',
  path: '/hub',
  ability: 'public',
  summary: 'Subscribe to a feed, or end a subscription (W3C WebSub); the callback is asked first whether it meant it.',
  body: hubForm,
  accepts: 'form',
  answer: z.string(),
  answerType: 'text/plain',
  status: 202,
  idempotency: 'none',
  perMinute: 60,
  refuses: ['TopicUnknown', 'CallbackRefused', 'TooManySubscriptions'],
  async handle({ ctx, body, reply }) {
    await askHub(ctx, body);
    reply.status(202);
    return new Raw('text/plain; charset=utf-8', '');
  },
});

/** `/hub`: the hub of the county's feeds. */
export const hubRoutes = [figures, ask];
