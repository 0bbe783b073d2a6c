import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notify } from '#notices';
import { newId } from '#platform/ids';
import { MailServer } from '#testing';
import type { CastName } from '#access/testing';
import { textOf, openDesk } from './testing.ts';
import type { Desk } from './testing.ts';

const noticesOf = async ({ county }: Desk, who: CastName) => {
  await county.deliver();
  return (await county.as(who).get('/notices')).body['items'] as {
    id: string;
    kind: string;
    text: string;
    about: string | null;
    dueAt: string | null;
  }[];
};

test('of two notices that say the same, each names the story it is about; no letter does', async () => {
  await using mail = await MailServer.start();
  await using desk = await openDesk({ smtpUrl: mail.url });
  const { county } = desk;
  for (const title of ['柳河桥今天通车', '下坝村停水两小时']) {
    const handed = await desk.submit(await desk.write('correspondent', { text: textOf(title, ['详情如下。']) }));
    await desk.sign(handed, 'editor', 'first_review', { verdict: 'returned', reason: '数字请再核一次' });
  }
  const returned = (await noticesOf(desk, 'correspondent')).filter(({ kind }) => kind === 'story.returned');
  assert.equal(new Set(returned.map(({ text }) => text)).size, 1);
  assert.deepEqual(
    returned.map(({ about }) => about),
    ['下坝村停水两小时', '柳河桥今天通车'],
  );
  await county.tick('notices.send');
  assert.ok(mail.letters.length > 0);
  assert.ok(mail.letters.every(({ text }) => !text.includes('柳河桥') && !text.includes('下坝村')));
  // Opening one says it as well, and in the reader's language.
  const read = await county.as('correspondent').post(`/notices/${returned[0]?.id}/reads`);
  assert.equal(read.body['about'], '下坝村停水两小时');
});

test('a search among notices finds what their lines name, page by page, and nothing else', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const titles = ['下坝村停水 Notice', '柳河桥今天通车', '上坝村停水 notice'];
  for (const title of titles) {
    const handed = await desk.submit(await desk.write('correspondent', { text: textOf(title, ['详情如下。']) }));
    await desk.sign(handed, 'editor', 'first_review', { verdict: 'returned', reason: '数字请再核一次' });
  }
  await county.deliver();
  // Long ago, behind all that came since.
  const personIds = [await county.personId('correspondent')];
  const since = { personIds, kind: 'story.returned', href: '/console/stories' };
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      for (let at = 0; at < 310; at += 1) await notify(tx, { ...since, subjectId: newId(), dedupeKey: `since ${at}` });
    }),
  );
  const search = async (q: string, more = '') => {
    const { body } = await county.as('correspondent').get(`/notices?q=${encodeURIComponent(q)}${more}`);
    return [(body['items'] as { about: string | null }[]).map(({ about }) => about), body['next']] as const;
  };
  assert.deepEqual(await search('停水 NOTICE'), [['上坝村停水 notice', '下坝村停水 Notice'], null]);
  const [first, next] = await search('停水', '&limit=1');
  assert.deepEqual(first, ['上坝村停水 notice']);
  assert.deepEqual(await search('停水', `&limit=1&before=${String(next)}`), [['下坝村停水 Notice'], null]);
  assert.deepEqual((await search('停水', '&sort=oldest'))[0], ['下坝村停水 Notice', '上坝村停水 notice']);
  assert.deepEqual((await search('停水', '&unread=true'))[0].length, 2);
  assert.deepEqual(await search('不在这里'), [[], null]);
  assert.equal((await search('退回来', '&limit=100'))[0].length, 100, 'and what they say, as before');
});

test('a notice of what its reader may no longer see names nothing', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  await desk.submit(await desk.write());
  const toReview = async () => (await noticesOf(desk, 'editor')).find(({ kind }) => kind === 'story.to-review')?.about;
  assert.equal(await toReview(), '柳河桥今天通车');
  const grants = (await county.as('administrator').get(`/grants?personId=${await county.personId('editor')}`)).body;
  for (const { id } of grants['items'] as { id: string }[])
    assert.ok((await county.as('administrator').delete(`/grants/${id}`)).status < 300);
  assert.equal(await toReview(), null);
});

test('notices of assignments and of the watch say which: what is to be brought and its day, the post and its shift', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  county.clock.set('2026-03-02T04:00:00Z');
  const ask = async (fromOn: string): Promise<void> => {
    const idea = await county.as('editor').post('/ideas', { title: '周一例会', window: { fromOn } });
    const asked = { kind: 'picture', personId: await county.personId('correspondent') };
    assert.equal((await county.as('editor').post(`/ideas/${String(idea.body['id'])}/assignments`, asked)).status, 201);
  };
  await ask('2026-03-09');
  await ask('2026-03-16');
  const asked = (await noticesOf(desk, 'correspondent')).filter(({ kind }) => kind === 'assignment.assigned');
  assert.deepEqual(
    asked.map(({ about }) => about),
    ['周一例会 · 图片 · 3月16日', '周一例会 · 图片 · 3月9日'],
  );
  const filled = await county.as('administrator').post('/duty-rotations', {
    role: 'chief-editor',
    placeId: county.placeId('county'),
    personIds: [await county.personId('chief-editor')],
    fromOn: '2026-03-03',
    untilOn: '2026-03-03',
    each: 'day',
    changesAt: '08:00',
  });
  assert.equal(filled.status, 201, filled.text);
  const changed = (await noticesOf(desk, 'chief-editor')).find(({ kind }) => kind === 'duty.changed');
  assert.match(changed?.about ?? '', /^总编.* · 3月3日 08:00$/);
  // The gap that follows: where, and by when somebody is to be named.
  await county.tick('newsroom.tell-gaps');
  const gap = (await noticesOf(desk, 'administrator')).find(({ kind }) => kind === 'duty.gap');
  assert.deepEqual([typeof gap?.about, gap?.dueAt], ['string', '2026-03-04T00:00:00.000Z']);
});
