import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { ownerClient, testWorld } from '#testing';
import type { Answer, TestWorld } from '#testing';
import { storedBytes } from '../storage-left.ts';
import { addTestPicture } from '../testing.ts';
import { keptYears } from './forget-consents.ts';

const addPicture = (county: TestWorld): Promise<string> =>
  county.inCounty((ctx) => ctx.transaction((tx) => addTestPicture(tx, county.placeId('village-1-1'))));

const note = (county: TestWorld, hash: string, given: Record<string, unknown>, by: CastName = 'editor') =>
  county.as(by).post(`/pictures/${hash}/consents`, given);

async function noted(county: TestWorld, hash: string, given: Record<string, unknown>): Promise<string> {
  const answer = await note(county, hash, given);
  assert.equal(answer.status, 201, answer.text);
  return answer.body['id'] as string;
}

function attach(county: TestWorld, id: string, bytes: Buffer, by: CastName = 'editor'): Promise<Answer> {
  const head = '--xy\r\ncontent-disposition: form-data; name="file"; filename="../form.pdf"\r\n\r\n';
  return county.as(by).post(`/consents/${id}/form`, undefined, {
    headers: { 'content-type': 'multipart/form-data; boundary=xy' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--xy--\r\n')]),
  });
}

const consents = async (county: TestWorld, hash: string): Promise<Record<string, unknown>[]> =>
  (await county.as('editor').get(`/pictures/${hash}/consents`)).body['items'] as Record<string, unknown>[];
const consentOf = async (county: TestWorld, hash: string): Promise<unknown> =>
  (await county.as('editor').get(`/pictures/${hash}`)).body['consent'];
const pdf = Buffer.from('%PDF-1.7 同意书：周大娘');

async function query<T extends object>(county: TestWorld, sql: string): Promise<T[]> {
  const owner = await ownerClient(county.database);
  try {
    return (await owner.query<T>(sql)).rows;
  } finally {
    await owner.end();
  }
}

test('whoever is seen in a picture agrees, on paper or by word, a guardian for a child; nothing but the name is asked for', async () => {
  await using county = await testWorld();
  const hash = await addPicture(county);
  assert.equal(await consentOf(county, hash), null, 'nobody said that anybody can be recognised');
  const people = { version: 1, showsPeople: true };
  assert.equal((await county.as('editor').patch(`/pictures/${hash}`, people)).status, 200);
  assert.equal(await consentOf(county, hash), 'missing');
  const listed = async (people: string): Promise<unknown> =>
    ((await county.as('editor').get(`/pictures?people=${people}`)).body['items'] as unknown[]).length;
  assert.deepEqual([await listed('any'), await listed('wanting')], [1, 1]);
  assert.equal((await note(county, hash, { givenBy: ' ' })).status, 400);
  await noted(county, hash, { givenBy: '周大娘' });
  const child = {
    givenBy: '王玲',
    forWhom: '小明',
    asGuardian: true,
    way: 'voice',
    scope: '只在县里的网站',
    givenOn: '2026-02-27',
  };
  await noted(county, hash, { ...child, validUntil: '2027-02-28' });
  const [first, second, ...others] = await consents(county, hash);
  assert.deepEqual(
    [first?.['givenBy'], first?.['forWhom'], first?.['asGuardian'], first?.['way'], first?.['state'], first?.['form']],
    ['王玲', '小明', true, 'voice', 'held', null],
  );
  assert.deepEqual([second?.['givenBy'], second?.['validUntil'], others], ['周大娘', null, []]);
  assert.equal(await consentOf(county, hash), 'held');
  assert.deepEqual([await listed('any'), await listed('wanting')], [1, 0]);
  // Who took no part in the picture neither sees nor notes who agreed; the library still shows whether somebody did.
  for (const who of ['correspondent', 'auditor'] as const) {
    assert.equal((await county.as(who).get(`/pictures/${hash}/consents`)).status, 403);
    assert.equal((await note(county, hash, { givenBy: '周大娘' }, who)).status, 403);
  }
  assert.equal((await county.as('correspondent').get(`/pictures/${hash}`)).body['consent'], 'held');
});

test('the form lies sealed under no address, only the desk opens it, and every look is on record', async () => {
  await using county = await testWorld();
  const hash = await addPicture(county);
  const id = await noted(county, hash, { givenBy: '周大娘' });
  assert.equal((await county.as('editor').get(`/consents/${id}/form`)).status, 404);
  assert.equal((await attach(county, id, Buffer.from('<script>alert(1)</script>'))).status, 415);
  assert.equal((await attach(county, id, Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]))).status, 413);
  assert.equal((await attach(county, id, pdf, 'correspondent')).status, 403);
  const used = (): Promise<number> => county.inCounty((ctx) => ctx.transaction(storedBytes));
  const before = await used();
  const attached = await attach(county, id, pdf);
  assert.equal(attached.status, 201, attached.text);
  assert.equal((await used()) - before, pdf.length, 'it counts as the county’s storage');
  const [row] = await query<{ form_hash: string }>(county, 'select form_hash from media.consents');
  const stored = await county.app.files.read(1, row?.form_hash ?? '');
  assert.ok(stored && !stored.includes('PDF'), 'a copy of the files alone shows nothing');
  for (const path of [`/media/${row?.form_hash}.jpg`, `/materials/${row?.form_hash}`])
    assert.equal((await county.request('GET', path)).status, 404);
  const opened = await county.as('editor').get(`/consents/${id}/form`);
  assert.deepEqual([opened.status, opened.text], [200, pdf.toString()]);
  assert.match(opened.headers['content-disposition'] as string, /^attachment; filename="[0-9a-f]{12}\.pdf"$/);
  assert.equal(opened.headers['cache-control'], 'private, no-store');
  for (const who of ['correspondent', 'auditor', 'administrator', 'volunteer'] as const)
    assert.equal((await county.as(who).get(`/consents/${id}/form`)).status, 403, who);
  const looks = await county.as('auditor').get('/audit?act=consent.see-form');
  assert.deepEqual(
    (looks.body['items'] as { subjectId: string }[]).map((one) => one.subjectId),
    [id],
  );
  // Another form takes its place, and the first one's file goes.
  assert.equal((await attach(county, id, Buffer.from('%PDF-1.7 新的'))).status, 201);
  county.clock.advance({ hours: 2 });
  await county.tick('media.forget-consents');
  assert.equal(await county.app.files.read(1, row?.form_hash ?? ''), undefined);
  assert.equal((await county.as('editor').get(`/consents/${id}/form`)).text, '%PDF-1.7 新的');
});

