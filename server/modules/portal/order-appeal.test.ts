import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { openOrderDesk, refused } from '#volunteering/testing';
import { portalOptions } from './options.ts';

test('a refusal is appealed once from the page of the order and answered by somebody else than who refused, and a finished visit is done again', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const post = async (url: string, form: Record<string, string>): Promise<[number, string]> => {
    const answer = await server.inject({
      method: 'POST',
      url,
      headers: { host: 'one.test', origin: 'http://one.test', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ key: randomUUID(), ...form }).toString(),
    });
    return [answer.statusCode, String(answer.headers['location'] ?? '')];
  };
  const page = async (url: string): Promise<string> =>
    (await server.inject({ method: 'GET', url, headers: { host: 'one.test' } })).body;
  const keeper = county.as('station-keeper');
  const coordinator = county.as('coordinator');
  const { id, code } = await desk.placed();
  const at = `/orders/${code.replaceAll(' ', '')}`;
  const said = { said: '家里没有人会修', lastFour: '1234' };
  assert.equal((await post(`${at}/appeal`, said))[0], 409, 'it is not refused');
  await desk.done(keeper.post(`/orders/${id}/triages`, { verdict: 'refuse', reason: '没有零件' }));
  assert.match(await page(at), /appeal/);
  assert.equal((await post(`${at}/appeal`, { ...said, lastFour: '9999' }))[0], 403);
  assert.deepEqual(await post(`${at}/appeal`, said), [303, `${at}?just=appealed`]);
  assert.equal((await post(`${at}/appeal`, said))[0], 409, 'once');
  assert.doesNotMatch(await page(at), /家里没有人会修|href="[^"]*\/appeal"/);
  await county.deliver();
  const waits = async (who: typeof keeper): Promise<boolean> =>
    (await who.get('/me/waiting')).text.includes('order-appeal');
  assert.deepEqual([await waits(keeper), await waits(coordinator)], [false, true]);
  const granted = { verdict: 'granted', reason: '别的站有零件' };
  assert.deepEqual(refused(await keeper.post(`/orders/${id}/appeal-answers`, granted)), [403, 'OwnRefusal']);
  await desk.done(coordinator.post(`/orders/${id}/appeal-answers`, granted));
  assert.deepEqual(refused(await coordinator.post(`/orders/${id}/appeal-answers`, granted)), [409, 'AlreadyAnswered']);
  assert.equal(await desk.state(id), 'accepted');
  assert.match(await page(at), /别的站有零件/);

  assert.equal((await post(`${at}/reopen`, { ...said, said: '又漏了' }))[0], 409, 'nobody has been there');
  await desk.done(
    coordinator.post(`/orders/${id}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: await county.personId('volunteer') }],
      startsAt: '2026-03-04T02:00:00.000Z',
    }),
  );
  await desk.done(
    county.as('volunteer').post(`/offers/${await desk.offerTo('volunteer')}/answers`, { answer: 'accept' }),
  );
  county.clock.set('2026-03-04T02:00:00.000Z');
  const visit = await desk.visitOf(id);
  await desk.done(county.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
  county.clock.advance({ minutes: 50 });
  await desk.done(county.as('volunteer').post(`/visits/${visit}/completions`, {}));
  await desk.done(keeper.post(`/orders/${id}/confirmations`, {}));
  assert.deepEqual(await post(`${at}/reopen`, { ...said, said: '又漏了' }), [303, `${at}?just=reopened`]);
  const order = await coordinator.get(`/orders/${id}`);
  assert.deepEqual([order.body['state'], order.body['confirmedAt'], order.body['reopened']], ['accepted', null, 1]);
  assert.match(String(order.body['note']), /又漏了/, 'for whoever comes, and erased with the note');
  const history = (await coordinator.get(`/orders/${id}/history`)).text;
  assert.match(history, /在网页上说要再来一次/);
  assert.doesNotMatch(history, /又漏了/, 'what stands for ever holds no word of theirs');
  assert.ok(Date.parse(String(order.body['dueAt'])) > county.clock.now().getTime(), 'the time begins anew');
  assert.equal((await county.as('volunteer').get('/hours?mine=true')).body['total'], 1, 'the visit that was stays');
});
