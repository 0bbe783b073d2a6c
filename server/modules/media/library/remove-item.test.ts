import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { systemActor } from '#platform/actor';
import { testWorld } from '#testing';
import type { Answer, TestWorld } from '#testing';
import { addTestConsent, addTestRecording } from '../testing.ts';
import { storePicture } from '../picture/store-picture.ts';
import { itemsAgain } from './remove-item.ts';

const again = (county: TestWorld, noun: string, id: string): Promise<boolean | undefined> =>
  county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      Promise.resolve(itemsAgain.find((one) => one.noun === noun)?.again(tx, systemActor('restore'), id, tx.at)),
    ),
  );

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
  assert.equal(await again(county, 'picture', hash), false, 'what a backup did not bring back is not removed twice');
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
  assert.equal(await again(county, 'picture', other), true);
});

const aDocument = (words: string): Buffer => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);

const tus = { 'tus-resumable': '1.0.0' };

/** Begins to send a document. Answers the path of its upload. */
async function begun(county: TestWorld, bytes: Buffer): Promise<string> {
  const name = Buffer.from('身份证复印件.pdf').toString('base64');
  const { body } = await county.as('editor').post('/uploads', undefined, {
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': `filename ${name}` },
  });
  return `/uploads/${String(body['id'])}`;
}

async function sendAll(county: TestWorld, upload: string, payload: Buffer): Promise<void> {
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  assert.equal((await county.as('editor').patch(upload, undefined, { headers, payload })).status, 204);
}

/** Sends a document in one piece. Answers its id, its hash and the path of its upload. */
async function sent(county: TestWorld, bytes: Buffer): Promise<{ id: string; hash: string; upload: string }> {
  const upload = await begun(county, bytes);
  await sendAll(county, upload, bytes);
  const id = String((await county.as('editor').get(upload)).body['subject']);
  const { hash } = (await county.as('editor').get(`/materials/${id}`)).body as { hash: string };
  return { id, hash, upload };
}

test('a document that nothing uses goes like a picture, with its upload and its file; what is used says where', async () => {
  await using county = await testWorld();
  const bytes = aDocument('身份证');
  const { id, hash, upload } = await sent(county, bytes);
  const remove = (as: 'editor' | 'auditor' | 'correspondent', reason = '发错了') =>
    county.as(as).post(`/materials/${id}/removals`, { reason });
  assert.deepEqual(refused(await remove('auditor')), [403, 'Forbidden']);
  assert.deepEqual(refused(await remove('correspondent')), [403, 'Forbidden']);
  assert.deepEqual(refused(await remove('editor', ' ')), [400, 'BadRequest']);
  const use = (sql: string) =>
    county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query(sql, [tx.countyId, hash])));
  await use(
    `insert into media.uses (county_id, item_hash, material_hash, noun, subject_id, part, used_at) values ($1, $2, $2, 'story', gen_random_uuid(), 'draft', '2026-03-01')`,
  );
  const inUse = await remove('editor');
  assert.deepEqual(refused(inUse), [409, 'MaterialInUse']);
  assert.match(inUse.text, /另外 1 处/);
  await use('delete from media.uses where county_id = $1 and item_hash = $2');
  // Once: of two who remove it at once the other one finds it gone.
  const both = await Promise.all([remove('editor'), remove('editor')]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [204, 404],
  );
  for (const path of [`/materials/${id}`, `/materials/${id}/original`, upload])
    assert.equal((await county.as('editor').get(path)).status, 404, path);
  await hoursLater(county);
  assert.deepEqual(await there(county, [hash]), [false]);
  const { items } = (await county.as('auditor').get('/audit?act=material.remove')).body as {
    items: { detail: object }[];
  };
  assert.deepEqual(
    items.map(({ detail }) => detail),
    [{ reason: '发错了' }],
  );
  // Sent again it is another one: the list outside the database names the one that was removed.
  const anew = await sent(county, bytes);
  assert.deepEqual([anew.hash, anew.id === id], [hash, false]);
  assert.equal(await again(county, 'material', id), false);
  await hoursLater(county);
  assert.deepEqual(await there(county, [hash]), [true]);
  assert.equal(await again(county, 'material', anew.id), true, 'as a backup brought it back');
});

test('a recording goes with all that was made of it, and a file that another one shows too stays', async () => {
  await using county = await testWorld();
  const file = (words: string): Promise<string> =>
    county.inCounty((ctx) => ctx.app.files.put(ctx.county.id, Buffer.from(words)));
  const [own, shared] = [await file('own'), await file('shared')];
  const placeId = county.placeId('village-1-1');
  const [first, second] = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const both = [await addTestRecording(tx, placeId), await addTestRecording(tx, placeId)] as const;
      for (const { id } of both)
        await tx.client.query(
          `insert into media.material_files (county_id, material_id, part, file_hash, media_type, bytes) values ($1, $2, '480p', $3, 'video/mp4', 6)`,
          [tx.countyId, id, shared],
        );
      await tx.client.query(
        `update media.material_files set file_hash = $3 where county_id = $1 and material_id = $2 and part = 'audio'`,
        [tx.countyId, both[0].id, own],
      );
      return both;
    }),
  );
  const remove = (id: string) => county.as('editor').post(`/materials/${id}/removals`, { reason: '录错了' });
  assert.equal((await remove(first.id)).status, 204);
  await hoursLater(county);
  assert.deepEqual(await there(county, [own, shared]), [false, true]);
  assert.equal((await remove(second.id)).status, 204);
  await hoursLater(county);
  assert.deepEqual(await there(county, [shared]), [false]);
});

test('a file that arrives while the same one is being removed is put away anew', async () => {
  await using county = await testWorld();
  const bytes = aDocument('会议纪要');
  const { id, hash } = await sent(county, bytes);
  const upload = await begun(county, bytes);
  const arriving = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await tx.client.query('select 1 from media.materials where county_id = $1 and id = $2 for update', [
        tx.countyId,
        id,
      ]);
      const sending = sendAll(county, upload, bytes);
      // Until whoever puts it away waits for whoever removes it.
      const waits = async (): Promise<boolean> =>
        (
          await tx.client.query(
            'select 1 from pg_locks l join pg_locks w on w.transactionid = l.transactionid where l.pid = pg_backend_pid() and not w.granted',
          )
        ).rows.length > 0;
      for (let turn = 0; turn < 100 && !(await waits()); turn += 1) await pause(50);
      await tx.client.query('delete from media.materials where county_id = $1 and id = $2', [tx.countyId, id]);
      return { sending };
    }),
  );
  await arriving.sending;
  assert.equal((await county.as('editor').get(upload)).body['state'], 'arrived', 'not yet in the library');
  await county.tick('media.settle-uploads');
  const { body } = await county.as('editor').get(upload);
  assert.equal(body['state'], 'kept');
  assert.notEqual(body['subject'], id);
  const anew = await county.as('editor').get(`/materials/${String(body['subject'])}`);
  assert.equal(anew.body['hash'], hash);
});
