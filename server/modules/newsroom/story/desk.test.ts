import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remindOverdue } from '../review/remind-overdue.ts';
import { openDesk, refused, story, textOf } from '../testing.ts';
import type { Desk } from '../testing.ts';

const titles = async (
  desk: Desk,
  who: 'editor' | 'correspondent' | 'correspondent-2',
  query = '',
): Promise<string[]> => {
  const list = await desk.county.as(who).get(`/stories${query}`);
  assert.equal(list.status, 200, list.text);
  return (list.body['items'] as { title: string }[]).map((one) => one.title);
};

test('a stale version is refused with the present one, and nothing is stored', async () => {
  await using desk = await openDesk();
  const draft = await desk.write();
  const text = textOf('柳河桥', ['一。']);
  story(await desk.county.as('correspondent').put(`/stories/${draft.id}/text`, { version: 1, text }), 200);
  const stale = await desk.county
    .as('correspondent')
    .put(`/stories/${draft.id}/text`, { version: 1, text: textOf('柳河桥', ['二。']) });
  refused(stale, 409, 'StaleVersion');
  assert.equal((stale.body['detail'] as { current: number }).current, 2);
  assert.equal((await desk.see(draft.id, 'editor')).version, 2);
});

test('a wrong text is refused with a problem at each place; an unfinished one is saved but not submitted', async () => {
  await using desk = await openDesk();
  const bad = await desk.county.as('correspondent').post(
    '/stories',
    desk.draft('x', {
      text: { v: 1, language: 'zh-CN', title: 'x', deck: '', body: { type: 'doc', content: [{ type: 'script' }] } },
    }),
  );
  refused(bad, 422, 'BadText');
  assert.deepEqual(
    (bad.body['fields'] as { path: string; code: string }[]).map((one) => [one.path, one.code]),
    [['/text/body/content/0/type', 'UnknownNode']],
  );
  const untitled = await desk.write('correspondent', {
    text: { v: 1, language: 'zh-CN', title: '', deck: '', body: { type: 'doc', content: [{ type: 'paragraph' }] } },
  });
  const answer = await desk.county.as('correspondent').post(`/stories/${untitled.id}/submissions`, { version: 1 });
  refused(answer, 422, 'Unfinished');
  assert.deepEqual(
    (answer.body['fields'] as { code: string }[]).map((one) => one.code),
    ['TitleMissing', 'BodyEmpty'],
  );
  const figure = {
    type: 'figure',
    attrs: { hash: 'a'.repeat(64), alt: 'x', caption: '', credit: '', width: 1, height: 1 },
  };
  const foreign = await desk.county.as('correspondent').put(`/stories/${untitled.id}/text`, {
    version: 1,
    text: { v: 1, language: 'zh-CN', title: 'x', deck: '', body: { type: 'doc', content: [figure] } },
  });
  refused(foreign, 422, 'BadText');
});

test('what belongs to another county or is absent answers alike', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const other = desk.county.as('chief-editor', { county: 2 });
  const absent = '01890000-0000-7000-8000-000000000000';
  for (const id of [published.id, absent]) {
    for (const path of [
      '',
      '/revisions',
      '/signatures',
      '/editions',
      '/history',
      '/verification',
      '/copies',
      `/revisions/${published.revisionId}`,
    ])
      refused(await other.get(`/stories/${id}${path}`), 404, 'NotFound');
    refused(await other.put(`/stories/${id}/text`, { version: 1, text: textOf('x', ['y']) }), 404, 'NotFound');
    refused(
      await other.post(`/stories/${id}/signatures`, {
        step: 'first_review',
        revisionId: published.revisionId,
        textHash: published.textHash,
        verdict: 'approved',
      }),
      404,
      'NotFound',
    );
    refused(await other.post(`/stories/${id}/withdrawals`, { reason: 'x' }), 404, 'NotFound');
  }
  refused(await other.post('/stories', desk.draft()), 404, 'NotFound');
  refused(
    await desk.county
      .as('correspondent')
      .post('/stories', desk.draft('x', { placeIds: [desk.county.placeId('village-1-1', 2)] })),
    404,
    'NotFound',
  );
  refused(
    await desk.county.request('GET', `/api/v1/public/stories/${published.slug}`, undefined, { host: 'two.test' }),
    404,
    'NotFound',
  );
  assert.equal((await desk.county.request('GET', `/api/v1/public/stories/${published.slug}`)).status, 200);
});

