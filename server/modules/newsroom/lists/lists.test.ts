import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyFigures } from '../contract.ts';
import type { StoryFigures } from '../contract.ts';
import { openDesk, refused } from '../testing.ts';
import type { Desk } from '../testing.ts';

type Who = 'correspondent' | 'editor' | 'administrator' | 'auditor' | 'chief-editor';

/** All rows of a list, page by page, each as its id. */
async function walk(desk: Desk, who: Who, path: string, param: string, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let next: string | null = '';
  do {
    const join = path.includes('?') ? '&' : '?';
    const page = await desk.county
      .as(who)
      .get(`${path}${join}limit=${limit}${next ? `&${param}=${encodeURIComponent(next)}` : ''}`);
    assert.equal(page.status, 200, page.text);
    seen.push(...(page.body['items'] as { id?: string; hash?: string }[]).map((row) => row.id ?? row.hash ?? ''));
    next = page.body['next'] as string | null;
  } while (next);
  return seen;
}

test('a list is the same from both ends, and its pages lose and double nothing', async () => {
  await using desk = await openDesk();
  for (let count = 0; count < 3; count++) await desk.publish();
  await desk.county.deliver();
  const lists: readonly (readonly [Who, string, string])[] = [
    ['auditor', '/audit', 'before'],
    ['administrator', '/grants', 'after'],
    ['correspondent', '/notices', 'before'],
  ];
  for (const [who, path, param] of lists) {
    const newest = await walk(desk, who, `${path}?sort=newest`, param, 100);
    assert.ok(newest.length > 1, `${path} has rows`);
    assert.deepEqual(await walk(desk, who, `${path}?sort=oldest`, param, 2), newest.toReversed(), path);
    assert.equal(new Set(newest).size, newest.length, path);
  }
});

test('lists are searched in the words that their readers see', async () => {
  await using desk = await openDesk();
  await desk.publish();
  await desk.county.deliver();
  const count = async (who: Who, path: string): Promise<number> => {
    const answer = await desk.county.as(who).get(path);
    assert.equal(answer.status, 200, answer.text);
    return (answer.body['items'] as unknown[]).length;
  };
  const q = encodeURIComponent;
  const [message] = (await desk.county.as('correspondent').get('/notices')).body['items'] as { text: string }[];
  assert.ok((await count('correspondent', `/notices?q=${q(message?.text.slice(2, 6) ?? '')}`)) > 0);
  assert.equal(await count('correspondent', `/notices?q=${q('没有的')}`), 0);
  assert.ok((await count('administrator', `/grants?q=${q('editor')}`)) > 0);
  assert.equal(await count('administrator', `/grants?q=${q('没有的')}`), 0);
  for (const path of ['/copies', '/pictures', '/error-reports']) {
    assert.equal(await count('editor', `${path}?q=${q('没有的')}&sort=oldest`), 0);
    refused(await desk.county.as('editor').get(`${path}?after=nonsense`), 400, 'BadRequest');
    refused(
      await desk.county.as('editor').get(`${path}?place=${desk.county.placeId('village-1-1', 2)}`),
      404,
      'NotFound',
    );
  }
  assert.equal(await count('administrator', '/failed-jobs?q=x&sort=oldest'), 0);
  // A cursor of the right form whose time is none.
  const forged = Buffer.from(JSON.stringify(['soon', '00000000-0000-7000-8000-000000000000'])).toString('base64url');
  for (const path of ['/copies', '/stories'])
    refused(await desk.county.as('editor').get(`${path}?after=${forged}`), 400, 'BadRequest');
});

