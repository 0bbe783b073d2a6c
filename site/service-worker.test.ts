import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate as soon } from 'node:timers/promises';

type Listener = (event: {
  readonly request: { readonly url: string; readonly method: string; readonly mode: string };
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}) => void;

/** A browser's cache, by address alone. */
class Shelf {
  readonly #kept = new Map<string, Response>();
  #nameOf = (request: string | { url: string }): string =>
    new URL(typeof request === 'string' ? request : request.url, 'http://one.test').href;
  match = async (request: string | { url: string }): Promise<Response | undefined> =>
    this.#kept.get(this.#nameOf(request))?.clone();
  put = async (request: string | { url: string }, answer: Response): Promise<void> =>
    void this.#kept.set(this.#nameOf(request), answer);
  delete = async (request: string | { url: string }): Promise<boolean> => this.#kept.delete(this.#nameOf(request));
  keys = async (): Promise<{ url: string }[]> => [...this.#kept.keys()].map((url) => ({ url }));
}

const html = (words: string): Response =>
  new Response(`<html lang="zh-CN"><main id="text">${words}</main>`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      date: new Date().toUTCString(),
    },
  });

test('over a slow line the page of the last time is shown with its time, and what comes late is there the next time', async () => {
  const listeners = new Map<string, Listener>();
  const shelves = new Map<string, Shelf>();
  const open = async (name: string): Promise<Shelf> => {
    const shelf = shelves.get(name) ?? new Shelf();
    shelves.set(name, shelf);
    return shelf;
  };
  const addEventListener = (type: string, listener: Listener): void => void listeners.set(type, listener);
  Object.assign(globalThis, { self: { addEventListener }, caches: { open }, location: new URL('http://one.test/') });
  const answers: ((answer: Response) => void)[] = [];
  mock.method(globalThis, 'fetch', (asked: string | { url: string }) =>
    typeof asked === 'string' ? Promise.resolve(html('')) : new Promise<Response>((done) => answers.push(done)),
  );
  await import('./service-worker.ts');
  mock.timers.enable({ apis: ['setTimeout'] });

  const under: Promise<unknown>[] = [];
  const visit = (): Promise<Response> =>
    new Promise((done) => {
      const request = { url: 'http://one.test/stories/bridge', method: 'GET', mode: 'navigate' };
      listeners.get('fetch')?.({
        request,
        waitUntil: (work) => under.push(work),
        respondWith: (answer) => done(answer),
      });
    });
  const words = async (shown: Promise<Response>): Promise<string> => (await shown).text();
  const arrives = async (words: string): Promise<void> => {
    await soon();
    answers.shift()?.(html(words));
    await Promise.all(under.splice(0));
  };

  const first = visit();
  await arrives('限重十吨');
  assert.match(await words(first), /限重十吨/);
  const slow = visit();
  await soon();
  mock.timers.tick(5_000);
  assert.match(await words(slow), /现在没有网.*限重十吨/);
  await arrives('限重十二吨');
  const third = visit();
  await soon();
  mock.timers.tick(5_000);
  assert.match(await words(third), /限重十二吨/, 'what came late was kept');
});