test('a consent is taken back once, looked after with a reason, and removed with all it says when its giver asks', async () => {
  await using county = await testWorld();
  const hash = await addPicture(county);
  const [one, other] = [
    await noted(county, hash, { givenBy: '周大娘' }),
    await noted(county, hash, { givenBy: '李大爷', validUntil: '2020-01-01' }),
  ];
  assert.equal(await consentOf(county, hash), 'ended', 'of one of the two');
  const early = await county.as('editor').post(`/consents/${one}/settlements`, { because: '公开集会' });
  assert.deepEqual([early.status, early.body['code']], [409, 'ConsentHeld']);
  // Two at the desk hear of it at once.
  const both = await Promise.all(
    ['editor', 'section-head'].map((who) => county.as(who as CastName).post(`/consents/${one}/revocations`)),
  );
  assert.deepEqual(
    both.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
  );
  assert.equal(await consentOf(county, hash), 'revoked');
  for (const id of [one, other])
    assert.equal((await county.as('editor').post(`/consents/${id}/settlements`, { because: '公开集会' })).status, 201);
  assert.equal(await consentOf(county, hash), 'revoked', 'a reason to leave what is published is no consent');
  await noted(county, hash, { givenBy: '孙女士' });
  assert.equal(await consentOf(county, hash), 'held');
  await attach(county, one, pdf);
  const removed = await county.as('editor').delete(`/consents/${one}`);
  assert.equal(removed.status, 200, removed.text);
  assert.ok(!removed.text.includes('周大娘'));
  assert.equal((await county.as('editor').get(`/consents/${one}/form`)).status, 404);
  assert.equal((await county.as('editor').delete(`/consents/${one}`)).status, 404);
  // What has ended is kept as long as somebody may go to law about it.
  const left = async (): Promise<unknown> => (await consents(county, hash)).map((each) => each['givenBy']);
  await county.tick('media.forget-consents');
  assert.deepEqual(await left(), ['孙女士']);
  assert.equal(keptYears, 3);
});
