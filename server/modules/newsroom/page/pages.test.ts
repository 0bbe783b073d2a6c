import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import type { ErrorReportView } from '../contract.ts';
import { reportError } from '../error-report/report-error.ts';
import type { FormCall, Page, PageAnswer } from '#platform/page';
import { guestActor } from '#platform/actor';
import { Refusal } from '#platform/refuse';
import { openCtx } from '#platform/transaction';
import { openDesk, refused, story } from '../testing.ts';
import type { Desk, SeenStory } from '../testing.ts';
import { textOf } from '../testing.ts';
import type {
  CorrectionsPageProps,
  ReportErrorPageProps,
  SectionPageProps,
  StoryPageProps,
  WithdrawnStoryPageProps,
} from '../page-contract.ts';
import { storyTeasers } from '../lists/public-stories.ts';
import { newsroom } from '../module.ts';

function load(
  desk: Desk,
  path: string,
  params: Record<string, string>,
  options: {
    language?: 'zh-CN' | 'en';
    form?: Record<string, string>;
    query?: Record<string, string>;
    from?: string;
  } = {},
): Promise<PageAnswer> {
  const page = newsroom.pages?.find((one) => one.path === path) as Page;
  const county = desk.county.app.counties.byId(1);
  if (!county) throw new Error('no county');
  const ctx = openCtx(desk.county.app, county, { requestId: 'test', language: options.language ?? 'zh-CN' });
  const call = {
    ctx,
    actor: guestActor('reader'),
    path,
    params,
    query: options.query ?? {},
    edition: 'normal',
    form: options.form ?? {},
    key: 'k',
    request: { ip: options.from ?? '192.0.2.1' },
  } as unknown as FormCall;
  return options.form && page.submit ? page.submit(call) : page.load(call);
}

async function storyProps(
  desk: Desk,
  slug: string | null,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<StoryPageProps> {
  const answer = await load(desk, '/stories/:slug', { slug: slug ?? '' }, { language });
  assert.ok('props' in answer, JSON.stringify(answer));
  return answer.props as StoryPageProps;
}

test('a published story is shown with its text, its three signatures and its fingerprint', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const props = await storyProps(desk, published.slug);
  assert.equal(props.title, '柳河桥今天通车');
  assert.equal(props.bodyHtml, '<p>修了三个月的柳河桥，今天上午八点重新通车。</p><p>镇上提醒：限重十吨。</p>');
  assert.deepEqual(
    props.signatures.map((one) => [one.stepName, one.roleName, one.means]),
    [
      ['一审', '编辑', 'attested'],
      ['二审', '编辑室主任', 'attested'],
      ['终审', '总编', 'attested'],
    ],
  );
  assert.equal(props.fingerprint, published.textHash);
  assert.equal(props.byline, '大槐村通讯员');
  assert.deepEqual([props.signing, props.edition.number, props.ended], ['ordinary', 1, null]);
});

test('what is not published is not there', async () => {
  await using desk = await openDesk();
  await desk.submit(await desk.write());
  await assert.rejects(
    load(desk, '/stories/:slug', { slug: 'liu-he-qiao' }),
    (error) => error instanceof Refusal && error.code === 'NotFound',
  );
});

async function register(desk: Desk, query: Record<string, string> = {}): Promise<CorrectionsPageProps> {
  const answer = await load(desk, '/corrections', {}, { query });
  assert.ok('props' in answer);
  return answer.props as CorrectionsPageProps;
}

