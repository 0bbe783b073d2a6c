import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testPlaceCode } from '#places/testing';
import { buildServer } from '#platform/http/server';
import { openOrderDesk } from '#volunteering/testing';
import { portalOptions } from './options.ts';

interface Shown {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

/** A browser at the public site that keeps its cookies. */
class Screen {
  readonly #server: FastifyInstance;
  readonly #host: string;
  readonly cookies = new Map<string, string>();
  constructor(server: FastifyInstance, host = 'one.test') {
    this.#server = server;
    this.#host = host;
  }
  get(url: string): Promise<Shown> {
    return this.#ask('GET', url);
  }
  post(url: string, form: Record<string, string>): Promise<Shown> {
    return this.#ask('POST', url, new URLSearchParams({ key: randomUUID(), ...form }).toString());
  }
  async #ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<Shown> {
    const answer = await this.#server.inject({
      method,
      url,
      headers: {
        host: this.#host,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload ? { origin: `http://${this.#host}`, 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(payload ? { payload } : {}),
    });
    for (const { name, value, maxAge, httpOnly } of answer.cookies) {
      assert.ok(httpOnly, 'no script reads it');
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.statusCode, text: answer.body, location: String(answer.headers['location'] ?? '') };
  }
}

const filled = {
  name: '王阿姨',
  phone: '138 0000 1234',
  place: testPlaceCode('village-1-1', 1),
  address: '东头第二家',
  wishedOn: '2026-03-04',
  wishedPart: 'morning',
  note: '滴水',
  consent: 'yes',
  website: '',
};

test('whoever keeps a station registers its screen once, residents order at it, and no code stands in an address (A8)', async () => {
  await using desk = await openOrderDesk();
  const { county, stationId } = desk;
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const keeper = county.as('station-keeper');
  const path = `/stations/${stationId}/kiosks`;
  assert.equal((await county.as('volunteer').post(path, { name: '门口' })).status, 403);
  const made = (await desk.done(keeper.post(path, { name: '门口' }))).body;
  const start = new URL(String(made['href'])).pathname;
  const screen = new Screen(server);
  assert.equal((await screen.get('/large/kiosk')).status, 403, 'any other screen is none');
  assert.match((await screen.get(start)).text, /服务所/);
  assert.equal((await new Screen(server, 'two.test').get(start)).text.includes('用过了'), true, 'of another county');
  assert.equal((await screen.post(start, {})).location, '/large/kiosk');
  const second = new Screen(server);
  assert.equal((await second.post(start, {})).status, 409, 'the link works once');
  assert.equal(second.cookies.size, 0);
  assert.equal((await screen.get('/kiosk')).location, '/large/kiosk', 'in large type always');
  const home = (await screen.get('/large/kiosk')).text;
  assert.match(home, /120[\s\S]*<h1[\s\S]*0000-1212345[\s\S]*周一至周六 8:30 到 17:30/);
  assert.doesNotMatch(
    home,
    /href="(?!\/(?:en\/)?large\/kiosk|#|\/assets|data:|\/apple|\/large\/manifest)/,
    'nothing leads away',
  );
  assert.match((await screen.get('/en/large/kiosk')).text, /Ask for help/);
  assert.match((await screen.get('/large/kiosk/services')).text, /\/large\/kiosk\/services\/taps-and-lights/);

  const form = '/large/kiosk/services/taps-and-lights';
  const wrong = await screen.post(form, { ...filled, phone: '138' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /autocomplete="off"[\s\S]*value="王阿姨"/);
  const unasked = await screen.post(form, { ...filled, forWhom: 'parent', servedName: '李奶奶' });
  assert.match(unasked.text, /要先问过对方/);
  const placed = await screen.post(form, filled);
  assert.equal(placed.location, '/large/kiosk/slip', placed.text.slice(0, 500));
  const slip = (await screen.get(placed.location)).text;
  const code = /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/.exec(slip)?.[0] ?? assert.fail(slip.slice(0, 2_000));
  assert.ok(slip.includes('暗语') && !slip.includes('王阿姨'));
  assert.ok(![...screen.cookies.values()].some((value) => value.includes(code.replaceAll(' ', ''))));
  await screen.get('/large/kiosk');
  assert.equal((await screen.get('/large/kiosk/slip')).location, '/large/kiosk', 'forgotten at the beginning');

  const [order] = (await county.as('coordinator').get('/orders')).body['items'] as { id: string; channel: string }[];
  const view = (await county.as('coordinator').get(`/orders/${order?.id}`)).body;
  assert.deepEqual([order?.channel, (view['kioskAt'] as { en: string }).en], ['kiosk', 'Service Station']);

  assert.match((await screen.post('/large/kiosk/order', { code: '7K3M9QWF2HXRC' })).text, /没有这张单子/);
  assert.equal((await screen.post('/large/kiosk/order', { code: code.toLowerCase() })).location, '/large/kiosk/status');
  const status = (await screen.get('/large/kiosk/status')).text;
  assert.ok(status.includes(code) && !status.includes('href="tel:'));
  assert.equal(
    (await screen.get('/large/kiosk/slip')).location,
    '/large/kiosk',
    'a code shows the state, not the words',
  );
  county.clock.advance({ minutes: 6 });
  assert.equal((await screen.get('/large/kiosk/status')).location, '/large/kiosk/order', 'five minutes at most');

  const [line] = (await keeper.get(path)).body['items'] as { id: string; startedAt: string | null }[];
  assert.ok(line?.startedAt);
  assert.equal((await desk.done(keeper.delete(`${path}/${line.id}`))).body['total'], 0);
  assert.equal((await screen.get('/large/kiosk')).status, 403);
  assert.equal((await screen.post(form, { ...filled, phone: '13800005678' })).status, 403);
  const late = (await desk.done(keeper.post(path, { name: '窗口旁' }))).body;
  county.clock.advance({ minutes: 31 });
  assert.match((await screen.get(new URL(String(late['href'])).pathname)).text, /用过了/);
});
