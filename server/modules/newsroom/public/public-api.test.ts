import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, refused, textOf } from '../testing.ts';

test('a program asks for the fields that it needs, and is told of one that does not exist', async () => {
  await using desk = await openDesk();
  const story = await desk.publish({
    text: textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。']),
  });
  const get = (path: string) => desk.county.request('GET', `/api/v1/public/stories${path}`);
  const [line] = (await get('?fields=title,section')).body['items'] as Record<string, unknown>[];
  assert.deepEqual(Object.keys(line ?? {}).toSorted(), ['id', 'section', 'title']);
  const single = await get(`/${story.slug}?fields=html,plain,edition,places,corrections`);
  assert.deepEqual(Object.keys(single.body).toSorted(), ['corrections', 'edition', 'html', 'id', 'places', 'plain']);
  assert.match(String(single.body['html']), /<p>修了三个月的柳河桥/);
  assert.equal(String(single.body['plain']).trim(), '修了三个月的柳河桥，今天上午八点重新通车。');
  const whole = (await get(`/${story.slug}`)).body;
  assert.ok('text' in whole && 'fingerprint' in whole && !('html' in whole), 'unless asked, as it always was');

  for (const path of ['?fields=title,rowHash', '?fields=', `/${story.slug}?fields=authorId`, '?sparse=title']) {
    const answer = await get(path);
    refused(answer, 400, 'BadRequest');
    assert.match(String((answer.body['fields'] as { path: string }[])[0]?.path), /^\/query\/(fields\/\d|sparse)$/);
  }
  await desk.onDuty('chief-editor');
  await desk.county
    .as('chief-editor')
    .post(`/stories/${story.id}/withdrawals`, { reason: '桥的限重写错了，核实后再发。' });
  const gone = (await get(`/${story.slug}?fields=state,text,html,plain,corrections`)).body;
  assert.deepEqual(gone, { id: story.id, state: 'withdrawn', text: null, html: null, plain: null, corrections: [] });
});
