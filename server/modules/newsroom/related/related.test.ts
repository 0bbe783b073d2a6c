import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, story, textOf } from '../testing.ts';
import type { Desk } from '../testing.ts';
import { storyTeasers } from '../lists/public-stories.ts';
import { nearest } from './nearness.ts';

const titlesNear = (desk: Desk, storyId: string): Promise<string[]> =>
  desk.county.inCounty((ctx) =>
    ctx.read(async (tx) =>
      (await storyTeasers(tx, 'zh-CN', { relatedTo: storyId, limit: 3 })).map(({ teaser }) => teaser.title),
    ),
  );

test('what is related is found when a story is published, for the older one too, and leaves with a withdrawal', async () => {
  await using desk = await openDesk();
  const publish = (title: string) => desk.publish({ text: textOf(title, ['今天的事。']) });
  const bridge = await publish('柳河桥封闭检修，公交绕行');
  await publish('老年食堂开饭了');
  await publish('夜校教做小板凳');
  await publish('秋收的红薯卖完了');
  const again = await publish('柳河桥检修提前结束，公交恢复原线');
  await desk.county.deliver();
  assert.deepEqual(await titlesNear(desk, again.id), ['柳河桥封闭检修，公交绕行']);
  assert.deepEqual(await titlesNear(desk, bridge.id), ['柳河桥检修提前结束，公交恢复原线']);
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${again.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(await titlesNear(desk, bridge.id), []);
});

test('a place alone, or a single word, makes nothing related; rare words count more than common ones, tags more than either', () => {
  const one = (id: string, words: string[], tagIds: string[] = []) => ({
    id,
    words: new Set(words),
    placeIds: ['here'],
    tagIds,
  });
  const others = [
    one('common', ['通知', '今天']),
    one('rare', ['木偶戏', '今天']),
    one('tagged', ['别的'], ['floods']),
    one('place', ['无关']),
    one('single', ['木偶戏']),
    ...Array.from({ length: 20 }, (_, at) => one(`more-${at}`, ['通知', '今天'])),
  ];
  const me = one('me', ['木偶戏', '通知', '今天'], ['floods']);
  assert.deepEqual(nearest(me, [me, ...others], 3).slice(0, 2), ['tagged', 'rare']);
  for (const alone of ['place', 'single']) assert.ok(!nearest(me, [me, ...others], 30).includes(alone), alone);
  assert.deepEqual(nearest(me, [me], 3), []);
});
