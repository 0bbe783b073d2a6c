import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishDue } from '../edition/schedule-story.ts';
import { openDesk, refused, story } from '../testing.ts';
import type { SeenStory } from '../testing.ts';

test('what a source holds back is published by no verb before its moment, whoever signs and however; it goes out by itself when that has come', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const inHours = (hours: number): string => new Date(county.clock.now().getTime() + hours * 3_600_000).toISOString();
  const bind = (one: SeenStory, body: object, by: 'editor' | 'correspondent' = 'editor') =>
    county.as(by).put(`/stories/${one.id}/embargo`, body);
  const embargo = { until: inHours(6), source: '县水利局' };

  const written = await desk.write('correspondent', { embargo });
  assert.deepEqual(written.embargo, embargo);
  // Whoever wrote it may bind more; to loosen it is the desk's, with a reason.
  refused(await bind(written, { until: null, reason: '急' }, 'correspondent'), 403, 'Forbidden');
  refused(await bind(written, { until: inHours(2), source: '县水利局' }), 422, 'ReasonMissing');
  refused(await bind(written, { until: inHours(-1), source: '' }), 400, 'BadRequest');
  refused(
    await county.as('editor', { county: 2 }).put(`/stories/${written.id}/embargo`, { until: null }),
    404,
    'NotFound',
  );
  const longer = { until: inHours(8), source: '县水利局' };
  assert.deepEqual(story(await bind(written, longer, 'correspondent'), 200).embargo, longer);

  const signed = await desk.signAll(await desk.submit(await desk.see(written.id)));
  assert.deepEqual([signed.state, signed.publicState, signed.publishAt], ['signed_off', 'unpublished', longer.until]);
  const schedule = (publishAt: string | null) =>
    county.as('chief-editor').put(`/stories/${written.id}/schedule`, { publishAt });
  refused(await schedule(null), 409, 'Embargoed');
  refused(await schedule(inHours(7)), 409, 'Embargoed');
  assert.equal(story(await schedule(inHours(9)), 200).publishAt, inHours(9));
  // A later binding moves the time with it.
  assert.equal(story(await bind(written, { until: inHours(10), source: '' }), 200).publishAt, inHours(10));
  const release = await county.as('chief-editor').post('/releases', { name: '防汛', storyIds: [written.id] });
  assert.equal(release.status, 201, release.text);
  const run = () => county.as('chief-editor').post(`/releases/${String(release.body['id'])}/runs`, {});
  refused(await run(), 409, 'Embargoed');
  county.clock.advance({ hours: 9 });
  await county.tick('newsroom.publish-due');
  assert.equal((await desk.see(written.id)).publicState, 'unpublished');

  // Lifted by the desk: the reason is on record, and the words of another story stay bound with it.
  const lifted = story(await bind(written, { until: null, reason: '水利局来电，可以发了' }), 200);
  assert.equal(lifted.embargo, null);
  const acts = (await county.as('auditor').get('/audit?act=story.lift-embargo')).body['items'] as unknown[];
  assert.equal(acts.length, 1);
  const went = await run();
  assert.ok(went.status < 300, went.text);
  assert.equal((await desk.see(written.id)).publicState, 'published');

  const due = await desk.submit(
    await desk.write('correspondent', { embargo: { until: inHours(2), source: '县医院' } }),
  );
  const whole = await desk.submit(
    await desk.write('correspondent', { embargo: { until: inHours(3), source: '县医院' } }),
  );
  const merged = await county.as('editor').post(`/submissions/${whole.id}/merges`, { storyId: due.id, append: false });
  assert.equal(merged.status < 300, true, merged.text);
  assert.equal((await desk.see(due.id)).embargo?.until, inHours(3), 'what was merged into it binds it too');
  await desk.signAll(await desk.see(due.id));
  county.clock.advance({ hours: 2, minutes: 30 });
  await county.tick('newsroom.publish-due');
  assert.equal((await desk.see(due.id)).state, 'signed_off');
  county.clock.advance({ hours: 1 });
  await county.tick('newsroom.publish-due');
  assert.equal((await desk.see(due.id)).publicState, 'published');
});

test('what is kept for later is bound by what is merged into it, too', async () => {
  await using desk = await openDesk();
  const until = new Date(desk.county.clock.now().getTime() + 6 * 3_600_000).toISOString();
  const target = await desk.submit(await desk.write());
  assert.equal((await desk.county.as('editor').post(`/stories/${target.id}/hold-overs`, {})).status, 201);
  const sent = await desk.submit(await desk.write('correspondent', { embargo: { until, source: '县医院' } }));
  const merge = { storyId: target.id, append: false };
  const merged = await desk.county.as('editor').post(`/submissions/${sent.id}/merges`, merge);
  assert.ok(merged.status < 300, merged.text);
  assert.equal((await desk.see(target.id)).embargo?.until, until);
});

