import type { Answer, RequestOptions, TestWorld } from '#testing';

/** A browser that keeps its cookie as a real one does. For tests of signing in. */
export class Browser {
  readonly #world: TestWorld;
  readonly #host: string;
  /** The cookie line, or empty. */
  cookie = '';

  constructor(world: TestWorld, host = 'one.test') {
    this.#world = world;
    this.#host = host;
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options: RequestOptions = {},
  ): Promise<Answer> {
    const answer = await this.#world.request(method, `/api/v1${path}`, body, {
      host: this.#host,
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...options,
    });
    const set = answer.headers['set-cookie'];
    if (set) this.cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '');
    return answer;
  }
  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }
  post(path: string, body?: unknown, options?: RequestOptions): Promise<Answer> {
    return this.ask('POST', path, body, options);
  }
}
