import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { newId } from '#platform/ids';
import type { CastName } from '#access/testing';
import type { Answer } from '#testing';
import type { FilmView } from '../contract.ts';
import { openDesk, refused } from '../testing.ts';
import type { Desk } from '../testing.ts';

/** The beginning of what a telephone films, with something behind it that makes each different. */
const aFilm = (bytes = 3_000): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x20ftypisom\0\0\0\0', 'latin1'), randomBytes(bytes)]);

const tell = (desk: Desk, storyId: string, id: string, bytes: number, by: CastName = 'correspondent') =>
  desk.county.as(by).post(`/stories/${storyId}/films`, { id, name: '洪水.mp4', bytes, seconds: 12 });
const filmsOf = async (desk: Desk, storyId: string, by: CastName = 'editor'): Promise<FilmView[]> =>
  (await desk.county.as(by).get(`/stories/${storyId}/films`)).body['items'] as FilmView[];

const tus = { 'tus-resumable': '1.0.0' };
const base64 = (words: string): string => Buffer.from(words).toString('base64');

async function begin(desk: Desk, id: string, bytes: number, by: CastName = 'correspondent'): Promise<string> {
  const headers = {
    ...tus,
    'upload-length': String(bytes),
    'upload-metadata': `filename ${base64('洪水.mp4')},fingerprint ${base64(`film:${id}`)}`,
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

test('the desk reads of a film while it is still on its way, and has it in the library when its last byte is here', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'film'>(), aFilm()];
  for (const answer of [await tell(desk, story.id, id, bytes.length), await tell(desk, story.id, id, bytes.length)])
    assert.equal(answer.status, 201, answer.text);
  await desk.submit(story);
  const waits = async () => {
    const { items } = (await desk.county.as('editor').get('/submissions')).body as { items: { films: object }[] };
    return items[0]?.films;
  };
  assert.deepEqual(await waits(), { all: 1, coming: 1 });
  // The text has gone to review: what was told before still comes.
  const upload = await begin(desk, id, bytes.length);
  assert.equal((await sendFrom(desk, upload, 0, bytes.subarray(0, 1_000))).status, 204);
  const [coming] = await filmsOf(desk, story.id);
  assert.deepEqual([coming?.state, coming?.arrived, coming?.bytes], ['coming', 1_000, bytes.length]);
  assert.equal((await sendFrom(desk, upload, 1_000, bytes.subarray(1_000))).status, 204);
  const [film, ...others] = await filmsOf(desk, story.id);
  assert.deepEqual(
    [film?.state, film?.material?.kind, film?.material?.state, others],
    ['here', 'video', 'waiting', []],
  );
  assert.deepEqual(await waits(), { all: 1, coming: 0 });
  refused(await desk.county.as('volunteer').get(`/stories/${story.id}/films`), 404, 'NotFound');
});

test('a film finds its story only under its own sender, and a text that reached the desk takes no new one', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'film'>(), aFilm()];
  await tell(desk, story.id, id, bytes.length);
  const stolen = await begin(desk, id, bytes.length, 'editor');
  await sendFrom(desk, stolen, 0, bytes, 'editor');
  assert.equal((await filmsOf(desk, story.id))[0]?.state, 'coming');
  refused(await tell(desk, (await desk.write('editor')).id, id, bytes.length, 'editor'), 409, 'Conflict');
  await desk.submit(story);
  refused(await tell(desk, story.id, newId<'film'>(), 9), 403, 'Forbidden');
});

test('what is no film says so beside the story, and a sixth one is not taken', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const id = newId<'film'>();
  await tell(desk, story.id, id, 600);
  refused(
    await sendFrom(desk, await begin(desk, id, 600), 0, Buffer.from('<script>'.padEnd(600))),
    415,
    'UnsupportedMediaType',
  );
  const [film] = await filmsOf(desk, story.id);
  assert.equal(film?.state, 'refused');
  assert.ok((film?.refusal ?? '').length > 5, film?.refusal ?? 'nothing');
  const paper = newId<'film'>();
  await tell(desk, story.id, paper, 700);
  await sendFrom(desk, await begin(desk, paper, 700), 0, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(691)]));
  assert.match((await filmsOf(desk, story.id))[1]?.refusal ?? '', /不是视频/);
  const answers = await Promise.all(Array.from({ length: 5 }, () => tell(desk, story.id, newId<'film'>(), 9)));
  assert.deepEqual(
    answers.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 201, 201, 422, 422],
  );
});

test('a refused film that is sent again as a good one is there', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'film'>(), aFilm()];
  await tell(desk, story.id, id, bytes.length);
  await sendFrom(desk, await begin(desk, id, 600), 0, Buffer.from('<script>'.padEnd(600)));
  await sendFrom(desk, await begin(desk, id, bytes.length), 0, bytes);
  const [film] = await filmsOf(desk, story.id);
  assert.deepEqual([film?.state, film?.refusal], ['here', null]);
});

test('a film is taken from its story by its sender or the desk, and stays in the library', async () => {
  await using desk = await openDesk();
  const story = await desk.write();
  const [id, bytes] = [newId<'film'>(), aFilm()];
  await tell(desk, story.id, id, bytes.length);
  await sendFrom(desk, await begin(desk, id, bytes.length), 0, bytes);
  const materialId = (await filmsOf(desk, story.id))[0]?.material?.id ?? '';
  const path = `/stories/${story.id}/films/${id}`;
  refused(await desk.county.as('auditor').delete(path), 403, 'Forbidden');
  const other = await desk.write('editor');
  refused(await desk.county.as('editor').delete(`/stories/${other.id}/films/${id}`), 404, 'NotFound');
  await desk.submit(await desk.see(story.id));
  assert.equal((await desk.county.as('correspondent').delete(path)).status, 204);
  assert.deepEqual(await filmsOf(desk, story.id), []);
  refused(await desk.county.as('correspondent').delete(path), 404, 'NotFound');
  assert.equal((await desk.county.as('editor').get(`/materials/${materialId}`)).status, 200);
});
