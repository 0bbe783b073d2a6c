import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { addTestFilm, addTestRecording } from '#media/testing';
import { readBack } from '#channels';
import { openDesk, textOf } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

test('a film names the one in which what is to be seen is spoken: a story says so under it, and readers have both (WCAG 1.2.5)', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const site = await buildServer(county.app, portalOptions(county.app));
  await site.ready();
  const placeId = county.placeId('village-1-1');
  const [film, described, sound] = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => [
      await addTestFilm(tx, placeId, '摆渡的一天'),
      await addTestFilm(tx, placeId, '摆渡的一天（口述影像）'),
      await addTestRecording(tx, placeId),
    ]),
  );
  assert.ok(film && described && sound);
  const fetch = (url: string) => site.inject({ method: 'GET', url, headers: { host: 'one.test' } });
  const published = await desk.publish({
    text: textOf('老魏的渡船', ['河水涨了。', `[看看渡口](/materials/${film.hash})`]),
  });
  const story = async (): Promise<string> => (await fetch(`/stories/${published.slug}`)).body;
  assert.doesNotMatch(await story(), /picture-note/);
  assert.equal((await fetch(`/materials/${described.hash}`)).statusCode, 404, 'nobody published that one');

  const path = `/materials/${film.id}`;
  const change = async (what: object) => {
    const { version } = (await county.as('editor').get(path)).body;
    return county.as('editor').patch(path, { version, ...what });
  };
  for (const [why, describedBy] of Object.entries({
    'the film itself': film.hash,
    'no film': sound.hash,
    'not of the library': '0'.repeat(64),
  })) {
    const refused = await change({ describedBy });
    assert.deepEqual([refused.status, refused.body['code']], [400, 'BadRequest'], why);
  }
  // Whoever stored the one does not make the other public with it.
  const keeper = await county.personId('correspondent');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query('update media.materials set stored_by = $3 where county_id = $1 and id = $2', [
        tx.countyId,
        film.id,
        keeper,
      ]),
    ),
  );
  const { version } = (await county.as('correspondent').get(path)).body;
  const foreign = await county.as('correspondent').patch(path, { version, describedBy: described.hash });
  assert.deepEqual([foreign.status, foreign.body['code']], [403, 'Forbidden']);
  const set = await change({ describedBy: described.hash, transcript: '老魏撑船。\n船上有三个人。' });
  assert.equal(set.status, 200, set.text);
  assert.equal(set.body['describedBy'], described.hash);
  await county.deliver();
  const shown = await story();
  assert.match(shown, new RegExp(`<small class="picture-note"><a href="/materials/${described.hash}">口述影像版`));
  assert.match(shown, new RegExp(`<small class="picture-note"><a href="/materials/${film.hash}#transcript">文字版`));
  assert.equal((await fetch(`/materials/${described.hash}`)).statusCode, 200, 'now it is everybody’s');
  assert.match((await fetch(`/materials/${film.hash}`)).body, new RegExp(`href="/materials/${described.hash}"`));

  // What the library says is no word of the text: reading back still finds what was signed.
  await county.inCounty((ctx) =>
    readBack(ctx, async (_, url) => {
      const { statusCode, body } = await fetch(url);
      return { status: statusCode, html: body };
    }),
  );
  const copies = await county.as('editor').get(`/stories/${published.id}/copies`);
  const [copy] = copies.body['items'] as { state: string; problem: string | null }[];
  assert.deepEqual([copy?.state, copy?.problem], ['published', null]);

  // One that is being removed at that moment is not named any more.
  const late = await county.inCounty((ctx) => ctx.transaction((tx) => addTestFilm(tx, placeId, '又一版')));
  const naming = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await tx.client.query('delete from media.material_files where county_id = $1 and material_id = $2', [
        tx.countyId,
        late.id,
      ]);
      await tx.client.query('delete from media.materials where county_id = $1 and id = $2', [tx.countyId, late.id]);
      const asked = change({ describedBy: late.hash });
      await pause(300);
      return { asked };
    }),
  );
  assert.equal((await naming.asked).status, 400, 'it is gone');

  const removed = await county.as('editor').post(`/materials/${described.id}/removals`, { reason: '录错了' });
  assert.equal(removed.status, 204, removed.text);
  await county.deliver();
  assert.equal((await county.as('editor').get(path)).body['describedBy'], null);
  assert.doesNotMatch(await story(), /口述影像/, 'and nothing leads to what is gone');
  await site.close();
});
