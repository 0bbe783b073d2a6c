import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids';
import type { CastName } from '#access/testing';
import { storedBytes } from '#media';
import { ownerClient } from '#testing';
import type { Answer } from '#testing';
import { openDesk, refused } from '../testing.ts';
import type { Desk } from '../testing.ts';
import { aRecording } from '../testing/voice.ts';
import { forgetVoices } from './forget-voices.ts';
import { soundType } from './sound-type.ts';

const form = (fields: Record<string, string>, bytes: Buffer) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=xy' },
  payload: Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--xy\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      '--xy\r\ncontent-disposition: form-data; name="file"; filename="v"\r\ncontent-type: audio/webm\r\n\r\n',
    ),
    bytes,
    Buffer.from('\r\n--xy--\r\n'),
  ]),
});

const say = (
  desk: Desk,
  storyId: string,
  by: CastName,
  bytes = aRecording(),
  id: string = newId<'note'>(),
): Promise<Answer> =>
  desk.county.as(by).post(`/stories/${storyId}/voice-notes`, undefined, form({ id, seconds: '12' }, bytes));
const notesOf = async (desk: Desk, storyId: string, by: CastName): Promise<Record<string, unknown>[]> =>
  (await desk.county.as(by).get(`/stories/${storyId}/voice-notes`)).body['items'] as Record<string, unknown>[];

test('a voice note arrives once, is heard by the desk as it was sent, and by nobody else', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const id = newId<'note'>();
  const bytes = aRecording('水到桥面了');
  for (const answer of [
    await say(desk, story.id, 'correspondent', bytes, id),
    await say(desk, story.id, 'correspondent', bytes, id),
  ])
    assert.equal(answer.status, 201, answer.text);
  await desk.submit(story);
  // The answer was lost, the phone sends again after the text has gone to review.
  assert.equal((await say(desk, story.id, 'correspondent', bytes, id)).status, 201);
  refused(await say(desk, story.id, 'correspondent', aRecording('再补一段')), 403, 'Forbidden');
  const [note, ...others] = await notesOf(desk, story.id, 'editor');
  assert.deepEqual([note?.['id'], note?.['seconds'], note?.['mayRemove'], others], [id, 12, true, []]);
  const path = `/stories/${story.id}/voice-notes/${id}`;
  const sound = await desk.county.as('editor').get(path);
  assert.deepEqual(
    [sound.status, sound.headers['content-type'], sound.text.includes('水到桥面了')],
    [200, 'audio/webm', true],
  );
  refused(await desk.county.as('volunteer').get(path), 404, 'NotFound');
  refused(await desk.county.as('volunteer').get(`/stories/${story.id}/voice-notes`), 404, 'NotFound');
  const other = await desk.write('editor');
  refused(await desk.county.as('editor').get(`/stories/${other.id}/voice-notes/${id}`), 404, 'NotFound');
  refused(await say(desk, other.id, 'editor', bytes, id), 409, 'Conflict');
});

test('what is no recording is not taken, nor an eleventh one, nor one too heavy', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  refused(await say(desk, story.id, 'correspondent', Buffer.from('<script>alert(1)</script>')), 415, 'NotASound');
  refused(await say(desk, story.id, 'correspondent', aRecording('', 'A_OPUS\x86\x85V_VP8')), 415, 'NotASound');
  // The two letters may stand in the sound itself.
  const other = await desk.write();
  assert.equal((await say(desk, other.id, 'correspondent', aRecording('', 'A_OPUS ... V_ ...'))).status, 201);
  refused(await say(desk, story.id, 'correspondent', aRecording('x'.repeat(5 * 1024 * 1024))), 413, 'TooLarge');
  refused(
    await desk.county
      .as('correspondent')
      .post(`/stories/${story.id}/voice-notes`, undefined, form({ id: 'x', seconds: '0' }, aRecording())),
    400,
    'BadRequest',
  );
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) => say(desk, story.id, 'correspondent', aRecording(`${at}`))),
  );
  assert.deepEqual(
    answers.map((one) => one.status).toSorted((a, b) => a - b),
    [...Array<number>(10).fill(201), 422, 422],
  );
});

test('a voice note counts as the county’s storage, and where none is left it is not taken', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const used = (): Promise<number> => desk.county.inCounty((ctx) => ctx.transaction(storedBytes));
  const before = await used();
  const recording = aRecording('x'.repeat(700_000));
  assert.equal((await say(desk, story.id, 'correspondent', recording)).status, 201);
  assert.equal((await used()) - before, recording.length);
  const owner = await ownerClient(desk.county.database);
  await owner.query(`update platform.counties set limits = '{"storageMegabytes": 1}' where id = 1`);
  await owner.end();
  await desk.county.app.counties.reload();
  refused(await say(desk, story.id, 'correspondent', aRecording('y'.repeat(700_000))), 507, 'CountyStorageReached');
  assert.equal((await say(desk, story.id, 'correspondent', aRecording('短'))).status, 201);
});

test('a voice that is taken away, or whose sender is erased, is heard no more, and its file goes', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const id = newId<'note'>();
  await say(desk, story.id, 'correspondent', aRecording('一'), id);
  const same = await desk.write();
  await say(desk, same.id, 'correspondent', aRecording('一'));
  const path = `/stories/${story.id}/voice-notes/${id}`;
  refused(await desk.county.as('auditor').delete(path), 403, 'Forbidden');
  await desk.submit(await desk.see(story.id));
  assert.equal((await desk.county.as('correspondent').delete(path)).status, 204);
  refused(await desk.county.as('correspondent').get(path), 404, 'NotFound');
  const left = () =>
    desk.county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.named<{ hash: string }>(
          'test.voices',
          'select file_hash as hash from newsroom.voice_notes where county_id = $1',
          [tx.countyId],
        ),
      ),
    );
  const hash = (await left())[0]?.hash ?? '';
  const file = () => desk.county.inCounty((ctx) => ctx.app.files.read(ctx.county.id, hash));
  await desk.county.inCounty(forgetVoices);
  // The other story's note is the same file.
  assert.deepEqual([(await left()).length, (await file()) !== undefined], [1, true]);
  const [other] = await notesOf(desk, same.id, 'correspondent');
  await desk.county.as('correspondent').delete(`/stories/${same.id}/voice-notes/${String(other?.['id'])}`);
  await desk.county.inCounty(forgetVoices);
  assert.deepEqual([await left(), await file()], [[], undefined]);
});

test('the sounds of telephones are known by their bytes', () => {
  const mp4 = (...atoms: string[]) => Buffer.from(`\0\0\0\x20ftypisom${atoms.join('')}`, 'latin1');
  assert.equal(soundType(aRecording()), 'audio/webm');
  assert.equal(soundType(mp4('soun', 'mp4a')), 'audio/mp4');
  assert.equal(soundType(mp4('vide', 'avc1', 'mp4a')), undefined);
  assert.equal(soundType(Buffer.from('OggS\0\x02............................OpusHead', 'latin1')), 'audio/ogg');
  assert.equal(soundType(Buffer.from('OggS\0\x02............................theora..', 'latin1')), undefined);
  assert.equal(soundType(Buffer.from('RI')), undefined);
});
