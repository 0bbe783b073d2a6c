import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { Ctx } from '../transaction.ts';
import { throttle } from './throttle.ts';

/** What a page of another site needs to read an answer. Never with credentials: nothing that is read this way depends on who asks. */
export const readElsewhere: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after',
};

/** Answers a browser that asks first whether it may send a key or a condition along. Reading only: no other method is named. */
export function mountPreflight(server: FastifyInstance, url: string): void {
  server.options(url, async (_, reply) =>
    reply
      .headers({
        ...readElsewhere,
        allow: 'GET, HEAD, OPTIONS',
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'authorization, accept-language, if-none-match',
        'access-control-max-age': '86400',
      })
      .status(204)
      .send(),
  );
}

/** Requests a minute of one address without a key, of those that are not answered from memory. */
export const readsPerMinute = 600;

const readers = new WeakMap<FastifyRequest, string>();

/** Whoever reads: what shows no key is known by its address alone. */
export const readerOf = (request: FastifyRequest): string => readers.get(request) ?? request.ip;

/** Counts what a program elsewhere asks. Refuses: TooManyRequests (429) beyond its limit. */
export async function admitReader(app: App, _ctx: Ctx, request: FastifyRequest): Promise<void> {
  throttle(app, 'read', request.ip, app.settings.readsPerMinute ?? readsPerMinute);
}
