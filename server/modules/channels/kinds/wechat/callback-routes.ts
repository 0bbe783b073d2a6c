import type { Readable } from 'node:stream';
import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { refuse } from '#platform/refuse';
import { echoCallback, takeCallback } from './take-callback.ts';

const params = z.strictObject({ id: z.uuid() });
const signed = {
  signature: z.string().max(100).optional(),
  timestamp: z.string().regex(/^\d{1,12}$/),
  nonce: z.string().max(100),
};
const mostBytes = 64 * 1024;

/** Where the platform calls us: its question whether the address is ours, and what it says later of a publication. */
export const callbackRoutes = [
  route({
    method: 'GET',
    path: '/channels/:id/wechat-callbacks',
    ability: 'public',
    summary: 'Answers the WeChat platform when the address of a channel is entered there.',
    params,
    query: z.strictObject({ ...signed, echostr: z.string().max(500) }),
    answer: z.string(),
    answerType: 'text/plain',
    perMinute: 60,
    refuses: ['NotFound', 'Forbidden'],
    handle: async ({ ctx, params: { id }, query }) => new Raw('text/plain', await echoCallback(ctx, id, query)),
  }),
  route({
    method: 'POST',
    path: '/channels/:id/wechat-callbacks',
    ability: 'public',
    summary: 'Takes what the WeChat platform says of a publication, encrypted and signed.',
    params,
    query: z.strictObject({
      ...signed,
      msg_signature: z.string().max(100).optional(),
      encrypt_type: z.string().max(20).optional(),
      openid: z.string().max(100).optional(),
    }),
    accepts: 'bytes',
    answer: z.string(),
    answerType: 'text/plain',
    status: 200,
    idempotency: 'none',
    perMinute: 600,
    refuses: ['NotFound', 'Forbidden', 'TooLarge', 'Unavailable'],
    handle: async ({ ctx, params: { id }, query, request }) => {
      await takeCallback(ctx, id, query, await readAll(request.raw));
      return new Raw('text/plain', 'success');
    },
  }),
];

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) refuse('TooLarge', { bytes: mostBytes });
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
