import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { guestActor } from '../actor.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { canonicalHash } from '../canonical.ts';
import { refuse } from '../refuse.ts';
import { openCtx } from '../transaction.ts';
import type { Ctx } from '../transaction.ts';
import { mustBeCleanBody } from './body.ts';
import { entityTag, hasAlready } from './conditional.ts';
import { readCookies } from './cookies.ts';
import { admitReader, mountPreflight, readElsewhere } from './elsewhere.ts';
import { once } from './idempotency.ts';
import { fieldProblems } from './problem.ts';
import { Raw } from './route.ts';
import type { Route } from './route.ts';
import { mustBeSameOrigin } from './same-origin.ts';
import { throttle } from './throttle.ts';

/** An answer to be kept in front of the program, as text, with the keys it depends on. */
export interface KeptAnswer {
  readonly body: string;
  readonly keys: readonly string[];
}

/** Keeps public answers (the portal's page cache). Called before the data is read; what it returns keeps the answer, unless one of its keys was purged meanwhile, and sends it. */
export type Keep = (
  ctx: Ctx,
  request: FastifyRequest,
  headers: Readonly<Record<string, string>>,
) => (answer: KeptAnswer, reply: FastifyReply) => FastifyReply;

/** How routes are mounted. */
export interface Mounting {
  /** Every answer is checked against its declared shape. */
  readonly checkAnswers: boolean;
  readonly keep?: Keep | undefined;
}

/** Mounts one declared route. Throws at start for a route without a known ability or with an open request shape. */
export function mountRoute(app: App, server: FastifyInstance, route: Route, mounting: Mounting): void {
  mustBeDeclared(app, route);
  if (route.elsewhere) mountPreflight(server, `/api/v1${route.path}`);
  server.route({
    method: route.method,
    url: `/api/v1${route.path}`,
    config: { ability: route.ability, beforeSecondFactor: route.beforeSecondFactor ?? false },
    handler: async (request, reply) => {
      const ctx = request.ctx ?? refuse('NotFound');
      reply.header('cache-control', 'no-store');
      if (route.method !== 'GET') mustBeSameOrigin(request, readCookies(request.headers.cookie).size > 0);
      if (route.method !== 'GET' && !route.withoutRoom) app.room.mustBeThere();
      if (route.elsewhere) {
        reply.headers({ ...readElsewhere, 'cache-control': 'no-cache' });
        await admitReader(app, ctx, request);
      }
      if (route.perMinute) throttle(app, `${route.method} ${route.path}`, request.ip, route.perMinute);
      if (route.elsewhere || (route.keptUnder && mounting.keep))
        return answerAnybody(ctx, route, request, reply, mounting);
      const actor = await app.authenticate(ctx, request);
      admit(app, actor, route);
      return answer(ctx, actor, route, request, reply, mounting.checkAnswers);
    },
  });
}

function mustBeDeclared(app: App, route: Route): void {
  const name = `${route.method} ${route.path}`;
  if (route.ability !== 'public' && route.ability !== 'signed-in' && !app.permits.has(route.ability))
    throw new Error(`${name} declares the unknown ability "${route.ability}"`);
  if (route.keptUnder && (route.method !== 'GET' || route.ability !== 'public'))
    throw new Error(`${name} keeps its answers: only a public GET may`);
  if (route.elsewhere && (route.method !== 'GET' || route.ability !== 'public'))
    throw new Error(`${name} is read from elsewhere: only a public GET may`);
  for (const schema of [route.query, route.body, route.params])
    if (schema && !isClosed(schema)) throw new Error(`${name} takes undeclared properties: use z.strictObject`);
}

// Of what is sent, whatever is made of it then: an object that takes undeclared properties, in any of its variants, is open.
function isClosed(schema: unknown): boolean {
  if (schema instanceof z.ZodObject) return schema.def.catchall instanceof z.ZodNever;
  if (schema instanceof z.ZodRecord) return false;
  if (schema instanceof z.ZodUnion) return schema.options.every(isClosed);
  if (schema instanceof z.ZodIntersection) return isClosed(schema.def.left) && isClosed(schema.def.right);
  if (schema instanceof z.ZodPipe) return isClosed(schema.in);
  if (schema instanceof z.ZodLazy) return isClosed(schema.unwrap());
  const inner = schema instanceof z.ZodType && 'innerType' in schema.def ? schema.def.innerType : undefined;
  return inner === undefined || isClosed(inner);
}

// The coarse gate at the door; the verb asks again with the thing itself.
function admit(app: App, actor: Actor, route: Route): void {
  if (route.ability === 'public') return;
  if (actor.kind === 'guest' && (route.ability === 'signed-in' || !app.permits.rule(route.ability).everybody))
    refuse('SignInRequired');
  if (route.ability === 'signed-in') return;
  if (actor.scopes && !app.permits.rule(route.ability).everybody && !actor.scopes.includes(route.ability))
    refuse('Forbidden', { ability: route.ability });
  if (app.permits.rule(route.ability).strong && actor.assurance < 2)
    refuse('StepUpRequired', { needs: 'second-factor' });
}

