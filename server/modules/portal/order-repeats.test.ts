import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testPlaceCode } from '#places/testing';
import { buildServer } from '#platform/http/server';
import { openOrderDesk } from '#volunteering/testing';
import type { OrderDesk } from '#volunteering/testing';
import { portalOptions } from './options.ts';

interface Shown {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

async function siteOf(desk: OrderDesk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  await server.ready();
  const ask = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>): Promise<Shown> => {
    const answer = await server.inject({
      method,
      url,
      headers: { host: 'one.test', origin: 'http://one.test', 'content-type': 'application/x-www-form-urlencoded' },
      ...(form ? { payload: new URLSearchParams({ key: randomUUID(), ...form }).toString() } : {}),
    });
    return { status: answer.statusCode, text: answer.body, location: String(answer.headers['location'] ?? '') };
  };
  return {
    get: (url: string) => ask('GET', url),
    post: (url: string, form: Record<string, string>) => ask('POST', url, form),
  };
}

const filled = (more: Record<string, string> = {}): Record<string, string> => ({
  service: 'taps-and-lights',
  name: '王阿姨',
  phone: '138 0000 1234',
  place: testPlaceCode('village-1-1', 1),
  address: '东头第二家',
  wishedOn: '2026-03-03',
  wishedPart: 'morning',
  consent: 'yes',
  website: '',
  ...more,
});
const tuesdays = { repeat: 'weekly', repeatTimes: '４次' };
const daughter = { contactName2: '小李', contactPhone2: '138 0000 5678', 'told2-arrived': 'yes', contactsAgree: 'yes' };
const pathOf = (location: string): string => /(\/orders\/[^/?]+)/.exec(location)?.[1] ?? assert.fail(location);
const idsIn = async ({ county }: OrderDesk, query = ''): Promise<string[]> =>
  ((await county.as('coordinator').get(`/orders${query}`)).body['items'] as { id: string }[]).map(({ id }) => id);

/** Days of a page, in order, each with what stands beside it. */
const daysIn = (text: string): string[] =>
  [...(/<ul class="days[^"]*">([\s\S]*?)<\/ul>/.exec(text)?.[1] ?? '').matchAll(/<li>([\s\S]*?)<\/li>/g)].map(
    ([, day]) => day?.replace(/<[^>]*>|（.*?）/g, '') ?? '',
  );

test('a resident orders every Tuesday on the form: slip and page say each day, nothing follows before the station agrees, and days are left out by the code', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const site = await siteOf(desk);
  for (const [path, fold] of [
    ['/orders/new', '要定期来'],
    ['/large/services/taps-and-lights/order', '要定期来'],
    ['/en/orders/new', 'It should come again'],
  ] as const)
    assert.match(
      (await site.get(path)).text,
      new RegExp(`<details class="further"><summary>${fold}`),
      `${path}: folded`,
    );
  const placed = await site.post('/orders/new', filled(tuesdays));
  assert.equal(placed.status, 303, placed.text.slice(0, 2_000));
  const slip = (await site.get(placed.location)).text;
  assert.deepEqual(daysIn(slip), ['3月3日上午', '3月10日上午', '3月17日上午', '3月24日上午']);
  const path = pathOf(placed.location);
  const page = async (): Promise<string> => (await site.get(path)).text;
  assert.match(await page(), /站里接了这一张，后面的才接着排/);
  assert.match(await page(), /href="[^"]*\/days"/);

  county.clock.advance({ days: 2 });
  await county.tick('volunteering.series');
  const [id] = await idsIn(desk);
  assert.equal((await idsIn(desk)).length, 1, 'nobody has agreed yet');
  const keeper = county.as('station-keeper');
  const { body: order } = await keeper.get(`/orders/${id}`);
  const series = `/order-series/${String(order['seriesId'])}`;
  assert.equal((await keeper.get(series)).body['waits'], true);
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'accept' }));
  await county.tick('volunteering.series');
  assert.equal((await idsIn(desk)).length, 2);
  assert.equal((await keeper.get(series)).body['waits'], false);
  assert.deepEqual(daysIn(await page()), [
    '3月3日上午：就是这一张',
    '3月10日上午：站里正在安排',
    '3月17日上午：到时候安排',
    '3月24日上午：到时候安排',
  ]);

  const leave = (on: string, which: string, lastFour = '1234') => site.post(`${path}/days`, { on, which, lastFour });
  assert.equal((await site.get(`${path}/cancel`)).location, `${path}/days`, 'which days, one says first');
  assert.equal((await leave('2026-03-10', 'one', '9999')).status, 403);
  assert.equal((await leave('2026-03-11', 'one')).status, 400, 'no day of it');
  assert.equal((await leave('2026-03-10', 'one')).location, `${path}?just=left-out`);
  assert.equal((await leave('2026-03-24', 'from')).location, `${path}?just=left-out`);
  assert.deepEqual(
    daysIn(await page()).map((day) => day.split('：')[1]),
    ['就是这一张', '这次不来', '到时候安排', '这次不来'],
  );
  assert.equal((await idsIn(desk, '?state=cancelled')).length, 1);
  county.clock.advance({ days: 8 });
  await county.tick('volunteering.series');
  assert.equal((await idsIn(desk)).length, 3, 'the 17th, and no other');
});

