import type { FastifyRequest } from 'fastify';
import type { App } from '#platform/app';
import type { Reader } from '#platform/http/elsewhere';
import { throttle } from '#platform/http/throttle';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { secretHash } from '../secrets.ts';
import { useKey } from './api-key-queries.ts';

interface Known {
  /** Null: no key. */
  readonly reader: Reader | null;
  /** Real time. */
  readonly since: number;
}

/** How long a key is believed without asking again: the repair for a lost message that it was revoked, and how often its use is noted. */
const believedMilliseconds = 60_000;
const mostKnown = 5_000;
const known = new WeakMap<App, Map<string, Known>>();

/** Whose key a request shows; null without one. A key is asked of the database once a minute. Refuses: KeyNotValid (401) for one that is unknown or revoked, TooManyRequests (429) for whoever tries many. */
export async function readerByKey(ctx: Ctx, request: Pick<FastifyRequest, 'headers' | 'ip'>): Promise<Reader | null> {
  // The name of the scheme may be in small letters (RFC 9110 §11.1).
  const key = /^bearer (xyk_[\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) return null;
  const hash = secretHash(key);
  const now = ctx.app.clock.now().getTime();
  const keys = known.get(ctx.app) ?? new Map<string, Known>();
  known.set(ctx.app, keys);
  const address = `${ctx.county.id} ${hash}`;
  const believed = keys.get(address);
  if (believed && Math.abs(now - believed.since) < believedMilliseconds)
    return believed.reader ?? refuse('KeyNotValid');
  throttle(ctx.app, 'api-key', request.ip, 60);
  const row = await ctx.transaction((tx) => useKey(tx, hash));
  const reader = row ? { id: `key:${row.id}`, perMinute: row.perMinute } : null;
  if (keys.size >= mostKnown) keys.clear();
  keys.set(address, { reader, since: now });
  return reader ?? refuse('KeyNotValid');
}

/** What was believed of the county's keys is asked anew. */
export function forgetKeys(app: App, countyId: number): void {
  const keys = known.get(app);
  for (const address of keys?.keys() ?? []) if (address.startsWith(`${countyId} `)) keys?.delete(address);
}