/** The same address gets the same answer, whoever asks. */
async function answerAnybody(
  asked: Ctx,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { keep, checkAnswers }: Mounting,
): Promise<FastifyReply> {
  const language = asked.county.languages[0] ?? asked.language;
  const ctx = openCtx(asked.app, asked.county, {
    requestId: asked.requestId,
    language,
    ...(route.keptUnder ? { mayBeBehind: true as const } : {}),
  });
  const params = readParams(route, request);
  const query = parse(route.query, request.query, '/query');
  const keepIt = keep?.(ctx, request, route.elsewhere ? readElsewhere : {});
  const actor = guestActor('reader');
  const value = await route.handle({ ctx, actor, params, query, body: undefined, request, reply } as never);
  if (keepIt && route.keptUnder)
    return keepIt({ body: encode(route, value, checkAnswers), keys: route.keptUnder(value as never) }, reply);
  return send(route, value, request, reply, checkAnswers);
}

async function answer(
  ctx: Ctx,
  actor: Actor,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  checkAnswers: boolean,
): Promise<FastifyReply> {
  const params = readParams(route, request);
  const query = parse(route.query, request.query, '/query');
  const body = readBody(route, request);
  const run = async (): Promise<unknown> => route.handle({ ctx, actor, params, query, body, request, reply } as never);
  if (route.idempotency !== 'key') return send(route, await run(), request, reply, checkAnswers);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') refuse('IdempotencyKeyMissing');
  const requestHash = canonicalHash({ method: route.method, url: request.url, body: body ?? null });
  const stored = await once(ctx, actor, key, requestHash, async () => ({
    status: route.status,
    body: encode(route, await run(), checkAnswers),
  }));
  return reply.status(stored.status).type('application/json; charset=utf-8').send(stored.body);
}

// An address that nothing can have is answered like one that nothing has.
function readParams(route: Route, request: FastifyRequest): unknown {
  if (!route.params) return {};
  mustBeCleanBody(request.params, '/path');
  const parsed = route.params.safeParse(request.params);
  return parsed.success ? parsed.data : refuse('NotFound');
}

function readBody(route: Route, request: FastifyRequest): unknown {
  if (route.accepts === 'form') return formOf(route, request);
  return route.accepts === 'json' ? bodyOf(route, request) : undefined;
}

// Standards that speak in forms let either side say more than the other knows (W3C WebSub §5.1): what is not declared is left unread.
function formOf(route: Route, request: FastifyRequest): unknown {
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? ''))
    refuse('UnsupportedMediaType');
  const fields = route.body instanceof z.ZodObject ? Object.keys(route.body.shape) : [];
  const form = Object(request.body) as Record<string, unknown>;
  const known = Object.fromEntries(
    fields.flatMap((name) => (Object.hasOwn(form, name) ? [[name, form[name]] as const] : [])),
  );
  mustBeCleanBody(known, '');
  return parse(route.body, known, '');
}

function bodyOf(route: Route, request: FastifyRequest): unknown {
  if (!route.body) {
    if (request.body !== undefined && request.body !== null && Object.keys(request.body).length > 0)
      refuse('BadRequest', {}, [{ path: '/body', code: 'unknown' }]);
    return undefined;
  }
  if (request.body !== undefined && !/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    refuse('UnsupportedMediaType');
  mustBeCleanBody(request.body, '');
  return parse(route.body, request.body, '');
}

function parse(schema: z.ZodType | undefined, value: unknown, root: string): unknown {
  if (!schema) {
    if (root === '/query' && value !== null && typeof value === 'object' && Object.keys(value).length > 0)
      refuse(
        'BadRequest',
        {},
        Object.keys(value).map((key) => ({ path: `/query/${key}`, code: 'unknown' })),
      );
    return {};
  }
  if (root !== '') mustBeCleanBody(value, root);
  // With what was given: only that tells a field that is missing from one of another kind.
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) refuse('BadRequest', {}, fieldProblems(parsed.error, root));
  return parsed.data;
}

function encode(route: Route, value: unknown, checkAnswers: boolean): string {
  if (!checkAnswers || !route.answer) return JSON.stringify(value ?? null);
  const text = JSON.stringify(value ?? null);
  const checked = route.answer.safeParse(JSON.parse(text));
  if (!checked.success)
    throw new Error(
      `${route.method} ${route.path} answered another shape than declared: ${z.prettifyError(checked.error)}`,
    );
  return text;
}

function send(
  route: Route,
  value: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  checkAnswers: boolean,
): FastifyReply {
  // A stream has taken the connection over.
  if (reply.sent) return reply;
  if (value instanceof Raw) return reply.headers(value.headers).type(value.type).send(value.body);
  if (route.status === 204 || route.answer === null) return reply.status(204).send();
  const body = encode(route, value, checkAnswers);
  if (route.elsewhere) {
    const tag = entityTag(body);
    reply.header('etag', tag);
    if (hasAlready(request.headers['if-none-match'], tag)) return reply.status(304).send();
  }
  return reply.status(route.status).type('application/json; charset=utf-8').send(body);
}
