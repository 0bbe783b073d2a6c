import type { App } from '#platform/app';
import type { Keep } from '#platform/http/handle-route';
import { cacheAddress, sendPage } from './fast-path.ts';
import { pageOf } from './page-cache.ts';
import type { PageCache } from './page-cache.ts';

/** Keeps the answers of the public API beside the pages, once they are asked for a second time: many an address (a page of a long list) is asked for once. The first to ask gets the body as it is. */
export const keepAnswers =
  (app: App, cache: PageCache): Keep =>
  (ctx, request) => {
    const address = cacheAddress(ctx.county.id, request.url);
    const isKept = cache.wasAsked(address);
    const generation = cache.generation();
    return ({ body, keys }, reply) => {
      const made = pageOf(body, {
        county: ctx.county.id,
        type: 'application/json; charset=utf-8',
        keys: [...keys, 'all'],
        staleAt: null,
        now: app.clock.now(),
      });
      if (isKept) cache.store(address, made, generation);
      reply.hijack();
      sendPage(made, request.raw, reply.raw, 'identity');
      return reply;
    };
  };
