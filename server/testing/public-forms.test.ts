import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testPlaceCode } from '#places/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '#portal';
import { openOrderDesk } from '#volunteering/testing';
import { CountyFiller } from './busy-county.ts';
import { ownerClient } from './index.ts';
import { modules } from '../modules.ts';

/** What a visitor meets at a public form. Reviewed by hand, as the permission table is. */
interface FormRow {
  /** A right form about things of the county. */
  send(things: Things): { readonly path: string; readonly form: Readonly<Record<string, string>> };
  /** What the own county answers: 303 for a form that is taken; 404 where there is no such page in a real county. */
  readonly own: 303 | 404;
  /** What the other county answers to the same words: it has none of these things. */
  readonly other: 404 | 422;
}

interface Things {
  readonly service: string;
  readonly place: string;
  readonly story: string;
  readonly code: string;
}

const order = ({ service, place }: Things, phone: string): Record<string, string> => ({
  service,
  name: '王阿姨',
  phone,
  place,
  address: '东头第二家',
  wishedOn: '2026-03-04',
  wishedPart: 'morning',
  note: '滴水',
  notify: 'sms',
  consent: 'yes',
  website: '',
});
const withoutNewsletter = (path: string): FormRow => ({ send: () => ({ path, form: {} }), own: 404, other: 404 });
const inDemonstration = (path: string): FormRow => ({ send: () => ({ path, form: {} }), own: 404, other: 404 });

const forms: Readonly<Record<string, FormRow>> = {
  '/orders/new': {
    send: (things) => ({ path: '/orders/new', form: order(things, '13800002345') }),
    own: 303,
    other: 422,
  },
  // A service of this name is offered in both counties; the place is not there.
  '/services/:slug/order': {
    send: (things) => ({ path: `/services/${things.service}/order`, form: order(things, '13800003456') }),
    own: 303,
    other: 422,
  },
  '/volunteer': {
    send: ({ place }) => ({
      path: '/volunteer',
      form: {
        name: '李青',
        phone: '13800004567',
        place,
        from: '19:00',
        to: '21:00',
        'day-2': 'yes',
        consent: 'yes',
        website: '',
      },
    }),
    own: 303,
    other: 422,
  },
  '/orders/:code/change': {
    send: ({ code }) => ({
      path: `/orders/${code}/change`,
      form: { wishedOn: '2026-03-05', wishedPart: 'any', lastFour: '1234' },
    }),
    own: 303,
    other: 404,
  },
  '/orders/:code/quiet': {
    send: ({ code }) => ({ path: `/orders/${code}/quiet`, form: { lastFour: '1234' } }),
    own: 303,
    other: 404,
  },
  '/orders/:code/cancel': {
    send: ({ code }) => ({ path: `/orders/${code}/cancel`, form: { lastFour: '1234' } }),
    own: 303,
    other: 404,
  },
  '/stories/:slug/report-error': {
    send: ({ story }) => ({
      path: `/stories/${story}/report-error`,
      form: { what: '限重写错了', quote: '', contact: '', website: '' },
    }),
    own: 303,
    other: 404,
  },
  // Of a county that sends one, in server/modules/channels/kinds/newsletter/newsletter.test.ts.
  '/subscribe': withoutNewsletter('/subscribe'),
  '/subscribe/confirm/:code': withoutNewsletter('/subscribe/confirm/unknown'),
  '/subscribe/choices/:token': withoutNewsletter('/subscribe/choices/unknown'),
  '/demonstration/story': inDemonstration('/demonstration/story'),
  '/demonstration/order': inDemonstration('/demonstration/order'),
  '/demonstration/people': inDemonstration('/demonstration/people'),
};
// Rated, settled or reopened only after a visit, appealed after a refusal, which the order's own journeys make (server/modules/portal/order-pages.test.ts, order-appeal.test.ts).
// Days are left out of an order that comes again alone (server/modules/portal/order-repeats.test.ts).
// Those of a kiosk are taken at a station's registered screen alone (kiosk.test.ts beside them).
const elsewhere = new Set([
  '/orders/:code/rating',
  '/orders/:code/days',
  '/orders/:code/appeal',
  '/orders/:code/reopen',
  '/orders/:code/settled',
  '/kiosk/start/:link',
  '/kiosk/services/:slug',
  '/kiosk/order',
]);

const submitting = modules.flatMap((module) => module.pages ?? []).filter((page) => page.submit !== undefined);

test('every public form has a reviewed row, and every row a form (A12, A17)', () => {
  assert.deepEqual([...Object.keys(forms), ...elsewhere].toSorted(), submitting.map((page) => page.path).toSorted());
});

test('a visitor may use every public form of the county, from its own pages alone, and none of its things in the other (A12, A17)', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const filled = await (await CountyFiller.open(county, 1)).fillPlace('village-1-1');
  const base = {
    service: 'taps-and-lights',
    place: testPlaceCode('village-1-1', 1),
    story: filled['published-slug'] ?? '',
    code: '',
  };
  const placed = await post(server, { path: '/orders/new', form: order(base, '13800001234') }, own);
  const things = { ...base, code: /\/orders\/([^/?]+)/.exec(placed.location)?.[1] ?? assert.fail(placed.location) };
  await using watching = await watch(county.database);
  const { rows } = watching;
  for (const [name, row] of Object.entries(forms)) {
    const sending = row.send(things);
    const before = await rows();
    for (const headers of [
      { host: 'one.test', origin: 'http://evil.test' },
      { host: 'one.test', origin: 'http://one.test', 'sec-fetch-site': 'cross-site' },
      { host: 'one.test', origin: 'null' },
      { host: 'one.test' },
    ])
      assert.equal((await post(server, sending, headers)).status, 403, `${name} from ${JSON.stringify(headers)}`);
    const foreign = await post(server, sending, { host: 'two.test', origin: 'http://two.test' });
    assert.equal(foreign.status, row.other, `${name} in the other county`);
    assert.deepEqual(await rows(), before, `${name}: what is refused changes nothing`);
    const taken = await post(server, sending, own);
    assert.equal(taken.status, row.own, `${name}: ${taken.text.slice(0, 300)}`);
    if (row.own === 303) assert.notDeepEqual(await rows(), before, `${name} has an effect`);
  }
});

/** What forms may change, counted. */
async function watch(database: string): Promise<{ rows(): Promise<unknown> } & AsyncDisposable> {
  const owner = await ownerClient(database);
  return {
    rows: async () =>
      (
        await owner.query(
          `select (select count(*) from volunteering.orders) as orders, (select count(*) from newsroom.error_reports) as reports, (select count(*) from platform.events) as events, (select count(*) from platform.audit) as audit`,
        )
      ).rows[0],
    [Symbol.asyncDispose]: () => owner.end(),
  };
}

const own = { host: 'one.test', origin: 'http://one.test' };

async function post(
  server: FastifyInstance,
  { path, form }: ReturnType<FormRow['send']>,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string; location: string }> {
  const answer = await server.inject({
    method: 'POST',
    url: path,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ key: randomUUID(), ...form }).toString(),
  });
  return { status: answer.statusCode, text: answer.body, location: String(answer.headers['location'] ?? '') };
}
