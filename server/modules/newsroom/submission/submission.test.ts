import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { CastName } from '#access/testing';
import { mayMove } from '#platform/states';
import { submissionListView, submissionWhole } from '../contract.ts';
import type { SubmissionView, SubmissionWhole } from '../contract.ts';
import { openDesk, refused } from '../testing.ts';
import type { SeenStory } from '../testing.ts';
import { textOf } from '../testing/text.ts';
import { submissionStates } from './states.ts';
import type { SubmissionState } from './states.ts';

// One county for all: each test looks at what it sent itself.
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());

const list = async (by: CastName, query = ''): Promise<SubmissionView[]> =>
  (await desk.county.as(by).get(`/submissions?limit=100${query}`)).body['items'] as SubmissionView[];
const see = async (id: string, by: CastName = 'editor'): Promise<SubmissionWhole> =>
  (await desk.county.as(by).get(`/submissions/${id}`)).read(submissionWhole);
const send = async (more: Record<string, unknown> = {}): Promise<SeenStory> =>
  desk.submit(await desk.write('correspondent', more));
const takeBackLast = async (id: string, by: CastName): Promise<void> => {
  const signatureId = (await desk.see(id)).signatures.at(-1)?.id;
  const answer = await desk.county.as(by).post(`/stories/${id}/signature-take-backs`, { signatureId });
  assert.equal(answer.status, 201, answer.text);
};
const words = (story: SeenStory): string => JSON.stringify(story.text);

test('what a correspondent hands in waits for the desk; what the desk wrote itself does not', async () => {
  const sent = await send();
  const own = await desk.submit(await desk.write('editor'), 'editor');
  assert.deepEqual(
    (await list('editor', '&state=waiting')).map((one) => one.id),
    [sent.id],
  );
  assert.deepEqual((await desk.county.as('chief-editor').get('/submissions/counts')).body, { waiting: 1 });
  refused(await desk.county.as('editor').get(`/submissions/${own.id}`), 404, 'NotFound');
  assert.deepEqual(
    (await list('correspondent')).map((one) => [one.id, one.moves]),
    [[sent.id, []]],
  );
  refused(await desk.county.as('volunteer').get('/submissions'), 403, 'Forbidden');
  refused(await desk.county.as('volunteer').get(`/submissions/${sent.id}`), 404, 'NotFound');
  refused(await desk.county.as('correspondent').post(`/submissions/${sent.id}/acceptances`, {}), 403, 'Forbidden');
});

test('the sender learns that it was taken, and a signature takes it as well', async () => {
  const [first, second] = [await send(), await send()];
  assert.equal((await desk.county.as('editor').post(`/submissions/${first.id}/acceptances`, {})).status, 201);
  refused(await desk.county.as('editor').post(`/submissions/${first.id}/acceptances`, {}), 409, 'WrongState');
  assert.deepEqual((await see(first.id, 'correspondent')).state, 'accepted');
  await desk.sign(second, 'editor', 'first_review');
  const taken = await see(second.id);
  assert.deepEqual([taken.state, taken.decidedBy?.name, taken.moves], ['accepted', 'editor', []]);
  await desk.county.deliver();
  const notices = (await desk.county.as('correspondent').get('/notices')).text;
  assert.match(notices, /编辑部收下了您的稿子/);
});

