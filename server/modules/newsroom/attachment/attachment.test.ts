import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import sharp from 'sharp';
import { systemActor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { CastName } from '#access/testing';
import type { Answer } from '#testing';
import type { AttachmentView } from '../contract.ts';
import { openDesk, refused } from '../testing.ts';
import { attachmentAgain } from './remove-attachment.ts';
import type { Desk } from '../testing.ts';

/** The beginning of what a telephone films, with something behind it that makes each different. */
const aFilm = (bytes = 3_000): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x20ftypisom\0\0\0\0', 'latin1'), randomBytes(bytes)]);

const tell = (desk: Desk, storyId: string, id: string, bytes: number, by: CastName = 'correspondent') =>
  desk.county.as(by).post(`/stories/${storyId}/attachments`, { id, name: '洪水.mp4', bytes, seconds: 12 });
const attachmentsOf = async (desk: Desk, storyId: string, by: CastName = 'editor'): Promise<AttachmentView[]> =>
  (await desk.county.as(by).get(`/stories/${storyId}/attachments`)).body['items'] as AttachmentView[];

const tus = { 'tus-resumable': '1.0.0' };
const base64 = (words: string): string => Buffer.from(words).toString('base64');

async function begin(
  desk: Desk,
  id: string,
  bytes: number,
  by: CastName = 'correspondent',
  said: Readonly<Record<string, string>> = {},
): Promise<string> {
  const words = { filename: '洪水.mp4', fingerprint: `attachment:${id}`, ...said };
  const headers = {
    ...tus,
    'upload-length': String(bytes),
    'upload-metadata': Object.entries(words)
      .map(([name, value]) => `${name} ${base64(value)}`)
      .join(','),
  };
  const begun = await desk.county.as(by).post('/uploads', undefined, { headers });
  assert.equal(begun.status, 201, begun.text);
  return String(begun.body['id']);
}

const sendFrom = (
  desk: Desk,
  upload: string,
  offset: number,
  payload: Buffer,
  by: CastName = 'correspondent',
): Promise<Answer> =>
  desk.county.as(by).patch(`/uploads/${upload}`, undefined, {
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    payload,
  });

test('the desk reads of an attachment while it is still on its way, and has it in the library when its last byte is here', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'attachment'>(), aFilm()];
  for (const answer of [await tell(desk, story.id, id, bytes.length), await tell(desk, story.id, id, bytes.length)])
    assert.equal(answer.status, 201, answer.text);
  await desk.submit(story);
  const waits = async () => {
    const { items } = (await desk.county.as('editor').get('/submissions')).body as { items: { attachments: object }[] };
    return items[0]?.attachments;
  };
  assert.deepEqual(await waits(), { all: 1, coming: 1 });
  // The text has gone to review: what was told before still comes.
  const upload = await begin(desk, id, bytes.length);
  assert.equal((await sendFrom(desk, upload, 0, bytes.subarray(0, 1_000))).status, 204);
  const [coming] = await attachmentsOf(desk, story.id);
  assert.deepEqual([coming?.state, coming?.arrived, coming?.bytes], ['coming', 1_000, bytes.length]);
  assert.equal((await sendFrom(desk, upload, 1_000, bytes.subarray(1_000))).status, 204);
  const [attachment, ...others] = await attachmentsOf(desk, story.id);
  assert.deepEqual(
    [attachment?.state, attachment?.material?.kind, attachment?.material?.state, others],
    ['here', 'video', 'waiting', []],
  );
  assert.deepEqual(await waits(), { all: 1, coming: 0 });
  refused(await desk.county.as('volunteer').get(`/stories/${story.id}/attachments`), 404, 'NotFound');
});

test('an attachment finds its story only under its own sender, and a text that reached the desk takes no new one', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'attachment'>(), aFilm()];
  await tell(desk, story.id, id, bytes.length);
  const stolen = await begin(desk, id, bytes.length, 'editor');
  await sendFrom(desk, stolen, 0, bytes, 'editor');
  assert.equal((await attachmentsOf(desk, story.id))[0]?.state, 'coming');
  refused(await tell(desk, (await desk.write('editor')).id, id, bytes.length, 'editor'), 409, 'Conflict');
  await desk.submit(story);
  refused(await tell(desk, story.id, newId<'attachment'>(), 9), 403, 'Forbidden');
});

