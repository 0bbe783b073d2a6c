import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk, refused } from '../testing.ts';

type Row = Record<string, unknown>;

test('a consent is given and taken back purpose by purpose, what follows follows at once, and every date stays', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const me = await county.personId('volunteer');
  const path = `/volunteers/${me}/consents`;
  const say = (purpose: string, given: boolean, as: 'volunteer' | 'coordinator' | 'volunteer-1-2' = 'volunteer') =>
    county.as(as).post(path, { purpose, given });
  const states = async (): Promise<unknown[]> =>
    ((await county.as('volunteer').get(path)).body['items'] as Row[]).map((one) => [
      one['purpose'],
      one['given'],
      (one['said'] as Row[]).map((said) => said['given']),
    ]);
  assert.deepEqual(await states(), [
    ['volunteering', true, []],
    ['home-visits', true, []],
  ]);
  assert.equal((await county.as('volunteer-1-2').get(path)).status, 404);
  assert.equal((await say('home-visits', false, 'volunteer-1-2')).status, 404);
  assert.equal((await say('volunteering', false, 'coordinator')).status, 403, 'nobody speaks for a grown-up');
  assert.equal((await say('minor', true)).status, 403, 'a guardian is heard at the station');

  // No homes: what was promised goes back, and nothing of the kind is offered.
  const id = await desk.taken();
  await desk.done(say('home-visits', false));
  await desk.done(say('home-visits', false));
  await county.deliver();
  assert.equal(await desk.state(id), 'accepted');
  const asked = await county
    .as('coordinator')
    .get(`/candidates?orderId=${id}&all=true&startsAt=2026-03-04T02:00:00.000Z`);
  const mine = (asked.body['items'] as Row[]).find((one) => one['personId'] === me);
  assert.deepEqual(mine?.['obstacles'], ['homes']);
  await desk.done(say('home-visits', true));

  // Not at all: an open offer ends, and whoever went by themselves comes back by themselves.
  const offered = await desk.dispatched(['volunteer'], { again: true });
  await desk.done(say('volunteering', false));
  await county.deliver();
  assert.equal(await desk.state(offered), 'accepted');
  assert.deepEqual(refused(await say('home-visits', false)), [409, 'WrongState']);
  await desk.done(say('volunteering', true));
  assert.deepEqual(await states(), [
    ['volunteering', true, [true, false]],
    ['home-visits', true, [true, false]],
  ]);
  const own = (await county.as('volunteer').get(`/volunteers/${me}`)).body;
  const change = { version: own['version'], bornOn: '2010-06-01', guardianAgreed: true };
  await desk.done(county.as('coordinator').patch(`/volunteers/${me}`, change));
  await desk.done(say('minor', false, 'coordinator'));
  assert.deepEqual((await states()).at(-1), ['minor', false, [false, true]], 'the form writes it down too');
  const now = (await county.as('coordinator').get(`/volunteers/${me}`)).body;
  await desk.done(county.as('coordinator').patch(`/volunteers/${me}`, { version: now['version'], state: 'left' }));
  assert.deepEqual(
    refused(await say('volunteering', true)),
    [409, 'WrongState'],
    'whoever was let go asks at the station',
  );
});