test('many submissions are taken, joined to a story or moved at once: foretold, each by itself, and taken back where nobody was told', async () => {
  const [first, second, third] = [await send(), await send(), await send()];
  const main = await desk.write('editor');
  const batch = async (acts: readonly object[], rehearse = false, by: CastName = 'editor') => {
    const answer = await desk.county.as(by).post('/stories/batches', { acts, rehearse });
    assert.equal(answer.status, 201, answer.text);
    const items = answer.body['items'] as { done: boolean; code: string | null; back: object | null }[];
    return { told: items.map(({ done, code }) => code ?? done), backs: items.flatMap(({ back }) => back ?? []) };
  };
  const accept = [first, second, main].map(({ id }) => ({ do: 'accept', id }));
  assert.deepEqual((await batch(accept, true)).told, [true, true, 'NotFound'], 'the desk’s own text is none');
  assert.equal((await see(first.id)).state, 'waiting', 'a rehearsal does nothing');
  assert.deepEqual((await batch(accept, false, 'correspondent')).told, ['Forbidden', 'Forbidden', 'NotFound']);
  const taken = await batch(accept);
  assert.deepEqual([taken.told, taken.backs], [[true, true, 'NotFound'], []], 'the sender has been told');
  assert.deepEqual((await batch(accept.slice(0, 1))).told, ['WrongState']);
  const join = [second, third, first].map(({ id }) => ({ do: 'merge', id, storyId: main.id, append: true }));
  assert.deepEqual((await batch(join.slice(0, 2), true)).told, [true, true]);
  assert.equal((await see(third.id)).state, 'waiting');
  assert.deepEqual((await batch(join.slice(0, 2))).told, [true, true], 'one after the other on the text as it is then');
  assert.deepEqual([(await see(second.id)).mergedInto?.id, (await see(third.id)).state], [main.id, 'merged']);
  const merged = (await desk.see(main.id)).text as { body: { content: unknown[] } };
  const alone = (first.text as { body: { content: unknown[] } }).body.content.length;
  assert.equal(merged.body.content.length, 3 * alone);
  await desk.sign(first, 'editor', 'first_review');
  assert.deepEqual((await batch(join.slice(2))).told, ['AlreadySigned']);
});

test('many submissions go back at once, each under a signature on the version that was seen, and come again while nobody has acted', async () => {
  const [first, second, third] = [await send(), await send(), await send()];
  const batch = async (acts: readonly object[], by: CastName = 'editor', rehearse = false) => {
    const answer = await desk.county.as(by).post('/stories/batches', { acts, rehearse });
    assert.equal(answer.status, 201, answer.text);
    const items = answer.body['items'] as { done: boolean; code: string | null; back: object | null }[];
    return { told: items.map(({ done, code }) => code ?? done), backs: items.flatMap(({ back }) => back ?? []) };
  };
  const reason = '请写明是哪座桥、哪一天';
  const seen = (await desk.county.as('editor').get('/submissions?limit=100')).body['items'] as SubmissionView[];
  const versionOf = (id: string): number => seen.find((one) => one.id === id)?.version ?? 0;
  const acts = [first, second, third].map(({ id }) => ({ do: 'return', id, version: versionOf(id), reason }));
  const stale = acts.map((act, at) => (at === 2 ? { ...act, version: act.version + 1 } : act));
  assert.deepEqual((await batch(acts, 'editor', true)).told, [true, true, true]);
  assert.equal((await desk.see(first.id)).signatures.length, 0, 'a rehearsal signs nothing');
  assert.deepEqual((await batch(acts, 'correspondent')).told, ['Forbidden', 'Forbidden', 'Forbidden']);
  const back = await batch(stale);
  assert.deepEqual(back.told, [true, true, 'StaleVersion'], 'what changed meanwhile is read first');
  const story = await desk.see(first.id);
  const given = story.signatures.map(({ verdict, reason: why, textHash }) => [verdict, why, textHash]);
  assert.deepEqual([story.state, given], ['returned', [['returned', reason, first.textHash]]]);
  assert.deepEqual([(await see(second.id, 'correspondent')).reason], [reason]);
  assert.deepEqual((await batch(acts.slice(0, 1))).told, ['WrongState'], 'a second click returns nothing twice');
  await desk.submit(await desk.see(second.id, 'correspondent'));
  assert.deepEqual((await batch(back.backs)).told, [true, 'NextHasActed'], 'its author has handed it in anew');
  assert.equal((await desk.see(first.id)).state, 'first_review');
});

test('a reviewer’s answer is one to the sender too, and handed in anew it waits anew', async () => {
  const sent = await send();
  const answer = async (verdict: 'returned' | 'rejected', reason: string, step = 'first_review') =>
    desk.sign(await desk.see(sent.id), 'editor', step, { verdict, reason });
  const stands = async (): Promise<unknown[]> => {
    const { state, reason } = await see(sent.id, 'correspondent');
    return [state, reason];
  };
  await answer('returned', '请写明是哪座桥');
  assert.deepEqual(await stands(), ['returned', '请写明是哪座桥']);
  await takeBackLast(sent.id, 'editor');
  assert.deepEqual(await stands(), ['accepted', null]);
  await answer('returned', '时间再核一下');
  await desk.submit(await desk.see(sent.id, 'correspondent'));
  assert.deepEqual(await stands(), ['waiting', null]);
  await answer('rejected', '上周已经登过');
  assert.deepEqual(await stands(), ['rejected', '上周已经登过']);
  assert.deepEqual((await see(sent.id)).moves, []);
  await desk.county.as('chief-editor').post(`/stories/${sent.id}/reopenings`, {});
  assert.deepEqual(await stands(), ['accepted', null]);
});