test('a correction shows word by word, and the address stays', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const begun = story(
    await desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: '限重写错了' }),
    201,
  );
  assert.equal((await storyProps(desk, published.slug)).bodyHtml.includes('十吨'), true);
  const text = textOf('柳河桥通车，限重十二吨', [
    '修了三个月的柳河桥，今天上午八点重新通车。',
    '镇上提醒：限重十二吨。',
  ]);
  const saved = story(
    await desk.county.as('editor').put(`/stories/${published.id}/text`, { version: begun.version, text }),
    200,
  );
  const submitted = await desk.submit(saved, 'editor');
  const form = await load(desk, '/stories/:slug/report-error', { slug: published.slug ?? '' });
  assert.ok('props' in form && (form.props as { story: { title: string } }).story.title === '柳河桥今天通车');
  refused(await desk.sign(submitted, 'editor', 'first_review'), 409, 'DutiesNotSeparated');
  await desk.signAll(submitted, 'editor-2');
  const props = await storyProps(desk, published.slug);
  assert.equal(props.slug, published.slug);
  assert.equal(props.corrections[0]?.note, '限重写错了');
  const runs = props.corrections[0]?.changes.flatMap((change) => change.runs) ?? [];
  assert.deepEqual(
    runs.filter((run) => run.kind !== 'same').map((run) => run.kind),
    ['del', 'ins', 'del', 'ins'],
  );
  const [entry] = (await register(desk)).entries;
  assert.deepEqual(
    [entry?.kind, entry?.story.slug, entry?.correction, entry?.copies],
    [
      'correction',
      published.slug,
      props.corrections[0],
      [
        {
          channelName: '公开网站',
          before: [1],
          now: { edition: 2, state: 'stands', seenAt: null, href: `/stories/${published.slug}` },
        },
      ],
    ],
  );
  assert.equal((await register(desk, { month: '2026-03', section: 'life' })).entries.length, 1);
  await assert.rejects(register(desk, { month: '2026-02' }), { code: 'NotFound' });
  await assert.rejects(register(desk, { section: 'nothing' }), { code: 'NotFound' });
});

test('an update tells readers what is new, where its editors say so, and is no correction', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const update = async (note: string | undefined, said: string): Promise<SeenStory> => {
    const begun = story(
      await desk.county.as('editor').post(`/stories/${published.id}/updates`, note === undefined ? {} : { note }),
      201,
    );
    assert.deepEqual([begun.updateNote, begun.correctionNote], [note ?? null, null]);
    const text = textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。', said]);
    story(await desk.county.as('editor').put(`/stories/${published.id}/text`, { version: begun.version, text }), 200);
    const submitted = await desk.submit(await desk.see(published.id), 'editor');
    return desk.signAll(submitted, 'editor-2');
  };
  const once = await update('补充了公交改线', '12 路恢复走桥。');
  assert.deepEqual([once.updateNote, once.edition?.number], [null, 2]);
  await update(undefined, '12 路、7 路恢复走桥。');
  const props = await storyProps(desk, published.slug);
  assert.deepEqual(
    [props.edition.number, props.corrections, props.updates.map(({ note, edition }) => [note, edition])],
    [3, [], [['补充了公交改线', 2]]],
  );
  assert.equal((await register(desk)).entries.length, 0);
  // One that is dropped leaves nothing for the next.
  story(await desk.county.as('editor').post(`/stories/${published.id}/updates`, { note: '不发了' }), 201);
  const dropped = story(await desk.county.as('editor').post(`/stories/${published.id}/discards`, {}), 201);
  assert.equal(dropped.updateNote, null);
});

test('the person on duty withdraws with one signature; the page says so; restored it is as it was', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  refused(
    await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实限重' }),
    409,
    'NobodyOnDuty',
  );
  refused(
    await desk.county.as('editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实限重' }),
    403,
    'Forbidden',
  );
  await desk.onDuty('chief-editor');
  const note = '限重写得不清楚，正在问交通局。';
  const withdrawn = story(
    await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实限重', note }),
    201,
  );
  assert.equal(withdrawn.publicState, 'withdrawn');
  refused(
    await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实限重' }),
    409,
    'NotPublished',
  );
  const answer = await load(desk, '/stories/:slug', { slug: published.slug ?? '' });
  assert.ok('props' in answer && answer.view === 'newsroom/story-withdrawn');
  assert.equal(JSON.stringify(answer.props).includes('十吨'), false);
  assert.equal((answer.props as WithdrawnStoryPageProps).note, note);
  const list = await desk.county.request('GET', '/api/v1/public/stories');
  assert.deepEqual(list.body['items'], []);
  const [taken] = (await register(desk)).entries;
  assert.deepEqual(
    [taken?.kind, taken?.note, taken?.story.isWithdrawn, taken?.correction, taken?.copies[0]?.now?.state],
    ['withdrawal', note, true, null, 'gone'],
  );
  assert.equal(JSON.stringify(taken).includes('核实限重'), false, 'the reason is for the desk');
  desk.county.clock.advance({ minutes: 1 });
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '没有错' }), 201);
  assert.equal((await storyProps(desk, published.slug)).fingerprint, published.textHash);
  assert.deepEqual(
    (await register(desk)).entries.map((one) => [one.kind, one.note, one.copies[0]?.now?.state]),
    [
      ['restoration', null, 'stands'],
      ['withdrawal', note, 'stands'],
    ],
  );
});