test('a translation that its original holds back is not counted as ready in the release with which it is to go out', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const until = new Date(county.clock.now().getTime() + 6 * 3_600_000).toISOString();
  const original = await desk.write('correspondent', { embargo: { until, source: '县水利局' } });
  const text = { ...original.text, language: 'en' as const, title: 'The bridge is open' };
  const translation = await desk.write('correspondent', { language: 'en', text, translationOf: original.id });
  const signed = await desk.signAll(await desk.submit(await desk.see(translation.id)));
  assert.equal(signed.state, 'signed_off');
  const chief = county.as('chief-editor');
  const planned = await chief.post('/releases', { name: '防汛', storyIds: [translation.id] });
  const ready = async (): Promise<unknown> =>
    ((await chief.get('/releases')).body['items'] as { id: string; readyCount: number }[]).find(
      ({ id }) => id === planned.body['id'],
    )?.readyCount;
  assert.equal(await ready(), 0);
  county.clock.advance({ hours: 7 });
  assert.equal(await ready(), 1);
});

test('what waits for its source alone follows it when it asks for less; what somebody gave a later hour, or keeps ready, stays', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const opened = county.clock.now().getTime();
  const at = (hours: number): string => new Date(opened + hours * 3_600_000).toISOString();
  const signed = async (): Promise<SeenStory> =>
    desk.signAll(
      await desk.submit(await desk.write('correspondent', { embargo: { until: at(6), source: '县水利局' } })),
    );
  const loosen = (one: SeenStory, until: string | null, by: 'editor' | 'chief-editor') =>
    county.as(by).put(`/stories/${one.id}/embargo`, { until, source: '县水利局', reason: '水利局来电，可以早发' });
  const schedule = (one: SeenStory, plan: object) =>
    county.as('chief-editor').put(`/stories/${one.id}/schedule`, { publishAt: null, ...plan });
  const [alone, timed, kept, freed] = [await signed(), await signed(), await signed(), await signed()];
  story(await schedule(timed, { publishAt: at(9) }), 200);
  story(await schedule(kept, { held: true }), 200);

  // It would go out sooner by it: who may not publish it does not bring that about.
  refused(await loosen(alone, at(2), 'editor'), 403, 'Forbidden');
  const mayLift = async ({ id }: SeenStory, by: 'editor' | 'chief-editor'): Promise<boolean> =>
    (await desk.see(id, by)).abilities.includes('story.lift-embargo');
  assert.deepEqual(
    [await mayLift(alone, 'editor'), await mayLift(timed, 'editor'), await mayLift(alone, 'chief-editor')],
    [false, true, true],
  );
  assert.equal((await desk.see(alone.id)).publishAt, at(6));
  assert.equal(story(await loosen(alone, at(2), 'chief-editor'), 200).publishAt, at(2));
  assert.equal(story(await loosen(timed, at(2), 'editor'), 200).publishAt, at(9));
  story(await loosen(kept, null, 'editor'), 200);
  story(await loosen(freed, null, 'chief-editor'), 200);
  const outs = async (): Promise<string[]> => {
    await county.tick('newsroom.publish-due');
    const seen = await Promise.all([alone, timed, kept, freed].map(({ id }) => desk.see(id)));
    return seen.map(({ publicState }) => publicState);
  };
  assert.deepEqual(await outs(), ['unpublished', 'unpublished', 'unpublished', 'published']);
  county.clock.advance({ hours: 2, minutes: 10 });
  assert.deepEqual(await outs(), ['published', 'unpublished', 'unpublished', 'published']);
  county.clock.advance({ hours: 7 });
  assert.deepEqual(await outs(), ['published', 'published', 'unpublished', 'published']);
});

test('a translation follows its original when that is let go sooner, and asks for the same leave', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const opened = county.clock.now().getTime();
  const at = (hours: number): string => new Date(opened + hours * 3_600_000).toISOString();
  const original = await desk.write('correspondent', { embargo: { until: at(6), source: '县水利局' } });
  const text = { ...original.text, language: 'en' as const, title: 'The bridge is open' };
  const translation = await desk.write('correspondent', { language: 'en', text, translationOf: original.id });
  const signed = await desk.signAll(await desk.submit(await desk.see(translation.id)));
  assert.deepEqual([signed.state, signed.publishAt], ['signed_off', at(6)]);
  const loosen = (by: 'editor' | 'chief-editor') =>
    county.as(by).put(`/stories/${original.id}/embargo`, { until: at(2), source: '', reason: '水利局来电' });
  refused(await loosen('editor'), 403, 'Forbidden');
  story(await loosen('chief-editor'), 200);
  assert.equal((await desk.see(translation.id)).publishAt, at(2));
});

test('of more than one sweep takes, what its source let go goes out in its turn, not behind whatever has an hour of its own', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const opened = county.clock.now().getTime();
  const at = (hours: number): string => new Date(opened + hours * 3_600_000).toISOString();
  const submitted = await desk.submit(await desk.write());
  story(await county.as('editor').put(`/stories/${submitted.id}/schedule`, { publishAt: at(4) }), 200);
  const timed = await desk.signAll(submitted);
  const bound = await desk.signAll(
    await desk.submit(await desk.write('correspondent', { embargo: { until: at(2), source: '县水利局' } })),
  );
  county.clock.advance({ hours: 5 });
  assert.equal(await county.inCounty((ctx) => publishDue(ctx, 1)), 1);
  const seen = await Promise.all([bound, timed].map(({ id }) => desk.see(id)));
  assert.deepEqual(
    seen.map(({ publicState }) => publicState),
    ['published', 'unpublished'],
  );
});
