import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrderDesk } from '#volunteering/testing';

interface Line {
  act: string;
  actorName: string | null;
}
const items = (answer: { body: Record<string, unknown> }): Line[] => answer.body['items'] as Line[];

test('“who looked at this address?” is answered by the code on the slip, by the person, and by the place', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const { id, code } = await desk.placed();
  const keeper = county.as('station-keeper');
  await desk.done(keeper.post(`/orders/${id}/looks`, { what: 'address' }));
  const auditor = county.as('auditor');
  const ask = async (query: string): Promise<Line[]> => {
    const answer = await auditor.get(`/audit?${query}`);
    assert.equal(answer.status, 200, answer.text);
    return items(answer);
  };
  const looks = await ask(`orderCode=${encodeURIComponent(code)}&act=order.see-address`);
  assert.deepEqual(
    looks.map((line) => line.actorName),
    ['station-keeper'],
  );
  assert.equal((await ask(`orderCode=${encodeURIComponent(code)}`)).length > 1, true, 'everything done to the order');
  assert.deepEqual(await ask('orderCode=AAAAAAAAAAAAA'), [], 'a code that nobody has');
  const person = await county.personId('station-keeper');
  assert.ok((await ask(`personId=${person}`)).some((line) => line.act === 'order.see-address'));
  assert.deepEqual(
    (await ask(`personId=${await county.personId('volunteer')}&act=order.see-address`)).length,
    0,
    'not theirs',
  );
  assert.equal((await ask(`placeId=${county.placeId('town-1')}&act=order.see-address`)).length, 1);
  assert.equal((await ask(`placeId=${county.placeId('town-2')}&act=order.see-address`)).length, 0);
  assert.equal((await auditor.get(`/audit?placeId=${county.placeId('town-1', 2)}`)).status, 404, 'another county’s');
});