test('a picture is no attachment and says so beside the story, and a sixth one is not taken', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const id = newId<'attachment'>();
  await tell(desk, story.id, id, 600);
  refused(
    await sendFrom(desk, await begin(desk, id, 600), 0, Buffer.from('<script>'.padEnd(600))),
    415,
    'UnsupportedMediaType',
  );
  const [attachment] = await attachmentsOf(desk, story.id);
  assert.equal(attachment?.state, 'refused');
  assert.ok((attachment?.refusal ?? '').length > 5, attachment?.refusal ?? 'nothing');
  const picture = newId<'attachment'>();
  await tell(desk, story.id, picture, 700);
  const drawn = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#476' } })
    .jpeg()
    .toBuffer();
  await sendFrom(desk, await begin(desk, picture, drawn.length), 0, drawn);
  assert.match((await attachmentsOf(desk, story.id))[1]?.refusal ?? '', /图片请加在正文里/);
  const answers = await Promise.all(Array.from({ length: 5 }, () => tell(desk, story.id, newId<'attachment'>(), 9)));
  assert.deepEqual(
    answers.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 201, 201, 422, 422],
  );
});

test('a document and a sound go along as a film does, and what their sender says of them stands in the library', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const papers = [
    { name: '防汛通知.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(691)]) },
    { name: '村民说.mp3', bytes: Buffer.concat([Buffer.from('ID3\x04'), randomBytes(900)]) },
  ];
  for (const { name, bytes } of papers) {
    const id = newId<'attachment'>();
    await tell(desk, story.id, id, bytes.length);
    await sendFrom(
      desk,
      await begin(desk, id, bytes.length, 'correspondent', { filename: name, credit: '王桂英', machine: 'changed' }),
      0,
      bytes,
    );
  }
  const sent = await attachmentsOf(desk, story.id);
  assert.deepEqual(
    sent.map(({ state, material }) => [state, material?.kind, material?.name, material?.credit, material?.machine]),
    [
      ['here', 'document', '防汛通知.pdf', '王桂英', 'changed'],
      ['here', 'audio', '村民说.mp3', '王桂英', 'changed'],
    ],
  );
  const agreed = await desk.county
    .as('correspondent')
    .post(`/materials/${sent[1]?.material?.id}/consents`, { givenBy: '王桂英', way: 'voice' });
  assert.equal(agreed.status, 201, agreed.text);
});

test('a refused attachment that is sent again as a good one is there', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'attachment'>(), aFilm()];
  await tell(desk, story.id, id, bytes.length);
  await sendFrom(desk, await begin(desk, id, 600), 0, Buffer.from('<script>'.padEnd(600)));
  await sendFrom(desk, await begin(desk, id, bytes.length), 0, bytes);
  const [attachment] = await attachmentsOf(desk, story.id);
  assert.deepEqual([attachment?.state, attachment?.refusal], ['here', null]);
});

test('an attachment is taken from its story by its sender or the desk, and stays in the library', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'attachment'>(), aFilm()];
  await tell(desk, story.id, id, bytes.length);
  await sendFrom(desk, await begin(desk, id, bytes.length), 0, bytes);
  const materialId = (await attachmentsOf(desk, story.id))[0]?.material?.id ?? '';
  const path = `/stories/${story.id}/attachments/${id}`;
  refused(await desk.county.as('auditor').delete(path), 403, 'Forbidden');
  const other = await desk.write('editor');
  refused(await desk.county.as('editor').delete(`/stories/${other.id}/attachments/${id}`), 404, 'NotFound');
  await desk.submit(await desk.see(story.id));
  assert.equal((await desk.county.as('correspondent').delete(path)).status, 204);
  assert.deepEqual(await attachmentsOf(desk, story.id), []);
  refused(await desk.county.as('correspondent').delete(path), 404, 'NotFound');
  assert.equal((await desk.county.as('editor').get(`/materials/${materialId}`)).status, 200);
});

test('what its sender took from a text is not beside it again after an older archive; what the desk took is no wish of theirs', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [own, desks] = [newId<'attachment'>(), newId<'attachment'>()];
  const again = (id: string): Promise<boolean> =>
    desk.county.inCounty((ctx) =>
      ctx.transaction((tx) => attachmentAgain.again(tx, systemActor('restore'), id, tx.at)),
    );
  for (const id of [own, desks]) await tell(desk, story.id, id, 3_000);
  await desk.submit(await desk.see(story.id));
  const path = `/stories/${story.id}/attachments`;
  assert.equal((await desk.county.as('editor').delete(`${path}/${desks}`)).status, 204);
  assert.equal((await desk.county.as('correspondent').delete(`${path}/${own}`)).status, 204);
  const listed = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query<{ noun: string; id: string }>(
        `select payload ->> 'noun' as noun, payload ->> 'subjectId' as id from platform.events where county_id = $1 and name = 'data.erased' order by id`,
        [tx.countyId],
      ),
    ),
  );
  assert.deepEqual(listed.rows, [{ noun: 'attachment', id: own }]);
  assert.equal(await again(own), false, 'it is gone');
  // As an archive of before has it.
  const brought = await desk.write();
  await tell(desk, brought.id, own, 3_000);
  assert.equal(await again(own), true);
  assert.deepEqual(await attachmentsOf(desk, brought.id), []);
});