test('a notice that is over opens with its end and its successor', async () => {
  await using desk = await openDesk();
  const notice = await desk.publish({ kind: 'notice', validUntil: '2026-03-02T05:00:00.000Z' });
  assert.equal((await storyProps(desk, notice.slug)).ended, null);
  const next = await desk.publish({
    kind: 'notice',
    text: textOf('柳河桥今晚限行', ['今晚八点起限行。']),
    validUntil: '2026-03-03T05:00:00.000Z',
  });
  story(await desk.county.as('editor').patch(`/stories/${notice.id}`, { successorId: next.id }), 200);
  refused(
    await desk.county.as('editor').patch(`/stories/${next.id}`, { successorId: notice.id }),
    422,
    'NotASuccessor',
  );
  const came = (await storyProps(desk, next.slug)).publishedAt;
  desk.county.clock.advance({ minutes: 30 });
  assert.equal((await storyProps(desk, notice.slug)).ended?.at, came);
  desk.county.clock.advance({ hours: 5 });
  const props = await storyProps(desk, notice.slug);
  assert.deepEqual([props.ended?.at, props.ended?.successor?.slug], ['2026-03-02T05:00:00.000Z', next.slug]);
});

test('a translation is a story of its own, linked both ways; readers are led to their language', async () => {
  await using desk = await openDesk();
  const original = await desk.publish();
  refused(
    await desk.county.as('editor').post('/stories', desk.draft('柳河桥', { translationOf: original.id })),
    422,
    'NotATranslation',
  );
  const text = textOf('Liuhe bridge opens today', ['The bridge opened again at eight this morning.'], {
    language: 'en',
  });
  const translation = await desk.publish({ language: 'en', text, translationOf: original.id });
  refused(
    await desk.county
      .as('editor')
      .post('/stories', desk.draft('x', { language: 'en', text, translationOf: original.id })),
    409,
    'TranslationExists',
  );
  assert.match(translation.slug ?? '', /^liuhe-bridge-opens-today-/);
  assert.deepEqual(await load(desk, '/stories/:slug', { slug: original.slug ?? '' }, { language: 'en' }), {
    redirect: `/stories/${translation.slug}`,
    status: 302,
  });
  assert.deepEqual(
    (await storyProps(desk, original.slug)).translations.map((one) => one.slug),
    [translation.slug],
  );
  const en = await desk.county.request('GET', '/api/v1/public/stories?language=en');
  assert.deepEqual(
    (en.body['items'] as { title: string }[]).map((one) => one.title),
    ['Liuhe bridge opens today'],
  );
  const seenInEnglish = () => load(desk, '/stories/:slug', { slug: original.slug ?? '' }, { language: 'en' });
  const withdraw = async (id: string) =>
    story(await desk.county.as('chief-editor').post(`/stories/${id}/withdrawals`, { reason: '核实时间' }), 201);
  await desk.onDuty('chief-editor');
  await withdraw(translation.id);
  assert.equal('redirect' in (await seenInEnglish()), false, 'the original still stands');
  await withdraw(original.id);
  assert.deepEqual(await seenInEnglish(), { redirect: `/stories/${translation.slug}`, status: 302 });
});

