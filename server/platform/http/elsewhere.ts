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

/** A program elsewhere, and how many requests a minute it has, of those that are not answered from memory. */
export interface Reader {
  /** `key:` and the key's id, or an address. */
  readonly id: string;
  readonly perMinute: number;
}

const readsPerMinute = 600;
const readers = new WeakMap<FastifyRequest, string>();

/** Whoever reads, by key or by address. */
export const readerOf = (request: FastifyRequest): string => readers.get(request) ?? request.ip;

/** Whether a reader is known by a key. */
export const hasKey = (reader: string): boolean => reader.startsWith('key:');

/** Finds who reads, and counts what they ask. Refuses: KeyNotValid (401) for a key that does not hold, TooManyRequests (429) beyond the key's limit or the address's. */
export async function admitReader(app: App, ctx: Ctx, request: FastifyRequest): Promise<void> {
  const reader = (await app.readerByKey(ctx, request)) ?? {
    id: request.ip,
    perMinute: app.settings.readsPerMinute ?? readsPerMinute,
  };
  readers.set(request, reader.id);
  throttle(app, 'read', reader.id, reader.perMinute);
}
