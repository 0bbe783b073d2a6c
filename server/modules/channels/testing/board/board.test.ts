import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDesk, refused, story } from '#newsroom/testing';
import type { ChannelView, CopyView } from '../../contract.ts';
import { addKinds } from '../../kinds/registry.ts';
import { correctPublished } from '../correct-published.ts';
import { board } from './board.ts';
import { BoardServer } from './board-server.ts';

addKinds([board]);
const server = await BoardServer.start();
const desk = await openDesk({ innerHosts: ['127.0.0.1'] });
after(async () => {
  await desk[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
const { county } = desk;
const root = join(import.meta.dirname, '../../../../..');

test('the channel that the tutorial builds is the one that is tested here', () => {
  const tutorial = readFileSync(join(root, 'docs/tutorials/add-a-channel.md'), 'utf8');
  const blocks = [...tutorial.matchAll(/`(server\/[^`]+\.ts)`:\n\n```ts\n([^]*?)```/g)];
  assert.ok(blocks.length >= 5, 'the tutorial shows code');
  for (const [, file = '', code = ''] of blocks)
    assert.ok(readFileSync(join(root, file), 'utf8').includes(code.trim()), `${file} says something else by now`);
});

test('a text goes to the board, is corrected in place and taken down; a lost answer doubles nothing', async () => {
  const added = await county.as('administrator').post('/channels', {
    name: '邻县告示栏',
    placeId: county.placeId('town-1'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'board', address: server.address },
    secret: [{ part: 'token', value: server.token }],
  });
  assert.equal(added.status, 201, added.text);
  const channel = added.body['channel'] as ChannelView;
  refused(await county.as('administrator').post(`/channels/${channel.id}/tests`, {}), 400, 'BadRequest');
  const copies = async (id: string): Promise<unknown[]> => {
    const { body } = await county.as('editor').get(`/stories/${id}/copies`);
    return (body['items'] as CopyView[])
      .filter((copy) => copy.channelId === channel.id)
      .map(({ editionNumber, state, address }) => [editionNumber, state, address]);
  };
  server.lost = 1;
  const published = await desk.publish();
  await county.tick('channels.deliver');
  assert.deepEqual(await copies(published.id), [[1, 'waiting', null]]);
  county.clock.advance({ minutes: 1 });
  await county.tick('channels.deliver');
  assert.deepEqual(await copies(published.id), [[1, 'published', 'https://board.example/1']]);
  assert.equal(server.posts.size, 1, 'it was looked up, not sent again');
  await correctPublished(desk, published);
  await county.tick('channels.deliver');
  assert.match(server.posts.get('1')?.text ?? '', /^限重写错了\n限重十二吨/);
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await county.tick('channels.deliver');
  assert.deepEqual(
    [server.posts.size, await copies(published.id)],
    [
      0,
      [
        [2, 'withdrawn', 'https://board.example/1'],
        [1, 'superseded', 'https://board.example/1'],
      ],
    ],
  );
});