test('a section lists its stories by pages; beyond the last there is nothing', async () => {
  await using desk = await openDesk();
  await desk.publish();
  const answer = await load(desk, '/sections/:slug', { slug: 'life' });
  assert.ok('props' in answer);
  assert.deepEqual((answer.props as SectionPageProps).paging, { page: 1, pageCount: 1, total: 1 });
  for (const page of ['2', '0', 'x', '1e9'])
    await assert.rejects(load(desk, '/sections/:slug', { slug: 'life' }, { query: { page } }), { code: 'NotFound' });
  await assert.rejects(load(desk, '/sections/:slug', { slug: 'nothing' }), { code: 'NotFound' });
});

test('a reader reports an error without account; one click makes it a correction draft', async () => {
  await using desk = await openDesk();
  const published: SeenStory = await desk.publish();
  const params = { slug: published.slug ?? '' };
  const empty = await load(desk, '/stories/:slug/report-error', params, { form: { what: '', key: 'k' } });
  assert.ok('props' in empty);
  assert.deepEqual(
    (empty.props as { form: { problems: { field: string }[] } }).form.problems.map((one) => one.field),
    ['what'],
  );
  const sent = await load(desk, '/stories/:slug/report-error', params, {
    form: { what: '限重是十二吨', quote: '限重十吨', contact: '13800000000', website: '', key: 'k' },
  });
  assert.deepEqual(sent, { redirect: `/stories/${published.slug}/report-error?sent=answer` });
  await load(desk, '/stories/:slug/report-error', params, {
    form: { what: 'buy now', website: 'http://spam', key: 'k2' },
  });
  const list = await desk.county.as('editor').get('/error-reports?suspect=false');
  const [report] = list.body['items'] as { id: string; words: string; suspect: boolean }[];
  assert.equal(report?.words, '限重是十二吨');
  assert.equal(((await desk.county.as('editor').get('/error-reports')).body['items'] as unknown[]).length, 2);
  refused(await desk.county.as('correspondent').get('/error-reports'), 403, 'Forbidden');
  const begun = await desk.county.as('editor').post(`/error-reports/${report?.id}/corrections`, {});
  assert.deepEqual([begun.status, begun.body['state'], begun.body['correctionNote']], [201, 'draft', '限重是十二吨']);
  refused(
    await desk.county.as('editor').post(`/error-reports/${report?.id}/dismissals`, { answer: '没有错' }),
    409,
    'WrongState',
  );
});

test('a report dismissed by mistake is opened again, with a day of its own, and what was answered stays beside it', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const { slug } = await desk.publish();
  const form = { what: '限重是十二吨', quote: '限重十吨', contact: '13800000000', website: '', key: 'k' };
  await load(desk, '/stories/:slug/report-error', { slug: slug ?? '' }, { form });
  type Line = Pick<ErrorReportView, 'id' | 'state' | 'answer' | 'dueAt' | 'abilities'>;
  const list = async (who: CastName = 'editor'): Promise<Line> => {
    const [report] = (await county.as(who).get('/error-reports')).body['items'] as Line[];
    assert.ok(report);
    return report;
  };
  const { id, abilities } = await list();
  assert.deepEqual(abilities, ['error-report.list', 'error-report.handle']);
  const reopen = (who: CastName) => county.as(who).post(`/error-reports/${id}/reopenings`, {});
  refused(await reopen('editor'), 409, 'WrongState');
  const dismissed = await county.as('editor').post(`/error-reports/${id}/dismissals`, { answer: '查过，是十吨' });
  assert.deepEqual([dismissed.status, dismissed.body['abilities']], [201, ['error-report.reopen']], dismissed.text);
  county.clock.advance({ days: 3 });
  refused(await reopen('proofreader'), 403, 'Forbidden');
  refused(await county.as('editor', { county: 2 }).post(`/error-reports/${id}/reopenings`, {}), 404, 'NotFound');
  const both = await Promise.all([1, 2].map(() => reopen('section-head')));
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([201, 409]));
  const again = await list();
  const dueAt = new Date(county.clock.now().getTime() + 86_400_000).toISOString();
  assert.deepEqual([again.state, again.answer, again.dueAt], ['new', '查过，是十吨', dueAt]);
  assert.equal((await list('proofreader')).abilities.includes('error-report.reopen'), false);
  // A reader's address stays while the report waits.
  county.clock.advance({ days: 40 });
  await county.tick('newsroom.forget-contacts');
  assert.match((await county.as('editor').get('/error-reports')).text, /13800000000/);
  const begun = await county.as('editor').post(`/error-reports/${id}/corrections`, {});
  assert.deepEqual([begun.status, begun.body['state']], [201, 'draft'], begun.text);
});

