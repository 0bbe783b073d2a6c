import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { systemActor } from '#platform/actor';
import { testWorld } from '#testing';
import type { Answer, TestWorld } from '#testing';
import { addTestConsent } from '../testing.ts';
import { pictureAgain } from './remove-picture.ts';
import { storePicture } from './store-picture.ts';

const refused = (answer: Answer): unknown[] => [answer.status, answer.body['code']];

const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer();

async function stored(county: TestWorld, background: string): Promise<string> {
  const bytes = await photo(background);
  const placeId = county.placeId('village-1-1');
  const { hash } = await county.inCounty((ctx) =>
    storePicture(ctx, systemActor('test'), { bytes, alt: '身份证', credit: '陈晓', placeId }),
  );
  return hash;
}

const filesOf = (county: TestWorld, hash: string): Promise<string[]> =>
  county.inCounty((ctx) =>
    ctx.transaction(async (tx) => [
      hash,
      ...(
        await tx.client.query<{ hash: string }>(
          'select file_hash as hash from media.renditions where county_id = $1 and picture_hash = $2',
          [tx.countyId, hash],
        )
      ).rows.map((one) => one.hash),
    ]),
  );

const there = (county: TestWorld, files: readonly string[]): Promise<boolean[]> =>
  county.inCounty((ctx) =>
    Promise.all(files.map(async (file) => (await ctx.app.files.read(ctx.county.id, file)) !== undefined)),
  );

async function hoursLater(county: TestWorld): Promise<void> {
  county.clock.advance({ hours: 2 });
  await county.tick('media.forget-consents');
}

test('a picture that was sent by mistake goes with its words, consents and files; only who may, only what nothing shows', async () => {
  await using county = await testWorld();
  const hash = await stored(county, '#88aa77');
  const files = await filesOf(county, hash);
  assert.ok(files.length > 1, 'the picture and what shows it');
  await county.inCounty((ctx) => ctx.transaction((tx) => addTestConsent(tx, hash)));
  const remove = (as: 'editor' | 'auditor' | 'correspondent', reason = '身份证发错了') =>
    county.as(as).post(`/pictures/${hash}/removals`, { reason });
  assert.equal((await remove('auditor')).status, 403);
  assert.equal((await remove('correspondent')).status, 403, 'not theirs');
  assert.equal((await remove('editor', ' ')).status, 400);
  const done = await remove('editor');
  assert.equal(done.status, 204, done.text);
  assert.deepEqual(refused(await county.as('editor').get(`/pictures/${hash}`)), [404, 'NotFound']);
  assert.deepEqual(refused(await remove('editor')), [404, 'NotFound']);
  assert.equal((await county.request('GET', `/media/${hash}.jpg`)).status, 404);
  await hoursLater(county);
  assert.deepEqual(
    await there(county, files),
    files.map(() => false),
  );
  const { items } = (await county.as('auditor').get('/audit?act=picture.remove')).body as {
    items: { detail: object }[];
  };
  assert.deepEqual(
    items.map(({ detail }) => detail),
    [{ reason: '身份证发错了' }],
  );
  const again = await county.inCounty((ctx) =>
    ctx.transaction((tx) => pictureAgain.again(tx, systemActor('restore'), hash)),
  );
  assert.equal(again, false, 'what a backup did not bring back is not removed twice');
});

test('what a text in work shows, or an edition ever showed, stays; and the same picture sent again keeps its files', async () => {
  await using county = await testWorld();
  const hash = await stored(county, '#aa8877');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into media.uses (county_id, item_hash, picture_hash, noun, subject_id, part, used_at) values ($1, $2, $2, 'story', $3, 'past', $4)`,
        [tx.countyId, hash, crypto.randomUUID(), tx.at],
      ),
    ),
  );
  assert.deepEqual(refused(await county.as('editor').post(`/pictures/${hash}/removals`, { reason: '不要了' })), [
    409,
    'PictureInUse',
  ]);
  const other = await stored(county, '#7788aa');
  assert.equal((await county.as('editor').post(`/pictures/${other}/removals`, { reason: '发错了' })).status, 204);
  assert.equal(await stored(county, '#7788aa'), other, 'the same bytes are the same picture');
  await hoursLater(county);
  const files = await filesOf(county, other);
  assert.deepEqual(
    await there(county, files),
    files.map(() => true),
  );
  // A backup of before the removal brings it back: it is removed again.
  const again = await county.inCounty((ctx) =>
    ctx.transaction((tx) => pictureAgain.again(tx, systemActor('restore'), other)),
  );
  assert.equal(again, true);
});
