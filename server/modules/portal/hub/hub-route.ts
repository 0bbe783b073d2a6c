import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { askHub } from './ask-hub.ts';
import { hubForm } from './hub-form.ts';

/** `POST /hub`: the hub of the county's feeds (W3C WebSub). Open to every program, as the feeds are. */
export const hubRoute = route({
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