test('one household reports so often a day; many reports of one story wake the desk thrice an hour, and all wait in the list (A30)', async () => {
  await using desk = await openDesk();
  await desk.onDuty('chief-editor');
  const { slug } = await desk.publish();
  const report = (from: string): Promise<PageAnswer> =>
    load(desk, '/stories/:slug/report-error', { slug: slug ?? '' }, { form: { what: '限重写错了', key: 'k' }, from });
  for (let count = 0; count < 20; count += 1) assert.ok('redirect' in (await report('2001:db8::1')));
  const refusedOne = await report('2001:db8::ffff');
  assert.ok('props' in refusedOne);
  const { form } = refusedOne.props as ReportErrorPageProps;
  assert.deepEqual(
    [refusedOne.status, form.refusal?.code, form.values['what']],
    [429, 'TooManyRequests', '限重写错了'],
    'the same household by another of its addresses, and nothing typed is lost',
  );
  assert.ok('redirect' in (await report('192.0.2.9')));
  await desk.county.deliver();
  const chief = desk.county.as('chief-editor');
  const told = async (): Promise<number> =>
    ((await chief.get('/notices')).body['items'] as { kind: string }[]).filter(
      ({ kind }) => kind === 'error-report.made',
    ).length;
  assert.equal(await told(), 3);
  assert.equal(((await chief.get('/error-reports')).body['items'] as unknown[]).length, 21);
  desk.county.clock.advance({ minutes: 61 });
  await report('192.0.2.9');
  await desk.county.deliver();
  assert.equal(await told(), 4, 'an hour later it wakes again');
});

test('a second report of the same story joins the correction that is in work', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const report = async (words: string): Promise<string> =>
    (
      await desk.county.inCounty((ctx) =>
        reportError(ctx, guestActor('visitor'), {
          slug: published.slug ?? '',
          words,
          quote: '',
          contact: null,
          suspect: false,
          net: '192.0.2.1',
        }),
      )
    ).reportId;
  const [one, other] = [await report('限重写错了'), await report('限重不对')];
  const editor = desk.county.as('editor');
  story(await editor.post(`/error-reports/${one}/corrections`, {}), 201);
  assert.equal(story(await editor.post(`/error-reports/${other}/corrections`, {}), 201).state, 'draft');
  const seen = (await editor.get(`/error-reports?id=${other}`)).body['items'] as { id: string; state: string }[];
  assert.deepEqual(
    seen.map(({ id, state }) => [id, state]),
    [[other, 'taken']],
  );
});

