import { openTestSession } from '#access/testing';
import type { CastName } from '#access/testing';
import type { Answer, RequestOptions, TestWorld } from './world.ts';

/** How one of the cast comes to a request. */
export interface AsOptions {
  county?: 1 | 2;
  assurance?: 1 | 2;
}

/** A browser in which one of the cast is signed in. Its session is stepped up, and opened anew when the test has moved the clock. */
export class CastClient {
  readonly name: string;
  readonly countyId: 1 | 2;
  readonly #world: TestWorld;
  readonly #assurance: 1 | 2;
  #cookie = '';
  #openedAt = Number.NEGATIVE_INFINITY;

  constructor(world: TestWorld, name: CastName, options: AsOptions = {}) {
    this.#world = world;
    this.name = name;
    this.countyId = options.county ?? 1;
    this.#assurance = options.assurance ?? 2;
  }

  get(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.#ask('GET', path, undefined, options);
  }
  post(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.#ask('POST', path, body, options);
  }
  put(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.#ask('PUT', path, body, options);
  }
  patch(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.#ask('PATCH', path, body, options);
  }
  delete(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.#ask('DELETE', path, body, options);
  }

  /** The cookie line of the present session, for requests made by hand. */
  async cookie(): Promise<string> {
    const now = this.#world.app.clock.now().getTime();
    if (Math.abs(now - this.#openedAt) > 60_000) {
      this.#cookie = await this.#world.inCounty(
        (ctx) => openTestSession(ctx, this.name, this.#assurance),
        this.countyId,
      );
      this.#openedAt = now;
    }
    return this.#cookie;
  }

  async #ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    options: RequestOptions,
  ): Promise<Answer> {
    const host = this.countyId === 1 ? 'one.test' : 'two.test';
    return this.#world.request(method, `/api/v1${path}`, body, { host, cookie: await this.cookie(), ...options });
  }
}
