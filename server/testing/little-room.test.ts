import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, refused, story } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '#portal';

test('while the disk is full, what cannot wait is signed and withdrawn, and the site shows it at once', async () => {
  await using desk = await openDesk({ room: { folders: [], leastBytes: 1 } });
  const { county } = desk;
  const site = await buildServer(county.app, portalOptions(county.app));
  const seen = async (path: string): Promise<string> =>
    (await site.inject({ method: 'GET', url: path, headers: { host: 'one.test' } })).body;
  try {
    await desk.onDuty('chief-editor');
    const submitted = await desk.submit(await desk.write());
    story(await desk.sign(submitted, 'editor', 'first_review'), 201);
    story(await desk.sign(submitted, 'section-head', 'second_review'), 201);
    const empty = await seen('/sections/life');

    county.app.room.foundFull();
    refused(await county.as('correspondent').post('/stories', desk.draft()), 507, 'NoRoom');
    assert.equal((await county.as('chief-editor').get('/me')).body['readsOnly'], true);
    const signed = story(await desk.sign(submitted, 'chief-editor', 'final_review'), 201);
    const path = `/stories/${signed.slug}`;
    assert.ok(!empty.includes(path) && (await seen('/sections/life')).includes(path), 'published');
    assert.match(await seen(path), /限重十吨/);
    story(await county.as('chief-editor').post(`/stories/${signed.id}/withdrawals`, { reason: '数字要核' }), 201);
    assert.doesNotMatch(await seen(path), /限重十吨/);
    assert.ok(!(await seen('/sections/life')).includes(path), 'withdrawn');
  } finally {
    await site.close();
  }
});
