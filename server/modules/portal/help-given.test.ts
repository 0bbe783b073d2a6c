import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { openOrderDesk } from '#volunteering/testing';
import { portalOptions } from './options.ts';

test('the public page gives counts of ten and more only, counted anew every night, in both languages', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const rows = async (path: string): Promise<string[]> => {
    const { body } = await server.inject({ method: 'GET', url: path, headers: { host: 'one.test' } });
    return [...body.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td>/g)].map((row) =>
      row.slice(2).join(' '),
    );
  };
  let phone = 13_800_002_000;
  const help = async (times: number, village: 'village-1-1' | 'village-2-1'): Promise<void> => {
    for (let made = 0; made < times; made += 1) {
      const contacts = [{ name: '王阿姨', phone: String((phone += 1)) }];
      const typed = { placeId: county.placeId(village), contacts, again: true };
      const placed = await desk.done(desk.place(typed, 'coordinator'));
      const answer = { verdict: 'help', reason: '当面办好了' };
      await desk.done(county.as('coordinator').post(`/orders/${String(placed.body['orderId'])}/triages`, answer));
    }
  };
  await help(10, 'village-1-1');
  await help(9, 'village-2-1');
  const [kind, first, second, ...others] = await rows('/help-given');
  assert.deepEqual(
    [kind, first, second],
    ['19 19', '十回以上 十回以上', '不到十回 不到十回'],
    'one hidden town beside an open sum: its neighbour is not said exactly',
  );
  assert.ok(others.every((row) => row === '不到十回 不到十回'));
  assert.equal((await rows('/en/help-given'))[2], 'under 10 under 10');
  await help(1, 'village-2-1');
  county.clock.advance({ days: 1 });
  assert.deepEqual((await rows('/help-given')).slice(0, 3), ['20 20', '10 10', '10 10']);
  const services = await server.inject({ method: 'GET', url: '/services', headers: { host: 'one.test' } });
  assert.match(services.body, /href="\/help-given"/);
});