test('a correspondent lists and opens their own stories only; the desk all of them; a volunteer none', async () => {
  await using desk = await openDesk();
  const mine = await desk.write();
  const theirs = story(
    await desk.county.as('correspondent-2').post('/stories', desk.draft('石桥镇开集', {}, 'village-2-1')),
    201,
  );
  assert.deepEqual(await titles(desk, 'correspondent'), ['柳河桥今天通车']);
  assert.deepEqual(await titles(desk, 'correspondent-2'), ['石桥镇开集']);
  assert.equal((await titles(desk, 'editor')).length, 2);
  refused(await desk.county.as('correspondent').get(`/stories/${theirs.id}`), 404, 'NotFound');
  assert.equal((await desk.county.as('correspondent-2').get(`/stories/${theirs.id}`)).status, 200);
  refused(await desk.county.as('volunteer').get('/stories'), 403, 'Forbidden');
  refused(await desk.county.as('volunteer').get(`/stories/${mine.id}`), 404, 'NotFound');
  refused(await desk.county.as('correspondent').post('/stories', desk.draft('x', {}, 'village-2-1')), 403, 'Forbidden');
});

test('a story is found by the words of its present text, in its own county alone, and the list shows where', async () => {
  await using desk = await openDesk();
  const found = async (q: string, county: 1 | 2 = 1, list = 'stories') => {
    const answer = await desk.county.as('editor', { county }).get(`/${list}?q=${encodeURIComponent(q)}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.body['items'] as { title: string; hit: { words: string[]; excerpt: string | null } }[];
  };
  const titled = async (q: string, list?: string) => (await found(q, 1, list)).map((one) => one.title);
  const wrote = story(
    await desk.county.as('correspondent').post('/stories', {
      ...desk.draft('河堤'),
      text: textOf('河堤', ['工人连夜用编织袋加固了三处渗水的地方。', 'The levees are being repaired.']),
    }),
    201,
  );
  const [hit] = await found('编织袋');
  assert.equal(hit?.title, '河堤');
  assert.match(hit?.hit.excerpt ?? '', /编织袋/);
  assert.ok(hit?.hit.words.includes('编织袋'));
  assert.deepEqual(await titled('levee REPAIRS'), ['河堤'], 'an English word in another form');
  assert.deepEqual(await titled('编织袋 没有的'), [], 'every word must be there');
  assert.deepEqual((await found('河堤'))[0]?.hit.excerpt, null, 'only the headline holds it');
  assert.deepEqual(await found('编织袋', 2), [], 'nothing crosses counties');
  assert.equal(((await desk.county.as('editor').get('/stories')).body['items'] as { hit: null }[])[0]?.hit, null);
  // Whoever may not see it does not find it.
  assert.deepEqual(
    (await desk.county.as('correspondent-2').get(`/stories?q=${encodeURIComponent('编织袋')}`)).body['items'],
    [],
  );
  const submitted = await desk.submit(wrote);
  assert.deepEqual(await titled('编织袋', 'submissions'), ['河堤']);
  const saved = await desk.county
    .as('editor')
    .put(`/stories/${wrote.id}/text`, { version: submitted.version, text: textOf('河堤', ['加固用的是沙袋。']) });
  assert.equal(saved.status, 200, saved.text);
  assert.deepEqual([await titled('编织袋'), await titled('沙袋')], [[], ['河堤']]);
  // What an older version of the program wrote has no words yet; the clock's work cuts them.
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named('test.unindex', 'update newsroom.story_words set words = null where county_id = $1', [tx.countyId]),
    ),
  );
  assert.deepEqual(await titled('沙袋'), []);
  await desk.county.tick('newsroom.index-stories');
  assert.deepEqual(await titled('沙袋'), ['河堤']);
});

test('the list is searched, filtered, sorted and paged without losing or doubling a story', async () => {
  await using desk = await openDesk();
  for (const number of [1, 2, 3, 4, 5]) {
    desk.county.clock.advance({ minutes: 1 });
    story(await desk.county.as('correspondent').post('/stories', desk.draft(`第${number}篇`)), 201);
  }
  assert.deepEqual(await titles(desk, 'editor', `?q=${encodeURIComponent('第3')}`), ['第3篇']);
  assert.equal(
    (
      await titles(
        desk,
        'editor',
        `?state=draft&section=${desk.sectionId}&place=${desk.county.placeId('town-1')}&language=zh-CN&mine=false`,
      )
    ).length,
    5,
  );
  assert.equal((await titles(desk, 'editor', `?place=${desk.county.placeId('town-2')}`)).length, 0);
  for (const sort of ['-updatedAt', 'updatedAt', 'dueAt', '-publishedAt', '-createdAt', 'title']) {
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page = await desk.county.as('editor').get(`/stories?sort=${sort}&limit=2${after ? `&after=${after}` : ''}`);
      assert.equal(page.status, 200, page.text);
      seen.push(...(page.body['items'] as { title: string }[]).map((one) => one.title));
      after = page.body['next'] as string | null;
    }
    assert.deepEqual(seen.toSorted(), ['第1篇', '第2篇', '第3篇', '第4篇', '第5篇'], sort);
  }
  refused(await desk.county.as('editor').get('/stories?sort=state;drop'), 400, 'BadRequest');
  refused(await desk.county.as('editor').get('/stories?after=nonsense'), 400, 'BadRequest');
  const counts = await desk.county.as('editor').get('/stories/counts');
  assert.equal(counts.body['draft'], 5);
});

test('a draft is held, taken over, discarded and taken up again', async () => {
  await using desk = await openDesk();
  const draft = await desk.write();
  story(await desk.county.as('editor').post(`/stories/${draft.id}/holds`, {}), 201);
  refused(await desk.county.as('editor-2').post(`/stories/${draft.id}/holds`, {}), 409, 'HeldByAnother');
  const taken = await desk.county.as('editor-2').post(`/stories/${draft.id}/holds`, { over: true });
  assert.equal((taken.body['holder'] as { name: string }).name, 'editor-2', taken.text);
  assert.equal((await desk.county.as('editor-2').delete(`/stories/${draft.id}/holds`)).body['holder'], null);
  assert.equal(
    story(await desk.county.as('correspondent').post(`/stories/${draft.id}/discards`, {}), 201).state,
    'discarded',
  );
  refused(
    await desk.county.as('correspondent').put(`/stories/${draft.id}/text`, { version: 1, text: textOf('x', ['y']) }),
    403,
    'Forbidden',
  );
  const recover = (by: 'correspondent' | 'correspondent-2' | 'editor') =>
    desk.county.as(by).post(`/stories/${draft.id}/recoveries`, {});
  assert.equal((await recover('correspondent-2')).status, 404, 'another’s');
  assert.equal(story(await recover('correspondent'), 201).state, 'draft', 'their own, put aside by mistake');
  story(await desk.county.as('correspondent').post(`/stories/${draft.id}/discards`, {}), 201);
  assert.equal(story(await recover('editor'), 201).state, 'draft');
});

test('a text is taken back until somebody has signed', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  assert.equal(
    story(await desk.county.as('correspondent').post(`/stories/${submitted.id}/take-backs`, {}), 201).state,
    'draft',
  );
  const again = await desk.submit(await desk.see(submitted.id));
  story(await desk.sign(again, 'editor', 'first_review'), 201);
  refused(await desk.county.as('correspondent').post(`/stories/${submitted.id}/take-backs`, {}), 409, 'AlreadySigned');
});

test('a correction dropped leaves the published text, and the next one begins from it', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const begun = story(
    await desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: '写错了' }),
    201,
  );
  const saved = story(
    await desk.county
      .as('editor')
      .put(`/stories/${published.id}/text`, { version: begun.version, text: textOf('另一个标题', ['另一段。']) }),
    200,
  );
  assert.equal(saved.text['title'], '另一个标题');
  // It was begun by the desk: whose error it mends does not drop it.
  const byAuthor = desk.county.as('correspondent');
  refused(await byAuthor.post(`/stories/${published.id}/discards`, {}), 403, 'Forbidden');
  assert.equal((await desk.see(published.id, 'correspondent')).abilities.includes('story.discard'), false);
  const dropped = story(await desk.county.as('editor').post(`/stories/${published.id}/discards`, {}), 201);
  assert.deepEqual([dropped.state, dropped.publicState], ['done', 'published']);
  const next = story(await desk.county.as('editor').post(`/stories/${published.id}/updates`, {}), 201);
  assert.equal(next.textHash, published.textHash);
});

test('everybody finds what waits for them, and is told of it', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  const cards = async (who: 'editor' | 'section-head' | 'correspondent'): Promise<string[]> =>
    ((await desk.county.as(who).get('/me/waiting')).body['items'] as { kind: string }[])
      .map((one) => one.kind)
      .filter((kind) => kind.startsWith('newsroom.'));
  assert.deepEqual(await cards('editor'), ['newsroom.review']);
  assert.deepEqual(await cards('section-head'), []);
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  assert.deepEqual([await cards('editor'), await cards('section-head')], [[], ['newsroom.review']]);
  story(await desk.sign(submitted, 'section-head', 'second_review', { verdict: 'returned', reason: '请补一句' }), 201);
  assert.deepEqual(await cards('correspondent'), ['newsroom.returned']);
  await desk.county.deliver();
  const notices = await desk.county.as('correspondent').get('/notices');
  assert.match(JSON.stringify(notices.body), /story\.returned/);
});

test('the same submission sent twice has one effect and one answer', async () => {
  await using desk = await openDesk();
  const draft = await desk.write();
  const key = 'a-key-of-a-phone-1234';
  const first = await desk.county.as('correspondent').post(`/stories/${draft.id}/submissions`, { version: 1 }, { key });
  const second = await desk.county
    .as('correspondent')
    .post(`/stories/${draft.id}/submissions`, { version: 1 }, { key });
  assert.deepEqual([first.status, second.status, second.text], [201, 201, first.text]);
  refused(
    await desk.county.as('correspondent').post(`/stories/${draft.id}/submissions`, { version: 2 }, { key }),
    422,
    'IdempotencyKeyReused',
  );
});

test('a review that waits too long is told once to whoever is on duty', async () => {
  await using desk = await openDesk();
  const told = async (who: 'chief-editor' | 'section-head') =>
    ((await desk.county.as(who).get('/notices')).body['items'] as { kind: string; href: string }[]).filter(
      (one) => one.kind === 'story.overdue',
    );
  await desk.onDuty('chief-editor');
  const submitted = await desk.submit(await desk.write());
  await desk.county.tick('newsroom.remind-overdue');
  assert.equal((await told('chief-editor')).length, 0);
  desk.county.clock.advance({ hours: 2, minutes: 1 });
  await desk.county.tick('newsroom.remind-overdue');
  await desk.county.tick('newsroom.remind-overdue');
  assert.deepEqual(
    (await told('chief-editor')).map((one) => one.href),
    [`/console/stories/${submitted.id}/review`],
  );
  assert.equal((await told('section-head')).length, 0);
});

test('what fell due while the program was off over a long weekend is told when it runs again, once', async () => {
  await using desk = await openDesk();
  const told = async (kind: string): Promise<number> =>
    ((await desk.county.as('chief-editor').get('/notices')).body['items'] as { kind: string }[]).filter(
      (one) => one.kind === kind,
    ).length;
  const submitted = await desk.submit(await desk.write());
  const publishAt = new Date(desk.county.clock.now().getTime() + 3_600_000).toISOString();
  const set = await desk.county.as('editor').put(`/stories/${submitted.id}/schedule`, { publishAt });
  assert.equal(set.status, 200, set.text);
  desk.county.clock.advance({ days: 4 });
  await desk.onDuty('chief-editor');
  for (let turn = 0; turn < 2; turn += 1) {
    await desk.county.tick('newsroom.remind-overdue');
    await desk.county.tick('newsroom.tell-missed');
  }
  assert.deepEqual([await told('story.overdue'), await told('story.not-published')], [1, 1]);
});

test('what waits too long is worked through a batch at a time; only who comes on duty later hears of it again', async () => {
  await using desk = await openDesk();
  const told = async (who: 'chief-editor' | 'chief-editor-2'): Promise<number> =>
    ((await desk.county.as(who).get('/notices')).body['items'] as { kind: string }[]).filter(
      (one) => one.kind === 'story.overdue',
    ).length;
  const turn = (limit: number) => desk.county.inCounty((ctx) => ctx.transaction((tx) => remindOverdue(tx, limit)));
  for (const title of ['柳河桥今天通车', '双井镇修渠', '东门社区换灯'])
    await desk.submit(story(await desk.county.as('correspondent').post('/stories', desk.draft(title)), 201));
  desk.county.clock.advance({ hours: 3 });
  await desk.onDuty('chief-editor');
  await turn(2);
  assert.equal(await told('chief-editor'), 2, 'no more than the batch');
  await turn(2);
  await turn(2);
  assert.equal(await told('chief-editor'), 3, 'the rest, and nothing twice');
  await desk.onDuty('chief-editor-2');
  await turn(9);
  assert.equal(await told('chief-editor-2'), 0, 'looked at a moment ago');
  desk.county.clock.advance({ minutes: 11 });
  await turn(9);
  assert.deepEqual([await told('chief-editor'), await told('chief-editor-2')], [3, 3]);
});