test('among the notices that hold stands neither one that is over nor one that has a successor', async () => {
  await using desk = await openDesk();
  const over = await desk.publish({
    kind: 'notice',
    text: textOf('已经过去的通知', ['上午的事。']),
    validUntil: '2026-03-02T02:00:00.000Z',
  });
  const replaced = await desk.publish({
    kind: 'notice',
    text: textOf('被接替的通知', ['下午的事。']),
    validUntil: '2026-03-03T02:00:00.000Z',
  });
  const holds = await desk.publish({
    kind: 'notice',
    text: textOf('今晚的通知', ['今晚的事。']),
    validUntil: '2026-03-03T02:00:00.000Z',
  });
  story(await desk.county.as('editor').patch(`/stories/${replaced.id}`, { successorId: holds.id }), 200);
  desk.county.clock.advance({ hours: 2 });
  const found = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      storyTeasers(tx, 'zh-CN', {
        kind: 'notice',
        validAt: tx.at,
        placeIds: [desk.county.placeId('village-1-1')],
        limit: 7,
      }),
    ),
  );
  assert.deepEqual(
    found.map((one) => one.id),
    [holds.id],
  );
  assert.notEqual(over.id, holds.id);
  // In the other lists it says that it ended when the next one came, as its own page does, and not what was once meant.
  const ended = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) => storyTeasers(tx, 'zh-CN', { ids: [replaced.id, over.id], limit: 2 })),
  );
  assert.deepEqual(
    ended.map((one) => one.teaser.validUntil),
    [(await storyProps(desk, replaced.slug)).ended?.at, '2026-03-02T02:00:00.000Z'],
  );
});

async function inTwoLanguages(desk: Desk): Promise<{ original: SeenStory; translation: SeenStory }> {
  const original = await desk.publish();
  const translation = await desk.publish({
    language: 'en',
    translationOf: original.id,
    text: { ...textOf('The bridge is open', ['Ten tonnes at most.']), language: 'en' },
  });
  await desk.onDuty('chief-editor');
  return { original, translation };
}

test('a withdrawn original takes its translation along in the same act, each with its own signature; restored likewise', async () => {
  await using desk = await openDesk();
  const { original, translation } = await inTwoLanguages(desk);
  const duty = desk.county.as('chief-editor');
  const said = { reason: '核实限重', note: '正在问交通局。' };
  story(await duty.post(`/stories/${original.id}/withdrawals`, said), 201);
  const gone = await desk.see(translation.id);
  assert.deepEqual(
    [gone.publicState, gone.signatures.at(-1)?.verdict, gone.signatures.at(-1)?.note],
    ['withdrawn', 'withdrawn', null],
    'the note is in the language of the original',
  );
  assert.deepEqual((await desk.county.request('GET', '/api/v1/public/stories?language=en')).body['items'], []);
  desk.county.clock.advance({ minutes: 5 });
  story(await duty.post(`/stories/${original.id}/restorations`, { reason: '没有错' }), 201);
  const back = await desk.see(translation.id);
  assert.deepEqual([back.publicState, back.signatures.at(-1)?.verdict], ['published', 'restored']);
});

test('the translation stays when the person says so, and one withdrawn by itself does not come back with its original', async () => {
  await using desk = await openDesk();
  const { original, translation } = await inTwoLanguages(desk);
  const duty = desk.county.as('chief-editor');
  story(await duty.post(`/stories/${original.id}/withdrawals`, { reason: '核实', translations: [] }), 201);
  assert.equal((await desk.see(translation.id)).publicState, 'published');
  desk.county.clock.advance({ minutes: 5 });
  story(await duty.post(`/stories/${translation.id}/withdrawals`, { reason: '译错了' }), 201);
  story(await duty.post(`/stories/${original.id}/restorations`, { reason: '没有错' }), 201);
  assert.equal((await desk.see(translation.id)).publicState, 'withdrawn');
  story(await duty.post(`/stories/${translation.id}/restorations`, { reason: '改好了' }), 201);
  assert.equal((await desk.see(original.id)).publicState, 'published', 'a translation never turns its original');
});

test('what is no translation of the story does not go along, and then nothing is withdrawn', async () => {
  await using desk = await openDesk();
  const { original } = await inTwoLanguages(desk);
  const other = await desk.publish({ text: textOf('另一座桥', ['也通车了。']) });
  const asked = { reason: '核实', translations: [{ storyId: other.id }] };
  const duty = desk.county.as('chief-editor');
  refused(await duty.post(`/stories/${original.id}/withdrawals`, asked), 422, 'NotATranslation');
  assert.equal((await desk.see(original.id)).publicState, 'published');
});
