import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate as soon } from 'node:timers/promises';
import { registerTsxHook } from '../server/platform/tsx-hook.ts';
import { sampleFrame } from './samples/frame.ts';

registerTsxHook();
const { render, speakAlso } = await import('./index.tsx');

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

/** A page as it is sent, in a language or under the tag of a further one. */
function documentIn(tag: string, words: string): string {
  const language = tag === 'zh-CN' ? tag : 'en';
  const frame = { ...sampleFrame(language, 'normal', '/x', { styles: [], islands: {} }), tag };
  return render({ view: 'portal/error', frame, props: { status: 418, code: 'x', text: words, requestId: null } });
}

// Half past midnight in the county, the day before by UTC.
const fetchedAt = 'Sun, 22 Nov 2026 16:30:00 GMT';
const html = (words: string, language = 'zh-CN'): Response =>
  new Response(documentIn(language, words), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      date: fetchedAt,
    },
  });

speakAlso('cy', { shell: { kept: (time: string) => `Dim rhwydwaith: ${time}.` } });

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
  const visit = (path = '/stories/bridge'): Promise<Response> =>
    new Promise((done) => {
      const request = { url: `http://one.test${path}`, method: 'GET', mode: 'navigate' };
      listeners.get('fetch')?.({
        request,
        waitUntil: (work) => under.push(work),
        respondWith: (answer) => done(answer),
      });
    });
  const words = async (shown: Promise<Response>): Promise<string> => (await shown).text();
  const arrives = async (words: string, language = 'zh-CN'): Promise<void> => {
    await soon();
    answers.shift()?.(html(words, language));
    await Promise.all(under.splice(0));
  };

  const first = visit();
  await arrives('限重十吨');
  assert.match(await words(first), /限重十吨/);
  const slow = visit();
  await soon();
  mock.timers.tick(5_000);
  assert.match(await words(slow), /现在没有网，这是<time>2026年11月23日 00:30<\/time>存下的.*限重十吨/s);
  await arrives('限重十二吨');
  const third = visit();
  await soon();
  mock.timers.tick(5_000);
  assert.match(await words(third), /限重十二吨/, 'what came late was kept');

  await arrives('限重十二吨');
  const said = {
    en: /No network\. This is the page as of <time>23 November 2026 at 00:30<\/time>/,
    cy: /Dim rhwydwaith: <time>23/,
  };
  for (const [language, kept] of Object.entries(said)) {
    const read = visit(`/${language}/stories/bridge`);
    await arrives('limit', language);
    assert.doesNotMatch(await words(read), kept, 'what just came is of today');
    const again = visit(`/${language}/stories/bridge`);
    await soon();
    mock.timers.tick(5_000);
    assert.match(await words(again), kept, 'in the words of the page, by the clock of the county');
    await arrives('limit', language);
  }
});
