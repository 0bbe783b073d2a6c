import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#platform/app';
import { throttle } from '#platform/http/throttle';
import type { Raw } from '#platform/http/route';
import type { Page, PageAnswer, PageCall } from '#platform/page';
import { together } from '#platform/together';
import { openCtx } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { guestActor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import { cacheAddress, sendPage } from './cache/fast-path.ts';
import { pageOf } from './cache/page-cache.ts';
import type { CachedPage } from './cache/page-cache.ts';
import { frameFor } from './frame.ts';
import type { PageFrame } from './page-contract.ts';
import { unprefixed, withPrefix } from './prefix.ts';
import type { Prefixed } from './prefix.ts';
import { renderPage } from './render.ts';
import { pageCacheOf } from './state.ts';

/** Serves a public page: from the cache, or loaded and rendered now. Pages with a form are never stored. */
export async function servePage(
  app: App,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { ctx, where } = pageCtx(app, request, page);
  if (page.perMinute) throttle(app, `GET ${page.path}`, request.ip, page.perMinute);
  const call = pageCall(ctx, where, page, request);
  if (!page.cached) return serveFresh(page, call, reply);
  const cache = pageCacheOf(app);
  const address = cacheAddress(ctx.county.id, canonicalUrl(where, ctx, page, call));
  const others = await cache.drawing(address);
  if (others) return sendKept(others, request, reply);
  // Read before the data: what is purged from now on keeps this rendering out of the cache.
  const generation = cache.generation();
  const drawing = draw(page, call);
  cache.draws(
    address,
    generation,
    drawing.then(({ kept }) => kept),
  );
  const { answer, body, kept } = await drawing;
  if ('redirect' in answer) return redirect(ctx, where, answer, reply);
  if ('stream' in answer) return sendStream(answer, reply);
  if (kept) {
    cache.store(address, kept, generation);
    return sendKept(kept, request, reply);
  }
  if ('raw' in answer) return reply.headers(answer.raw.headers).type(answer.raw.type).send(body);
  return reply
    .status(answer.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(body);
}

function sendKept(kept: CachedPage, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  sendPage(kept, request.raw, reply.raw);
  return reply;
}

interface Drawn {
  readonly answer: PageAnswer;
  readonly body?: string | Buffer;
  /** The page to be kept, unless it says itself how long it holds, or says that something is not there. */
  readonly kept?: CachedPage;
}

async function draw(page: Page, call: PageCall): Promise<Drawn> {
  // One transaction for the page and what stands around it.
  const [answer, frame] = await call.ctx.transaction(() => together(page.load(call), frameFor(call)));
  if ('redirect' in answer || 'stream' in answer) return { answer };
  const isRaw = 'raw' in answer;
  const body = isRaw ? answer.raw.body : await renderAnswer(page, call, answer, frame);
  if (isRaw ? answer.raw.headers['cache-control'] : (answer.status ?? 200) !== 200) return { answer, body };
  const kept = pageOf(body, {
    county: call.ctx.county.id,
    type: isRaw ? answer.raw.type : 'text/html; charset=utf-8',
    keys: [...(answer.keys ?? []), 'all'],
    staleAt: answer.staleAt ?? null,
    now: call.ctx.app.clock.now(),
    headers: isRaw ? answer.raw.headers : {},
  });
  return { answer, body, kept };
}

/** A ctx in the language of the address, and the address without its prefix; for a page that is kept, one that may read from the replica. Refuses unknown hosts as absent. */
export function pageCtx(app: App, request: FastifyRequest, page?: Page): { ctx: Ctx; where: Prefixed } {
  const county = request.ctx?.county ?? refuse('NotFound');
  const where = unprefixed(county, request.url.split('?')[0] ?? '/');
  const about = {
    requestId: request.id,
    span: request.ctx?.span ?? null,
    language: where.language,
    tag: where.tag,
    ...(page?.cached ? { mayBeBehind: true as const } : {}),
  };
  return { ctx: openCtx(app, county, about), where };
}

/** The call as `load` and `submit` see it: only the query keys the page knows. Refuses: NotFound (404) for an address that nothing can have. */
export function pageCall(ctx: Ctx, where: Prefixed, page: Page, request: FastifyRequest): PageCall {
  const asked = request.query as Record<string, unknown>;
  const known = (page.query ?? []).flatMap((key): [string, string][] =>
    typeof asked[key] === 'string' ? [[key, plain(asked[key])]] : [],
  );
  const params = request.params as Record<string, string>;
  if (Object.values(params).some((one) => plain(one) !== one)) refuse('NotFound');
  return {
    ctx,
    path: where.path,
    edition: where.edition,
    actor: guestActor('reader'),
    request,
    params,
    query: Object.fromEntries(known),
  };
}

// What is cut off may have been half of a sign; that, and NUL, the database takes in no text, and no address can be written with them.
const plain = (text: string): string => text.slice(0, 500).replaceAll('\u0000', '').toWellFormed();

async function serveFresh(page: Page, call: PageCall, reply: FastifyReply): Promise<FastifyReply> {
  const answer = await page.load(call);
  return sendFresh(page, call, answer, reply);
}

/** Sends an answer that must not be stored. */
export async function sendFresh(
  page: Page,
  call: PageCall,
  answer: PageAnswer,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  if ('redirect' in answer) return redirect(call.ctx, { tag: call.ctx.tag, edition: call.edition }, answer, reply);
  if ('raw' in answer) return sendRaw(answer.raw, reply);
  if ('stream' in answer) return sendStream(answer, reply);
  return reply
    .status(answer.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(await renderAnswer(page, call, answer));
}

const sendRaw = (raw: Raw, reply: FastifyReply): FastifyReply =>
  reply.headers(raw.headers).type(raw.type).send(raw.body);

const sendStream = ({ stream, status }: Extract<PageAnswer, { stream: unknown }>, reply: FastifyReply): FastifyReply =>
  reply.status(status).headers(stream.headers).type(stream.type).send(stream.body);

async function renderAnswer(
  page: Page,
  call: PageCall,
  answer: Extract<PageAnswer, { props: unknown }>,
  frame?: PageFrame,
): Promise<string> {
  return renderPage(answer.view ?? page.view, frame ?? (await frameFor(call)), answer.props);
}

function redirect(
  ctx: Ctx,
  where: Pick<Prefixed, 'tag' | 'edition'>,
  answer: Extract<PageAnswer, { redirect: string }>,
  reply: FastifyReply,
): FastifyReply {
  // The console speaks the language of its user, whatever the page's.
  const to = answer.redirect.startsWith('/console/')
    ? answer.redirect
    : withPrefix(ctx.county, where.tag, where.edition, answer.redirect);
  return reply.headers(answer.headers ?? {}).redirect(to, answer.status ?? 303);
}

function canonicalUrl(where: Prefixed, ctx: Ctx, page: Page, call: PageCall): string {
  const path = withPrefix(ctx.county, where.tag, where.edition, where.path);
  const query = (page.query ?? [])
    .filter((key) => call.query[key] !== undefined)
    .map((key) => `${key}=${encodeURIComponent(call.query[key] ?? '')}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}
