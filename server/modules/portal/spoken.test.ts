import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subscribe } from '#broadcast/testing';
import { correctPublished } from '#channels/testing';
import { openDesk, story } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

subscribe();

async function radio(desk: Desk, base: string): Promise<void> {
  const answer = await desk.county.as('administrator').post('/channels', {
    name: '清溪广播',
    placeId: desk.county.placeId('county'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'radio', base },
  });
  assert.equal(answer.status, 201, answer.text);
}

async function reader(desk: Desk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  return {
    page: async (slug: string | null, prefix = ''): Promise<string> =>
      (await server.inject({ method: 'GET', url: `${prefix}/stories/${slug}`, headers: { host: 'one.test' } })).body,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

test('a recording of the very edition takes the place of the device’s voice, and follows corrections and withdrawals', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { county } = desk;
  const origin = /<link rel="canonical" href="(https?:\/\/[^/"]+)/;
  const before = await desk.publish();
  const [, here = ''] = origin.exec(await site.page(before.slug)) ?? assert.fail('no address');
  await radio(desk, `${here}/sounds`);
  const published = await desk.publish();
  const spoken = async (): Promise<string | undefined> =>
    /<audio [^>]*><source src="([^"]+)" type="audio\/mpeg"/.exec(await site.page(published.slug))?.[1];
  assert.equal(await spoken(), undefined);
  assert.match(await site.page(published.slug), /data-listen/, 'until it is there the device reads');

  await county.tick('channels.deliver');
  assert.equal(await spoken(), `${here}/sounds/1.mp3`);
  const page = await site.page(published.slug);
  assert.doesNotMatch(page, /data-listen/);
  assert.match(page, /机器朗读/, 'that no person reads is said');
  assert.match(page, /<link rel="alternate" type="audio\/mpeg"/);

  await correctPublished(desk, published);
  assert.equal(await spoken(), undefined, 'what was read says other words than the text');
  assert.match(await site.page(published.slug), /data-listen/);
  await county.tick('channels.deliver');
  assert.equal(await spoken(), `${here}/sounds/2.mp3`);

  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.doesNotMatch(await site.page(published.slug), /audio/);
});

test('a recording that lies elsewhere is led to, not called', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  await radio(desk, 'https://radio.example/sounds');
  const published = await desk.publish();
  await desk.county.tick('channels.deliver');
  const page = await site.page(published.slug);
  assert.doesNotMatch(page, /<audio|data-listen/);
  assert.match(page, /<a class="button button-small" href="https:\/\/radio\.example\/sounds\/1\.mp3" rel="noreferrer"/);
  assert.match(await site.page(published.slug, '/en'), /Listen to the recording/);
});
