import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { personPage } from '../contract.ts';
import type { PersonPage } from '../contract.ts';

async function list(
  county: TestWorld,
  name: 'administrator' | 'town-coordinator' | 'team-leader' | 'volunteer',
  query = '',
): Promise<PersonPage> {
  const answer = await county.as(name).get(`/people${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.read(personPage);
}

const names = (items: PersonPage['items']): string[] => items.map((person) => person.displayName);

test('a coordinator sees the people of their town with phones, a team leader without, a volunteer only themselves', async () => {
  await using county = await testWorld();
  const town = await list(county, 'town-coordinator');
  assert.deepEqual(names(town.items), [
    'correspondent',
    'station-keeper',
    'team-leader',
    'town-coordinator',
    'volunteer',
    'volunteer-1-2',
  ]);
  assert.ok(town.items.every((person) => person.contact?.phone));
  const team = await list(county, 'team-leader');
  assert.deepEqual(names(team.items.filter((person) => person.contact)), ['team-leader']);
  assert.deepEqual(names((await list(county, 'volunteer')).items), ['volunteer']);
});

test('list and single answer alike for everybody', async () => {
  await using county = await testWorld();
  const everybody = (await list(county, 'administrator', '?limit=100&active=all')).items;
  for (const name of ['town-coordinator', 'team-leader', 'volunteer'] as const) {
    const seen = new Set((await list(county, name, '?limit=100&active=all')).items.map((person) => person.id));
    for (const person of everybody)
      assert.equal(
        (await county.as(name).get(`/people/${person.id}`)).status,
        seen.has(person.id) ? 200 : 404,
        `${name} and ${person.displayName}`,
      );
  }
});

test('a search finds names everywhere, and phones only where they may be seen', async () => {
  await using county = await testWorld();
  const phone = (await list(county, 'administrator', '?search=volunteer-1-2')).items[0]?.contact?.phone ?? '';
  assert.match(phone, /^139/);
  assert.deepEqual(names((await list(county, 'town-coordinator', `?search=${phone}`)).items), ['volunteer-1-2']);
  assert.deepEqual(names((await list(county, 'team-leader', `?search=${phone}`)).items), []);
  assert.deepEqual(
    names((await list(county, 'administrator', `?search=${encodeURIComponent('%')}`)).items),
    [],
    'a sign is a sign',
  );
});

test('pages follow each other without gap or repetition', async () => {
  await using county = await testWorld();
  for (const sort of ['name', 'newest']) {
    const all = await list(county, 'administrator', `?limit=100&sort=${sort}`);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await list(county, 'administrator', `?limit=7&sort=${sort}${after}`);
      seen.push(...names(page.items));
      if (!page.next) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    assert.deepEqual(seen, names(all.items));
    assert.equal(all.total, seen.length);
  }
});

test('a station keeper writes down a person of their town, with the phone in one form', async () => {
  await using county = await testWorld();
  const added = await county
    .as('station-keeper')
    .post('/people', { name: '何大妈', phone: '+86 138-0000-1111', placeId: county.placeId('village-1-2') });
  assert.equal(added.status, 201, added.text);
  assert.equal((added.body['contact'] as { phone: string }).phone, '13800001111');
  const elsewhere = await county
    .as('station-keeper')
    .post('/people', { name: '何大妈', placeId: county.placeId('village-2-1') });
  assert.equal(elsewhere.status, 403);
  const odd = await county
    .as('station-keeper')
    .post('/people', { name: '何大妈', phone: 'call me', placeId: county.placeId('village-1-2') });
  assert.equal(odd.body['code'], 'PhoneNotUnderstood');
  const foreign = await county
    .as('station-keeper')
    .post('/people', { name: '何大妈', placeId: county.placeId('village-1-2', 2) });
  assert.equal(foreign.status, 404);
});

test('a child is written down only with a guardian (A40)', async () => {
  await using county = await testWorld();
  const child = await county.as('station-keeper').post('/people', {
    name: '小雨',
    placeId: county.placeId('village-1-1'),
    guardian: { name: '雨妈', phone: '13800002222' },
  });
  assert.equal(child.status, 201, child.text);
  assert.equal(child.body['isChild'], true);
  const half = await county
    .as('station-keeper')
    .post('/people', { name: '小雨', placeId: county.placeId('village-1-1'), guardian: { name: '雨妈' } });
  assert.equal(half.status, 400);
});

test('everybody changes how they are reached, and nobody their own place, title or activity', async () => {
  await using county = await testWorld();
  const id = await county.personId('volunteer');
  const volunteer = county.as('volunteer');
  const changed = await volunteer.patch(`/people/${id}`, { version: 1, email: 'me@example.test', language: 'en' });
  assert.equal(changed.status, 200, changed.text);
  assert.equal(changed.body['version'], 2);
  for (const change of [{ title: { en: 'Mayor' } }, { placeId: county.placeId('town-2') }, { active: false }])
    assert.equal((await volunteer.patch(`/people/${id}`, { version: 2, ...change })).status, 403);
});

test('a change on an old view is refused with the present version', async () => {
  await using county = await testWorld();
  const id = await county.personId('volunteer');
  await county.as('coordinator').patch(`/people/${id}`, { version: 1, title: { 'zh-CN': '水电' } });
  const stale = await county.as('coordinator').patch(`/people/${id}`, { version: 1, title: { 'zh-CN': '木工' } });
  assert.equal(stale.status, 409);
  assert.deepEqual(stale.body['detail'], { current: 2 });
});

test('a coordinator hands a person over only to a place they look after', async () => {
  await using county = await testWorld();
  const id = await county.personId('volunteer');
  assert.equal(
    (await county.as('town-coordinator').patch(`/people/${id}`, { version: 1, placeId: county.placeId('village-2-1') }))
      .status,
    403,
  );
  assert.equal(
    (await county.as('coordinator').patch(`/people/${id}`, { version: 1, placeId: county.placeId('village-2-1') }))
      .status,
    200,
  );
});

test('nobody reads people of the other county', async () => {
  await using county = await testWorld();
  assert.equal((await county.as('administrator').get(`/people/${await county.personId('volunteer', 2)}`)).status, 404);
  assert.equal((await list(county, 'administrator', '?limit=100')).total, 21);
});
