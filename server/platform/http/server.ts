import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { County } from '../county.ts';
import { isDatabaseAway } from '../database.ts';
import { preferredLanguage } from '../i18n.ts';
import { Refusal } from '../refuse.ts';
import { openCtx } from '../transaction.ts';
import type { Ctx } from '../transaction.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { mountRoute } from './handle-route.ts';
import type { Keep } from './handle-route.ts';
import { securityHeaders } from './headers.ts';
import { httpLimits } from './limits.ts';
import { methodsOf } from './other-methods.ts';
import { problemOf } from './problem.ts';
import { throttle } from './throttle.ts';
import { listenForUpgrades } from './upgrade.ts';

/** Answers before Fastify is asked, from memory (the page cache); true when it has answered. */
export type FastPath = (request: IncomingMessage, response: ServerResponse) => boolean;

/** How a refusal outside /api is shown: the portal renders a readable page. */
export type ErrorPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  ctx: Ctx | undefined,
) => Promise<boolean>;

export interface ServerOptions {
  fastPath?: FastPath;
  /** Keeps public answers for the fast path. */
  keep?: Keep;
  errorPage?: ErrorPage;
  /** Mounts what is not an API route: public pages, console files. */
  mount?(server: FastifyInstance): Promise<void> | void;
  /** Which methods an address outside /api takes; none: nothing is there. Asked only where the router found nothing. */
  methodsAt?(url: string): string[];
  /** Only routes that become sockets: a process of the role `collab` alone. */
  socketsOnly?: boolean;
  /** Test runs check every answer against its declared shape; a wrong one is a 500. */
  checkAnswers?: boolean;
  /** An HTTP server that is listening already (it showed the progress page): it is handed our listener once the routes stand. Without it, one is made. */
  attach?(listener: RequestListener): Server;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler: the county of the host and the reader's language. Missing only for unknown hosts. */
    ctx: Ctx | null;
  }
  interface FastifyContextConfig {
    /** Of the declared route: who may ask; absent for pages. */
    ability?: string;
    beforeSecondFactor?: boolean;
  }
}

/** Builds the web server with every module's routes under /api/v1. Not yet listening. */
export async function buildServer(app: App, options: ServerOptions = {}): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: app.settings.trustedProxies.length > 0 ? [...app.settings.trustedProxies] : false,
    // An address that the router itself refuses (too long, broken percent signs) is answered like any other error.
    frameworkErrors: (error, request, reply) => {
      greet(app, request, reply);
      void answerError(
        app,
        options,
        error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? new Refusal('NotFound') : error,
        request,
        reply,
      );
    },
    clientErrorHandler: (error, socket) => answerBrokenRequest(app, error, socket),
    genReqId: () => `${app.processId.slice(0, 8)}-${app.nextRequestNumber()}`,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: true,
    serverFactory: (handler) => {
      const listener: RequestListener = (request, response) => {
        if (options.fastPath?.(request, response)) return;
        handler(request, response);
      };
      return options.attach?.(listener) ?? createServer(httpLimits, listener);
    },
  });
  server.decorateRequest('ctx', null);
  server.addHook('onRequest', async (request, reply) => {
    greet(app, request, reply);
    mustBeWithinLimit(app, request);
  });
  server.addHook('onResponse', async (request, reply) => logRequest(app, request, reply));
  server.setErrorHandler((error, request, reply) => answerError(app, options, error, request, reply));
  const routes = app.modules.flatMap((module) =>
    (module.routes ?? []).filter((one) => one.socket || !options.socketsOnly),
  );
  const methodsAt = methodsOf(routes);
  server.setNotFoundHandler((request, reply) => {
    const methods = [...methodsAt(request.url), ...(options.methodsAt?.(request.url) ?? [])];
    // Where this very method is taken, the router saw no id in what stands in its place (a line break).
    const isOther = methods.length > 0 && !methods.includes(request.method);
    if (isOther) reply.header('allow', methods.join(', '));
    return answerError(app, options, new Refusal(isOther ? 'MethodNotAllowed' : 'NotFound'), request, reply);
  });
  await server.register(formbody, { bodyLimit: 64 * 1024 });
  await server.register(multipart, {
    limits: { fileSize: 25 * 1024 * 1024, files: 1, fields: 10, fieldSize: 64 * 1024 },
  });
  // Left unread: its route takes it as it comes.
  server.addContentTypeParser(
    ['application/offset+octet-stream', 'text/xml', 'application/xml'],
    (_request, _payload, done) => done(null),
  );
  // As bytes: what is signed is signed as it came.
  server.addContentTypeParser(
    ['application/activity+json', 'application/ld+json'],
    { parseAs: 'buffer', bodyLimit: 256 * 1024 },
    (_request, payload, done) => done(null, payload),
  );
  for (const route of routes)
    mountRoute(app, server, route, { checkAnswers: options.checkAnswers ?? false, keep: options.keep });
  await options.mount?.(server);
  listenForUpgrades(server, server.server);
  return server;
}