test('what of a repetition or of further people is missing is said at its field, with everything typed still there', async () => {
  await using desk = await openOrderDesk();
  const site = await siteOf(desk);
  const wrong: [Record<string, string>, string, RegExp][] = [
    [{ ...tuesdays, wishedOn: '' }, 'wishedOn', /先选头一次是哪一天/],
    [{ repeat: 'weekly' }, 'repeatTimes', /填一样就行/],
    [{ ...tuesdays, repeatUntil: '2026-03-31' }, 'repeatTimes', /填一样就行/],
    [{ repeat: 'weekly', repeatTimes: '1' }, 'repeatTimes', /2 到 27 次/],
    [{ repeat: 'weekly', repeatTimes: '很多' }, 'repeatTimes', /2 到 27 次/],
    [{ repeat: 'monthly', repeatTimes: '8' }, 'repeatTimes', /最多定半年/],
    [{ repeat: 'weekly', repeatUntil: '2027-03-02' }, 'repeatUntil', /最多定半年/],
    [{ repeat: 'weekly', repeatUntil: '2026-03-05' }, 'repeatUntil', /只来得了一次/],
    [{ contactName2: '小李' }, 'contactPhone2', /要填/],
    [{ ...daughter, 'told2-arrived': '' }, 'told2-booked', /勾一样/],
    [{ ...daughter, contactsAgree: '' }, 'contactsAgree', /同意了才能告诉/],
    [
      { contactName3: '小李', contactPhone3: '12', 'told3-done': 'yes', contactsAgree: 'yes' },
      'contactPhone3',
      /号码|电话/,
    ],
  ];
  for (const [more, field, words] of wrong) {
    const form = Object.fromEntries(Object.entries(filled(more)).filter(([, value]) => value !== ''));
    const { status, text } = await site.post('/orders/new', form);
    assert.deepEqual([status, text.includes(`#f-${field}"`), text.includes('王阿姨')], [422, true, true], field);
    assert.match(text, words);
    assert.match(text, new RegExp(`aria-describedby="f-${field}-problem`), 'told with its field');
    assert.match(text, /<details class="further" open/, 'unfolded where something is wrong');
  }
  assert.equal((await idsIn(desk)).length, 0);
});

test('further people are told by SMS what was ticked and nothing else, and may change nothing', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const site = await siteOf(desk);
  const path = pathOf((await site.post('/orders/new', filled(daughter))).location);
  const keeper = county.as('station-keeper');
  const [id] = await idsIn(desk);
  const looked = (await desk.done(keeper.post(`/orders/${id}/looks`, { what: 'contact' }))).body;
  assert.deepEqual(
    (looked['contacts'] as { name: string; told: string[] }[]).map(({ name, told }) => [name, told]),
    [
      ['王阿姨', ['everything']],
      ['小李', ['visit']],
    ],
  );
  const notices = (await keeper.get(`/orders/${id}/notices`)).body['items'] as Record<string, unknown>[];
  assert.deepEqual(
    notices.map((one) => [one['position'], one['channel'], one['purposes']]),
    [[2, 'sms', ['arrived']]],
  );
  assert.equal((await site.post(`${path}/cancel`, { lastFour: '5678' })).status, 403);
});

test('one telephone has two things that come again at a time, and what was refused is none of them (A30)', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const site = await siteOf(desk);
  const order = async (wishedOn: string): Promise<Shown> =>
    site.post('/orders/new', filled({ repeat: 'weekly', repeatTimes: '3', wishedOn }));
  assert.deepEqual([(await order('2026-03-03')).status, (await order('2026-03-04')).status], [303, 303]);
  const third = await order('2026-03-05');
  assert.deepEqual([third.status, third.text.includes('0000-1212345')], [409, true], 'whom to ring');
  assert.equal((await idsIn(desk)).length, 2, 'and no order without its days');
  const once = await site.post('/orders/new', filled({ wishedOn: '2026-03-05' }));
  assert.equal(once.status, 303);
  const [, , first] = await idsIn(desk, '?sort=newest');
  await desk.done(
    county.as('station-keeper').post(`/orders/${first}/triages`, { verdict: 'refuse', reason: '没有人' }),
  );
  assert.equal((await order('2026-03-06')).status, 303);
  county.clock.advance({ days: 20 });
  await county.tick('volunteering.series');
  assert.equal((await idsIn(desk, '?sort=newest')).length, 4, 'nothing came of any that nobody agreed to');
});