test('what a reviewer keeps for later waits no more, and may still be merged', async () => {
  const sent = await send();
  const kept = await desk.county.as('editor').post(`/stories/${sent.id}/hold-overs`, {});
  assert.equal(kept.status, 201, kept.text);
  assert.deepEqual([(await see(sent.id)).state, (await see(sent.id)).moves], ['accepted', ['merge']]);
  const target = await desk.write('editor');
  const merges = await Promise.all(
    [0, 1].map(() => desk.county.as('editor').post(`/submissions/${sent.id}/merges`, { storyId: target.id })),
  );
  assert.deepEqual(
    merges.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 409],
  );
  assert.deepEqual([(await desk.see(sent.id)).state, (await desk.see(sent.id)).held], ['discarded', null]);
});

test('merged into another story its words go there, and its sender sees where', async () => {
  const sent = await send({ text: textOf('渡口水位', ['渡口的水位下午五点退到警戒线以下。']) });
  const target = await desk.write('editor');
  const merge = (storyId: string, more = {}) =>
    desk.county.as('editor').post(`/submissions/${sent.id}/merges`, { storyId, ...more });
  refused(await merge(sent.id), 422, 'NotATarget');
  const english = { language: 'en', text: textOf('The bridge', ['It is open.'], { language: 'en' }) };
  refused(await merge((await desk.write('editor', english)).id), 422, 'NotATarget');
  refused(await merge((await desk.publish()).id), 409, 'NothingInWork');
  assert.equal((await merge(target.id)).status, 201);
  refused(await merge(target.id), 409, 'WrongState');
  const grown = await desk.see(target.id);
  assert.ok(words(grown).includes('渡口的水位下午五点退到警戒线以下。') && words(grown).includes('限重十吨'));
  const merged = await see(sent.id, 'correspondent');
  assert.deepEqual([merged.state, merged.mergedInto?.id, merged.storyState], ['merged', target.id, 'discarded']);
  const own = (await desk.county.as('correspondent').get('/stories?mine=true&limit=100')).body['items'] as {
    id: string;
    merged: boolean;
  }[];
  assert.deepEqual(
    own
      .filter((one) => one.merged)
      .map(({ id }) => id)
      .filter((id) => id === sent.id || id === target.id),
    [sent.id],
  );
  // What was put aside can be taken up again by its author and handed in by itself.
  await desk.county.as('correspondent').post(`/stories/${sent.id}/recoveries`, {});
  await desk.submit(await desk.see(sent.id, 'correspondent'));
  const again = await see(sent.id);
  assert.deepEqual([again.state, again.mergedInto], ['waiting', null]);
});

test('once it is published the sender sees where, and how much of it is theirs', async () => {
  const sent = await send({ text: textOf('渡口水位', ['水位退了。']) });
  assert.equal((await see(sent.id, 'correspondent')).use, null);
  const longer = textOf('渡口水位', ['水位退了。', '船明天开。']);
  await desk.county.as('editor').put(`/stories/${sent.id}/text`, { version: sent.version, text: longer });
  const published = await desk.signAll(await desk.see(sent.id));
  const { use } = await see(sent.id, 'correspondent');
  assert.deepEqual(use, {
    storyId: sent.id,
    slug: published.slug,
    language: 'zh-CN',
    publishedAt: published.publishedAt,
    ownCharacters: 9,
    characters: 14,
  });
  const other = await send({ text: textOf('船期', ['船明天开。']) });
  const target = await desk.submit(await desk.write('editor'), 'editor');
  await desk.county.as('section-head').post(`/submissions/${other.id}/merges`, { storyId: target.id });
  const first = await desk.sign(await desk.see(target.id), 'editor-2', 'first_review');
  assert.equal(first.status, 201, first.text);
  await desk.sign(await desk.see(target.id), 'section-head', 'second_review');
  await desk.sign(await desk.see(target.id), 'chief-editor', 'final_review');
  const merged = (await see(other.id, 'correspondent')).use;
  assert.deepEqual([merged?.storyId, merged?.ownCharacters], [target.id, 5]);
});

