import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Ctx } from '../transaction.ts';

/** What a handler is given: the ctx, who asks, and the checked parts of the request. */
export interface Call<P, Q, B> {
  readonly ctx: Ctx;
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An endpoint under /api/v1, as data. Default-deny: without a declared `ability` it does not start. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Nouns, such as `/stories/:id/signatures`. */
  readonly path: string;
  /** An ability declared in some permissions.ts; `public`: anybody; `signed-in`: any person (the verb narrows it to their own). */
  readonly ability: string;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Shape of the answer; `null` for 204. */
  readonly answer: z.ZodType | null;
  /** Media type of the answer, where it is not JSON (a `Raw` or a stream). */
  readonly answerType: string;
  readonly status: 200 | 201 | 202 | 204 | 303;
  /** Codes of refusals besides the kernel's own. */
  readonly refuses: readonly string[];
  /** `key`: a POST with effect, needs Idempotency-Key and runs in one transaction with it. `rows`: needs the key as well, under which each row of a batch has a transaction of its own (`rowByRow`). `none`: no stored answer (signing in, reading). */
  readonly idempotency: 'key' | 'rows' | 'none';
  /** Other bodies than JSON: a posted form, of which only the declared fields are read (`form`), or what the handler reads from the raw request itself: a form with a file, or bare bytes (`application/offset+octet-stream`). */
  readonly accepts: 'json' | 'form' | 'multipart' | 'bytes';
  /** Requests per minute and net address, for public routes with effect or search. */
  readonly perMinute?: number;
  /** Becomes a WebSocket: also mounted where only sockets are served. */
  readonly socket?: boolean;
  /** Answers also a session that still lacks the second factor its roles demand: signing in, enrolling, signing out. Such an actor holds no grants. */
  readonly beforeSecondFactor?: boolean;
  /** Of a route with effect: answers also while the disk is nearly full (`Room`). For what writes next to nothing and must not wait: signing in and out, ending a session, a right that somebody uses. */
  readonly withoutRoom?: boolean;
  /** Of a public GET: pages of other sites may read it (CORS, never with credentials), answers carry an entity tag, and each asker has a limit of their own: a key's, or that of their address. */
  readonly elsewhere?: boolean;
  /** Of a public GET: under which keys its answer is kept in front of the program until an event purges one. Such an answer depends on the address alone: nobody is authenticated, and without `?language=` it speaks the county's first language. */
  keptUnder?(answer: never): readonly string[];
  handle(call: Call<never, never, never>): Promise<unknown>;
}

interface RouteDeclaration<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  method: Route['method'];
  path: string;
  ability: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  answer: A | null;
  answerType?: string;
  status?: Route['status'];
  refuses?: readonly string[];
  idempotency?: Route['idempotency'];
  accepts?: Route['accepts'];
  perMinute?: number;
  socket?: boolean;
  beforeSecondFactor?: boolean;
  withoutRoom?: boolean;
  elsewhere?: boolean;
  keptUnder?(answer: z.input<A>): readonly string[];
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<A> | Raw<Sendable> | void>;
}

/** Declares an endpoint. POST defaults to 201 with an idempotency key; everything else to 200 without. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  declared: RouteDeclaration<P, Q, B, A>,
): Route {
  const post = declared.method === 'POST';
  return {
    ...declared,
    answerType: declared.answerType ?? 'application/json',
    status: declared.status ?? (declared.answer === null ? 204 : post ? 201 : 200),
    refuses: declared.refuses ?? [],
    idempotency: declared.idempotency ?? (post ? 'key' : 'none'),
    accepts: declared.accepts ?? 'json',
    handle: (call) => declared.handle(call),
  };
}

/** What an answer's body may be; a stream where it is made while it is sent. */
export type Sendable = Buffer | string | Readable;

/** An answer that is not JSON: a file, a feed, a calendar. */
export class Raw<Body extends Sendable = Buffer | string> {
  readonly type: string;
  readonly body: Body;
  readonly headers: Record<string, string>;
  constructor(type: string, body: Body, headers: Record<string, string> = {}) {
    this.type = type;
    this.body = body;
    this.headers = headers;
  }
}
