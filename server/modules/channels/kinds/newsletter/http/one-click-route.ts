import { z } from 'zod';
import { route } from '#platform/http/route';
import { leave } from '../subscriber/choose.ts';

/** The button of a mail program (RFC 8058): leaves at once, without session; whatever the body is. An unknown token is answered alike. */
export const oneClickRoute = route({
  method: 'POST',
  path: '/unsubscriptions/:token',
  withoutRoom: true,
  ability: 'public',
  summary: 'Leaves a newsletter, as the button of a mail program does it (RFC 8058).',
  params: z.strictObject({ token: z.string().regex(/^[\w-]{24}$/) }),
  answer: null,
  accepts: 'bytes',
  idempotency: 'none',
  perMinute: 60,
  handle: async ({ ctx, params }) => ctx.transaction((tx) => leave(tx, params.token)),
});
