import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { pageAddress } from '../page/page-address.ts';
import { leave } from '../subscriber/choose.ts';

const token = z.strictObject({ token: z.string().regex(/^[\w-]{24}$/) });
const path = '/unsubscriptions/:token';

/** What stands in the head of every letter as the way out (RFC 2369, RFC 8058). An unknown token is answered alike. */
export const oneClickRoutes = [
  // Leaves at once, without session; whatever the body is.
  route({
    method: 'POST',
    path,
    withoutRoom: true,
    ability: 'public',
    summary: 'Leaves a newsletter, as the button of a mail program does it (RFC 8058).',
    params: token,
    answer: null,
    accepts: 'bytes',
    idempotency: 'none',
    perMinute: 60,
    handle: async ({ ctx, params }) => ctx.transaction((tx) => leave(tx, params.token)),
  }),
  // Programs that know no such button open the address for their reader; those that look through mail open every one, so that this alone ends nothing.
  route({
    method: 'GET',
    path,
    ability: 'public',
    summary: 'Leads whoever opens the way out of a letter to the page where a newsletter is left.',
    params: token,
    answer: z.string(),
    answerType: 'text/plain',
    status: 303,
    perMinute: 60,
    async handle({ ctx, params, reply }) {
      reply.status(303);
      const location = pageAddress(ctx, ctx.language, `choices/${params.token}`);
      return new Raw('text/plain; charset=utf-8', '', { location });
    },
  }),
];
