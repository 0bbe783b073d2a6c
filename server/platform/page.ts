import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { Raw } from './http/route.ts';
import type { Readable } from 'node:stream';
import type { Ctx } from './transaction.ts';

/** What a page's `load` is given. `path` and `params` are without the language and edition prefixes. */
export interface PageCall {
  readonly ctx: Ctx;
  readonly actor: Actor;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly edition: 'normal' | 'large';
  readonly request: FastifyRequest;
}

/** What a page's `submit` is given besides. `key` is the form's idempotency key; it scopes the guest. */
export interface FormCall extends PageCall {
  readonly form: Readonly<Record<string, string>>;
  readonly key: string;
}

/** Props for the view with the cache keys they depend on; a redirect (path without prefixes; its `headers` go with the first answer only, for they are not stored); another body (a feed), or a file. */
export type PageAnswer =
  | {
      readonly props: unknown;
      readonly keys?: readonly string[];
      readonly staleAt?: Date | null;
      readonly status?: number;
      readonly view?: string;
    }
  | {
      readonly redirect: string;
      readonly status?: 302 | 303 | 301;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A file that is read while it is sent, or a part of it; never kept. */
  | { readonly stream: Raw<Readable>; readonly status: number }
  | { readonly raw: Raw; readonly keys?: readonly string[]; readonly staleAt?: Date | null };

/** A public page: mounted, rendered and cached by the portal; `load` and `submit` belong to the noun's module. */
export interface Page {
  /** Such as `/stories/:slug`; the portal serves it under /, /en, /large and /en/large. */
  readonly path: string;
  /** Name of the view in site/. */
  readonly view: string;
  /** Pages with a posting form are rendered for each request and never stored. */
  readonly cached: boolean;
  /** Query keys the page knows; others are ignored and do not enter the cache key. */
  readonly query?: readonly string[];
  readonly perMinute?: number;
  /** Its form is taken also while the disk is nearly full (`Room`): it lets somebody in, or out of something. */
  readonly withoutRoom?: boolean;
  /** Only reads; of a cached page from the replica where there is one, and then perhaps once more from the primary. */
  load(call: PageCall): Promise<PageAnswer>;
  submit?(call: FormCall): Promise<PageAnswer>;
}