test('stories are counted by week and section, with the time from the first submission; a writer alone sees no figures', async () => {
  await using desk = await openDesk();
  const draft = await desk.write();
  const submitted = await desk.submit(draft);
  desk.county.clock.advance({ minutes: 90 });
  await desk.signAll(submitted);
  const figures = async (query = '', county: 1 | 2 = 1): Promise<StoryFigures> => {
    const answer = await desk.county.as('section-head', { county }).get(`/story-figures${query}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.read(storyFigures);
  };
  const { sections, weeks } = await figures();
  assert.equal(weeks.length, 12);
  assert.equal(sections.length, 1);
  assert.deepEqual([weeks.at(-1)?.published, weeks.at(-1)?.medianMinutes], [[1], 90]);
  assert.deepEqual((await figures('', 2)).sections, [], 'nothing crosses counties');
  assert.deepEqual((await figures(`?place=${desk.county.placeId('town-2')}`)).sections, []);
  assert.equal((await desk.county.as('correspondent').get('/story-figures')).status, 403);
});

interface Outcome {
  id: string;
  done: boolean;
  code: string | null;
  back: object | null;
}

test('several stories at once: said beforehand, each by itself, once, and taken back', async () => {
  await using desk = await openDesk();
  const mine = await desk.write('editor');
  const other = await desk.write('editor', { sectionId: desk.sectionId });
  const waiting = await desk.submit(await desk.write());
  const batch = async (acts: readonly object[], more: { rehearse?: boolean; key?: string } = {}) => {
    const { key, rehearse = false } = more;
    const answer = await desk.county
      .as('editor')
      .post('/stories/batches', { acts, rehearse }, key === undefined ? {} : { key });
    assert.equal(answer.status, 201, answer.text);
    return answer.body['items'] as Outcome[];
  };
  const told = (items: Outcome[]) => items.map(({ done, code }) => code ?? done);
  const acts = [mine, other, waiting].map(({ id, version }) => ({ do: 'submit', id, version }));
  assert.deepEqual(told(await batch(acts, { rehearse: true })), [true, true, 'WrongState']);
  assert.equal((await desk.see(mine.id)).state, 'draft', 'a rehearsal does nothing');

  const key = 'the-same-batch-again';
  const done = await batch(acts, { key });
  assert.deepEqual(told(done), [true, true, 'WrongState'], 'what one is refused for keeps none from the others');
  const again = await batch(acts, { key });
  assert.deepEqual([told(again), again[0]?.back], [told(done), done[0]?.back], 'sent again it is the same');
  assert.equal((await desk.see(mine.id)).state, 'first_review');
  refused(await desk.county.as('editor').post('/stories/batches', { acts: [acts[0], acts[0]] }), 400, 'BadRequest');

  const life = desk.sectionId;
  const opened = await desk.county
    .as('chief-editor')
    .post('/sections', { slug: 'news', name: { 'zh-CN': '要闻', en: 'News' }, position: 2 });
  const news = String(opened.body['id']);
  const moved = await batch([mine, waiting].map(({ id }) => ({ do: 'move', id, sectionId: news })));
  assert.deepEqual(told(moved), [true, true]);
  await desk.county.as('editor').patch(`/stories/${waiting.id}`, { sectionId: life });
  const backs = [...done, ...moved].flatMap(({ back }) => back ?? []);
  assert.equal(backs.length, 4);
  assert.deepEqual(told(await batch(backs.slice(2))), [true, 'Conflict'], 'what somebody changed meanwhile stays');
  assert.deepEqual(told(await batch(backs.slice(0, 2))), [true, true]);
  const { state, section } = await desk.see(mine.id);
  assert.deepEqual([state, section.id], ['draft', life]);
  const aside = await batch([{ do: 'discard', id: mine.id }]);
  assert.deepEqual(
    told(
      await batch([
        { do: 'archive', id: mine.id },
        { do: 'archive', id: other.id },
      ]),
    ),
    [true, 'WrongState'],
  );
  assert.deepEqual(told(await batch([{ do: 'bring-back', id: mine.id }])), [true], 'out of the archive');
  assert.deepEqual(told(await batch(aside.flatMap(({ back }) => back ?? []))), [true], 'and from aside');
  assert.equal((await desk.see(mine.id)).state, 'draft');

  // Who looks after them: told once, seen in the list, taken back as it was given.
  const second = await desk.county.personId('editor-2');
  const mineAgain = { do: 'assign', id: mine.id, editorId: second };
  const given = await batch([mineAgain, { do: 'assign', id: waiting.id, editorId: second }]);
  assert.deepEqual(told(given), [true, true]);
  assert.deepEqual(told(await batch([mineAgain])), [true]);
  const volunteer = await desk.county.personId('volunteer');
  assert.deepEqual(told(await batch([{ ...mineAgain, editorId: volunteer }])), ['NotAssignable']);
  const looked = (await desk.county.as('editor').get(`/stories?editor=${second}`)).body['items'] as { id: string }[];
  assert.deepEqual(looked.map(({ id }) => id).toSorted(), [mine.id, waiting.id].toSorted());
  await desk.county.deliver();
  const notices = (await desk.county.as('editor-2').get('/notices')).body['items'] as { kind: string }[];
  assert.equal(notices.filter(({ kind }) => kind === 'story.assigned').length, 2);
  const own = await desk.county.as('editor').put(`/stories/${waiting.id}/editor`, { editorId: null });
  assert.equal(own.body['editor'], null);
  const takenBack = await batch(given.flatMap(({ back }) => back ?? []));
  assert.deepEqual(told(takenBack), [true, 'Conflict'], 'what somebody changed meanwhile stays');
  assert.equal((await desk.see(mine.id)).editor, null);

  const stranger = await desk.county
    .as('editor', { county: 2 })
    .post('/stories/batches', { acts: [{ do: 'discard', id: mine.id }] });
  assert.deepEqual(told(stranger.body['items'] as Outcome[]), ['NotFound']);
});

test('several ideas at once: asked of somebody, taken back unless they have answered', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  const idea = async (title: string): Promise<string> =>
    String((await chief.post('/ideas', { title, placeIds: [desk.county.placeId('village-1-1')] })).body['id']);
  const [one, two] = [await idea('集市'), await idea('修桥')];
  const personId = await desk.county.personId('correspondent');
  const batch = async (acts: readonly object[]): Promise<Outcome[]> => {
    const answer = await chief.post('/ideas/batches', { acts });
    assert.equal(answer.status, 201, answer.text);
    return answer.body['items'] as Outcome[];
  };
  const asked = await batch([one, two].map((id) => ({ do: 'assign', id, personId, kind: 'picture' })));
  assert.deepEqual(
    asked.map(({ done }) => done),
    [true, true],
  );
  const seen = async (id: string) =>
    (await chief.get(`/ideas/${id}`)).body['assignments'] as { id: string; state: string }[];
  const [assignment] = await seen(two);
  await desk.county.as('correspondent').post(`/assignments/${assignment?.id}/acceptances`, {});
  const backs = asked.flatMap(({ back }) => back ?? []);
  assert.deepEqual(
    (await batch(backs)).map(({ done, code }) => code ?? done),
    [true, 'StaleVersion'],
  );
  assert.deepEqual([(await seen(one))[0]?.state, (await seen(two))[0]?.state], ['cancelled', 'accepted']);
  const ended = await batch([one, two].map((id) => ({ do: 'conclude', id, as: 'done' })));
  assert.deepEqual(
    ended.map(({ done, code }) => code ?? done),
    [true, 'WorkUnderway'],
  );
  assert.deepEqual(
    (await batch(ended.flatMap(({ back }) => back ?? []))).map(({ done }) => done),
    [true],
  );
});
