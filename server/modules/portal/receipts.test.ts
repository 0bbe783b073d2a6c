import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { correctPublished, ForeignSite } from '#channels/testing';
import { openDesk, story, textOf } from '#newsroom/testing';
import type { SeenStory } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

const foreign = await ForeignSite.start();
const desk = await openDesk({ innerHosts: ['127.0.0.1'] });
const { county } = desk;
const server = await buildServer(county.app, portalOptions(county.app));
await server.ready();
after(async () => {
  await server.close();
  await desk[Symbol.asyncDispose]();
  await foreign[Symbol.asyncDispose]();
});

const page = async (path: string): Promise<string> =>
  (await server.inject({ url: path, headers: { host: 'one.test' } })).body;
const receiptsOf = ({ slug }: SeenStory): Promise<string> => page(`/stories/${slug}/receipts`);
/** State and comparison that the page says of a copy. */
function rowOf(html: string, channel: string): string {
  const row = html.match(/<tr>.*?<\/tr>/gs)?.find((one) => one.includes(channel)) ?? assert.fail(channel);
  return row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}
async function addGroup(name: string, withdraw: 'delete' | 'notice' | 'none'): Promise<void> {
  const answer = await county.as('administrator').post('/channels', {
    name,
    placeId: county.placeId('town-1'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'manual', instructions: '', correct: 'notice', withdraw },
  });
  assert.equal(answer.status, 201, answer.text);
}
interface Seen {
  readonly id: string;
  readonly channelName: string;
  readonly hashSeen: string | null;
}
async function copyIn(published: SeenStory, channel: string): Promise<Seen> {
  const { body } = await county.as('editor').get(`/stories/${published.id}/copies`);
  return (body['items'] as Seen[]).find(({ channelName }) => channelName === channel) ?? assert.fail(channel);
}
async function act(published: SeenStory, channel: string, noun: string, body: object): Promise<void> {
  const { id } = await copyIn(published, channel);
  const answer = await county.as('chief-editor').post(`/copies/${id}/${noun}`, body);
  assert.equal(answer.status, 201, answer.text);
}
async function look(): Promise<void> {
  county.clock.advance({ hours: 25 });
  await county.tick('channels.read-back');
  await county.tick('channels.read-back');
}

/** What the register says of a channel in its newest entry. */
async function registerOf(channel: string): Promise<string> {
  const line = (await page('/corrections')).match(/<dd>.*?<\/dd>/gs)?.find((one) => one.includes(channel));
  return (line ?? assert.fail(channel)).replaceAll(/<[^>]*>/g, '');
}

test('the receipts page says in true words what became of each copy, also of a story that is withdrawn', async () => {
  await addGroup('删得掉的群', 'delete');
  await addGroup('只能再发的报箱', 'notice');
  await addGroup('收不回的广播', 'none');
  const text = textOf('柳河桥今天通车', ['限重十吨的车才能上桥，其余的绕行。', '请互相转告，谢谢大家。']);
  const published = await desk.publish({ text });
  assert.match(rowOf(await receiptsOf(published), '删得掉的群'), /还没有送/);
  const address = foreign.address('/post');
  foreign.pages.set('/post', {
    body: '<h1>柳河桥今天通车</h1><p>限重百吨的车才能上桥，其余的绕行。</p><p>请互相转告，谢谢大家。</p>',
  });
  await act(published, '删得掉的群', 'receipts', { address, pictureHash: null });
  for (const name of ['只能再发的报箱', '收不回的广播'])
    await act(published, name, 'receipts', { address: null, pictureHash: null });
  await look();
  const drifted = await receiptsOf(published);
  assert.match(rowOf(drifted, '删得掉的群'), /到过，那边的字后来不一样了.*与本版不同/);
  assert.match(drifted, /现在有效的是第1版/);
  const { hashSeen } = await copyIn(published, '删得掉的群');
  await act(published, '删得掉的群', 'acceptances', { hashSeen, reason: '平台改了一个字' });
  assert.match(
    rowOf(await receiptsOf(published), '删得掉的群'),
    new RegExp(` 到了 .*${hashSeen?.slice(0, 8)} 字不一样，编辑部看过，认可`),
  );
  foreign.pages.delete('/post');
  await look();
  assert.match(rowOf(await receiptsOf(published), '删得掉的群'), /到过，那边现在没有了/);

  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  const gone = await page(`/stories/${published.slug}`);
  assert.ok(gone.includes(`href="/stories/${published.slug}/receipts"`), 'the page that is left leads there');
  const withdrawn = await receiptsOf(published);
  assert.doesNotMatch(withdrawn, /现在有效的是/);
  assert.match(withdrawn, /撤下核实，现在没有哪一版有效.*撤下以前是第1版/s);
  assert.ok(!withdrawn.includes(address), 'nobody is led to the words of a story that is withdrawn');
  assert.match(rowOf(withdrawn, '公开网站'), / 已撤下 /);
  assert.match(rowOf(withdrawn, '删得掉的群'), / 正在撤 /);
  assert.match(rowOf(withdrawn, '收不回的广播'), / 撤不下来，还在那里 /);
  assert.deepEqual(
    [await registerOf('公开网站'), await registerOf('删得掉的群'), await registerOf('收不回的广播')],
    ['公开网站：已经撤下', '删得掉的群：第1版正在撤', '收不回的广播：第1版撤不下来，还在那里'],
    'the register says the same',
  );
  await act(published, '只能再发的报箱', 'receipts', { address: null, pictureHash: null });
  await act(published, '删得掉的群', 'surrenders', {});
  const over = await receiptsOf(published);
  assert.match(rowOf(over, '只能再发的报箱'), / 撤不下来，已发说明 /);
  assert.match(rowOf(over, '删得掉的群'), / 撤不下来，还在那里 /);
  county.clock.advance({ minutes: 2 });
  assert.deepEqual(
    [await registerOf('只能再发的报箱'), await registerOf('删得掉的群')],
    ['只能再发的报箱：第1版撤不下来，已发说明', '删得掉的群：第1版撤不下来，还在那里'],
    'a minute later, though no event tells its page',
  );
});

test('the correction above a story leads to what became of every copy', async () => {
  const published = await desk.publish();
  const receipts = `href="/stories/${published.slug}/receipts">发到各处的，都更正了没有`;
  assert.ok(!(await page(`/stories/${published.slug}`)).includes(receipts));
  await correctPublished(desk, published);
  assert.ok((await page(`/stories/${published.slug}`)).includes(receipts));
});
