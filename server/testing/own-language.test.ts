import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '#testing';

const chinese = { 'zh-CN': '河边' };
const english = { en: 'Riverside' };

/** What a name may be given to, by whom and where; the rest of each request is right. */
const named = [
  {
    what: 'a place',
    by: 'administrator',
    path: '/places',
    body: (name: object, county: County) => ({
      parentId: county.placeId('town-1'),
      level: 'village',
      localCode: 'RIVER-1',
      validFrom: '2026-01-01',
      name,
    }),
  },
  {
    what: 'a station',
    by: 'administrator',
    path: '/stations',
    body: (name: object, county: County) => ({
      level: 'village',
      placeId: county.placeId('village-1-1'),
      phone: '0571-88880000',
      name,
    }),
  },
  {
    what: 'a section',
    by: 'administrator',
    path: '/sections',
    body: (name: object) => ({ slug: 'riverside', position: 9, name }),
  },
  {
    what: 'a unit',
    by: 'administrator',
    path: '/units',
    body: (name: object, county: County) => ({ kind: 'team', placeId: county.placeId('town-1'), name }),
  },
  {
    what: 'a team',
    by: 'coordinator',
    path: '/teams',
    body: (name: object, county: County) => ({ placeId: county.placeId('town-1'), skills: [], memberIds: [], name }),
  },
] as const;
type County = Awaited<ReturnType<typeof testWorld>>;

for (const { what, by, path, body } of named)
  test(`${what} needs a name in the county's own language, and no other`, async () => {
    await using county = await testWorld();
    const send = (name: object) =>
      county.as(by).post(path, body(name, county), { headers: { 'accept-language': 'en' } });
    const refused = await send(english);
    assert.equal(refused.status, 400, refused.text);
    assert.deepEqual(refused.body['fields'], [
      { path: '/name/zh-CN', code: 'required', message: 'Please fill this in.' },
    ]);
    const made = await send(chinese);
    assert.ok(made.status === 200 || made.status === 201, made.text);
  });
