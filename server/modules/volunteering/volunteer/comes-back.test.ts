import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestApplication, openOrderDesk, refused } from '../testing.ts';
import type { OrderDesk } from '../testing.ts';

type Row = Record<string, unknown>;
type Who = 'volunteer' | 'coordinator';

async function change(desk: OrderDesk, as: Who, state: string) {
  const path = `/volunteers/${await desk.county.personId('volunteer')}`;
  const { version } = (await desk.county.as('coordinator').get(path)).body;
  return desk.county.as(as).patch(path, { version, state });
}

/** What the audit says of them, oldest first. */
async function acts(desk: OrderDesk): Promise<string[]> {
  const me = await desk.county.personId('volunteer');
  const { body } = await desk.county.as('auditor').get('/audit?noun=person&limit=100');
  return (body['items'] as { act: string; subjectId: string }[])
    .filter((one) => one.subjectId === me && one.act.startsWith('volunteer.'))
    .map(({ act }) => act.slice('volunteer.'.length))
    .toReversed();
}

/** Whether a visit may be offered to the volunteer. */
async function obstacles(desk: OrderDesk): Promise<unknown> {
  const me = await desk.county.personId('volunteer');
  return (await desk.county.as('coordinator').get(`/volunteers/${me}`)).body['state'];
}

test('nobody comes back as a volunteer against a consent that was taken back, nor by themselves once they were let go', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const consents = `/volunteers/${await county.personId('volunteer')}/consents`;
  const say = (given: boolean) => county.as('volunteer').post(consents, { purpose: 'volunteering', given });
  await desk.done(say(false));
  assert.deepEqual(refused(await change(desk, 'coordinator', 'active')), [409, 'ConsentTakenBack']);
  assert.deepEqual(refused(await change(desk, 'volunteer', 'active')), [409, 'WrongState']);
  await desk.done(say(true));
  assert.equal(await obstacles(desk), 'active');

  // Leaving by their own word stands in the ledger and in the audit, whichever way it was said.
  await desk.done(change(desk, 'volunteer', 'left'));
  assert.deepEqual(await acts(desk), ['take-consent-back', 'give-consent', 'take-consent-back']);
  const [said] = (await county.as('volunteer').get(consents)).body['items'] as { given: boolean; said: Row[] }[];
  assert.deepEqual([said?.given, said?.said.map(({ given }) => given)], [false, [false, true, false]]);
  await desk.done(say(true));

  // Let go by whoever keeps volunteers: only they take somebody in again.
  await desk.done(change(desk, 'coordinator', 'left'));
  for (const state of ['active', 'paused'])
    assert.deepEqual(refused(await change(desk, 'volunteer', state)), [409, 'WrongState']);
  await desk.done(change(desk, 'coordinator', 'active'));
  assert.equal(await obstacles(desk), 'active');
  assert.deepEqual((await acts(desk)).slice(3), ['give-consent', 'change', 'change'], 'no consent of theirs');
});

test('a guardian’s word is one act in the audit, whether it is typed in as a consent or with the papers', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const path = `/volunteers/${await county.personId('volunteer')}`;
  const { version } = (await county.as('coordinator').get(path)).body;
  const papers = { version, bornOn: '2010-06-01', guardianAgreed: true };
  await desk.done(county.as('coordinator').patch(path, papers));
  await desk.done(county.as('coordinator').post(`${path}/consents`, { purpose: 'minor', given: false }));
  assert.deepEqual(await acts(desk), ['give-consent', 'change', 'take-consent-back']);
});

test('whoever had left and asks again by the form is taken in again, with their number and hours', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const me = await county.personId('volunteer');
  const read = async (): Promise<Row> => (await county.as('coordinator').get(`/volunteers/${me}`)).body;
  const before = await read();
  const consents = `/volunteers/${me}/consents`;
  await desk.done(county.as('volunteer').post(consents, { purpose: 'volunteering', given: false }));
  const id = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const made = await addTestApplication(tx, county.placeId('village-1-2'), '13900000000');
      await tx.client.query(
        'update volunteering.applications a set name = p.name, phone = p.phone from people.persons p where a.county_id = $1 and a.id = $2 and p.county_id = $1 and p.id = $3',
        [tx.countyId, made, me],
      );
      return made;
    }),
  );
  const answer = { verdict: 'taken-in' };
  await desk.done(county.as('coordinator').post(`/applications/${id}/answers`, answer));
  const after = await read();
  assert.deepEqual(
    [after['state'], after['number'], (after['homePlace'] as Row)['id']],
    ['active', before['number'], county.placeId('village-1-2')],
  );
  const [said] = (await county.as('volunteer').get(consents)).body['items'] as { given: boolean; said: Row[] }[];
  assert.deepEqual([said?.given, said?.said.length], [true, 2]);
  assert.deepEqual(await acts(desk), ['take-consent-back', 'give-consent']);
});

test('whoever keeps volunteers and is one does not vouch for their own papers, training or insurance', async () => {
  await using desk = await openOrderDesk({ licences: ['electrician'] });
  const { county } = desk;
  const me = await county.personId('coordinator');
  const own = county.as('coordinator');
  const paper = { licences: [{ licence: 'electrician', expiresOn: '2030-01-01' }] };
  const enrol = { personId: me, homePlaceId: county.placeId('village-1-1'), skills: [], needsMentor: true };
  for (const word of [paper, { trained: true }, { insuredUntil: '2030-01-01' }])
    assert.deepEqual(refused(await own.post('/volunteers', { ...enrol, ...word })), [403, 'OwnLicence']);
  await desk.done(own.post('/volunteers', enrol));
  const patch = async (as: 'coordinator' | 'town-coordinator', change: Row) => {
    const { version } = (await own.get(`/volunteers/${me}`)).body;
    return county.as(as).patch(`/volunteers/${me}`, { version, ...change });
  };
  assert.deepEqual(refused(await patch('coordinator', paper)), [403, 'OwnLicence']);
  await desk.done(patch('town-coordinator', { ...paper, trained: true }));
  await desk.done(patch('coordinator', { ...paper, trained: true, withinKm: 12 }));
  await desk.done(patch('coordinator', { licences: [] }));
});