test('what was joined to a text that is joined on goes along: its sender sees the story that was published', async () => {
  const first = await send({ text: textOf('渡口水位', ['渡口的水位下午五点退到警戒线以下。']) });
  const second = await send({ text: textOf('上游水位', ['上游的闸门关了。']) });
  const main = await desk.submit(await desk.write('editor'), 'editor');
  const join = async (from: SeenStory, to: SeenStory): Promise<void> => {
    const request = { storyId: to.id, append: true };
    const merged = await desk.county.as('editor').post(`/submissions/${from.id}/merges`, request);
    assert.equal(merged.status, 201, merged.text);
  };
  await join(first, second);
  await join(second, main);
  assert.deepEqual([(await see(first.id)).mergedInto?.id, (await see(second.id)).mergedInto?.id], [main.id, main.id]);
  const published = await desk.signAll(await desk.see(main.id), 'editor-2');
  assert.equal(published.publicState, 'published');
  const { use } = await see(first.id);
  assert.deepEqual([use?.storyId, use?.ownCharacters], [main.id, 17]);
});

test('taken back it waits no more; a correction of the published story leaves it as it is', async () => {
  const sent = await send();
  await desk.county.as('correspondent').post(`/stories/${sent.id}/take-backs`, {});
  assert.deepEqual(
    [(await see(sent.id)).state, (await list('editor', '&state=waiting')).some(({ id }) => id === sent.id)],
    ['taken_back', false],
  );
  const published = await desk.publish();
  await desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: '限重' });
  const correction = await desk.see(published.id);
  await desk.submit(correction, 'editor');
  await desk.sign(await desk.see(published.id), 'section-head', 'second_review');
  await desk.county.as('editor').post(`/stories/${published.id}/take-backs`, {});
  assert.equal((await see(published.id)).state, 'accepted');
});

test('the inbox is searched, filtered, sorted and read on page by page', async () => {
  for (const at of [1, 2, 3]) await send({ text: textOf(`堤防巡查 ${at}`, ['退了。']) });
  const q = `&q=${encodeURIComponent('堤防')}`;
  assert.equal((await list('editor', q)).length, 3);
  assert.equal(
    (await list('editor', `${q}&section=${desk.sectionId}&place=${desk.county.placeId('town-1')}`)).length,
    3,
  );
  assert.equal((await list('editor', `&place=${desk.county.placeId('town-2')}`)).length, 0);
  for (const sort of ['-sentAt', 'sentAt', 'title']) {
    const seen: string[] = [];
    let next = '';
    for (let pages = 0; pages < 3; pages += 1) {
      const answer = await desk.county.as('editor').get(`/submissions?limit=2&sort=${sort}${q}${next}`);
      const page = answer.read(submissionListView);
      seen.push(...page.items.map((one) => one.id));
      if (page.next === null) break;
      next = `&after=${page.next}`;
    }
    assert.equal(new Set(seen).size, 3, sort);
    assert.equal(seen.length, 3, sort);
  }
});

test('every pair of states of a submission: only these changes are possible', () => {
  const states = Object.keys(submissionStates.transitions) as SubmissionState[];
  assert.deepEqual(
    states.flatMap((from) => states.filter((to) => mayMove(submissionStates, from, to)).map((to) => `${from} → ${to}`)),
    [
      'waiting → accepted',
      'waiting → merged',
      'waiting → returned',
      'waiting → rejected',
      'waiting → taken_back',
      'accepted → waiting',
      'accepted → merged',
      'accepted → returned',
      'accepted → rejected',
      'accepted → taken_back',
      'merged → waiting',
      'merged → accepted',
      'returned → waiting',
      'returned → accepted',
      'rejected → accepted',
      'taken_back → waiting',
      'taken_back → accepted',
    ],
  );
});