function greet(app: App, request: FastifyRequest, reply: FastifyReply): void {
  app.rightOfWay.begins(reply.raw);
  const ends = (): void => app.rightOfWay.ends(reply.raw);
  // A reader who goes away ends it by the one, a page drawn ahead by the other.
  reply.raw.once('close', ends).once('finish', ends);
  reply.headers(securityHeaders);
  const county = app.counties.byHost(request.headers.host ?? '');
  request.ctx = county ? ctxOf(app, county, request) : null;
  reply.header('x-request-id', request.id);
}

// Whoever looks after the machine may always ask how it is.
const unlimited = new Set(['/healthz', '/readyz', '/metrics']);

// What the installation allows the county. Refuses: CountyRequestsReached (429).
function mustBeWithinLimit(app: App, request: FastifyRequest): void {
  const county = request.ctx?.county;
  const most = county?.limits.requestsPerMinute;
  if (county && most !== undefined && !unlimited.has(request.url))
    throttle(app, 'county', String(county.id), most, 'CountyRequestsReached');
}

function ctxOf(app: App, county: County, request: FastifyRequest): Ctx {
  return openCtx(app, county, {
    requestId: request.id,
    // The name comes with the end: what is asked for is not known before.
    span: app.tracer?.begin('request', 'server', { 'xiangyin.county': county.slug }) ?? null,
    ...languagesOf(app, request, county.languages),
  });
}

function languagesOf(app: App, { headers }: FastifyRequest, offered: County['languages']) {
  const language = preferredLanguage(headers['accept-language'], offered);
  return { language, tag: app.wording.furtherIn(headers['accept-language']) ?? language };
}

// Ids and codes only: no query string, no body, no address of the asker.
function logRequest(app: App, request: FastifyRequest, reply: FastifyReply): void {
  const by = request.url.startsWith('/api/') ? 'api' : 'page';
  const { county } = request.ctx ?? {};
  app.measures?.answered(county?.slug ?? null, by, reply.statusCode, reply.elapsedTime);
  if (county) app.counts.answered(county.id, by, reply.statusCode, reply.elapsedTime);
  endSpan(request, reply);
  app.log.info('request', {
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    county: county?.id ?? null,
    ...(request.ctx?.span ? { trace: request.ctx.span.traceId } : {}),
  });
}

// By the semantic conventions of OpenTelemetry for HTTP servers; of the address only the route's pattern.
function endSpan(request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'none';
  request.ctx?.span?.end({
    name: `${request.method} ${route}`,
    failed: reply.statusCode >= 500,
    attributes: {
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': reply.statusCode,
      'xiangyin.request': request.id,
      ...(reply.statusCode >= 500 ? { 'error.type': String(reply.statusCode) } : {}),
    },
  });
}

// Whoever asks for something of a county that moved to another installation is sent there. An hour, for it may come back.
function sendOn(app: App, request: FastifyRequest, reply: FastifyReply): boolean {
  const address = request.ctx ? undefined : app.counties.movedTo(request.headers.host ?? '');
  if (address === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  void reply.header('cache-control', 'public, max-age=3600').redirect(`${address}${request.url}`, 308);
  return true;
}

async function answerError(
  app: App,
  options: ServerOptions,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (sendOn(app, request, reply)) return;
  const refusal = asRefusal(error);
  if (refusal.status >= 500)
    app.log.error('request failed', {
      request: request.id,
      route: request.routeOptions.url ?? 'none',
      error: error instanceof Error ? error : undefined,
    });
  const wait = refusal.detail['retryAfterSeconds'];
  if (typeof wait === 'number') reply.header('retry-after', String(wait));
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer');
  const wantsPage = !request.url.startsWith('/api/') && options.errorPage;
  if (wantsPage && (await options.errorPage?.(request, reply, refusal, request.ctx ?? undefined))) return;
  const { tag } = request.ctx ?? languagesOf(app, request, ['zh-CN', 'en']);
  await reply
    .status(refusal.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemOf(refusal, app.wording, tag, request.id)));
}

const fastifyCodes: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TooLarge',
  FST_REQ_FILE_TOO_LARGE: 'TooLarge',
  FST_FILES_LIMIT: 'TooLarge',
  FST_FIELDS_LIMIT: 'TooLarge',
  FST_PARTS_LIMIT: 'TooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UnsupportedMediaType',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'UnsupportedMediaType',
};

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isDatabaseAway(error)) return new Refusal('Unavailable', { retryAfterSeconds: 2 });
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (fastifyCodes[code]) return new Refusal(fastifyCodes[code]);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new Refusal('TooLarge');
  if (status === 415) return new Refusal('UnsupportedMediaType');
  // What came is no JSON, or came in half: there is no field to name but the whole.
  if (status === 400 && (error instanceof SyntaxError || code.startsWith('FST_ERR_CTP')))
    return new Refusal('BadRequest', {}, [{ path: '/body', code: 'unreadable' }]);
  if (status >= 400 && status < 500) return new Refusal('BadRequest');
  return new Refusal('Unexpected');
}
