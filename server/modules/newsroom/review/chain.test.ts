import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, refused, story } from '../testing.ts';
import { textOf } from '../testing.ts';
import { publishedBySlug } from '../page/published-queries.ts';

test('a story goes from the village through three hands to the public', async () => {
  await using desk = await openDesk();
  const draft = await desk.write();
  assert.deepEqual([draft.state, draft.publicState, draft.version], ['draft', 'unpublished', 1]);
  const submitted = await desk.submit(draft);
  assert.equal(submitted.state, 'first_review');
  assert.equal(story(await desk.sign(submitted, 'editor', 'first_review'), 201).state, 'second_review');
  assert.equal(story(await desk.sign(submitted, 'section-head', 'second_review'), 201).state, 'final_review');
  const published = story(await desk.sign(submitted, 'chief-editor', 'final_review'), 201);
  assert.deepEqual([published.state, published.publicState], ['done', 'published']);
  assert.match(published.slug ?? '', /^liu-he-qiao-jin-tian-tong-che-[0-9a-f]{8}$/);
  assert.deepEqual(
    published.signatures.map((one) => [one.step, one.standing]),
    [
      ['first_review', 'valid'],
      ['second_review', 'valid'],
      ['final_review', 'valid'],
    ],
  );
});

test('signing the same step twice is refused, also by another person', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  refused(await desk.sign(submitted, 'editor', 'first_review'), 409, 'AlreadySigned');
  refused(await desk.sign(submitted, 'editor-2', 'first_review'), 409, 'AlreadySigned');
  refused(await desk.sign(submitted, 'chief-editor', 'final_review'), 409, 'WrongState');
});

test('whoever wrote the story does not review it; a colleague does', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write('editor'), 'editor');
  refused(await desk.sign(submitted, 'editor', 'first_review'), 409, 'DutiesNotSeparated');
  story(await desk.sign(submitted, 'editor-2', 'first_review'), 201);
});

test('a role signs its own step only, and with a second factor only', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  refused(await desk.sign(submitted, 'section-head', 'first_review'), 403, 'Forbidden');
  refused(await desk.sign(submitted, 'correspondent', 'first_review'), 403, 'Forbidden');
  const weak = await desk.county.as('editor', { assurance: 1 }).post(`/stories/${submitted.id}/signatures`, {
    step: 'first_review',
    revisionId: submitted.revisionId,
    textHash: submitted.textHash,
    verdict: 'approved',
  });
  refused(weak, 401, 'StepUpRequired');
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
});

test('a text changed while it was read is not signed; the refusal names both hashes', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  const changed = story(
    await desk.county.as('editor').put(`/stories/${submitted.id}/text`, {
      version: submitted.version,
      text: textOf('柳河桥今天通车', ['限重十二吨。']),
    }),
    200,
  );
  const answer = await desk.sign(submitted, 'editor', 'first_review');
  refused(answer, 409, 'TextChanged');
  assert.deepEqual((answer.body['detail'] as Record<string, string>)['signedHash'], submitted.textHash);
  assert.deepEqual((answer.body['detail'] as Record<string, string>)['currentHash'], changed.textHash);
  story(await desk.sign(changed, 'editor', 'first_review'), 201);
});

test('an edit during review lets the signatures fall, and each reviewer sees what changed since theirs', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  story(await desk.sign(submitted, 'section-head', 'second_review'), 201);
  const text = textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。', '镇上提醒：限重十二吨。']);
  const edited = story(
    await desk.county.as('chief-editor').put(`/stories/${submitted.id}/text`, { version: 1, text }),
    200,
  );
  assert.equal(edited.state, 'first_review');
  assert.deepEqual(
    edited.signatures.map((one) => one.standing),
    ['voided', 'voided'],
  );
  const seen = await desk.see(submitted.id, 'editor');
  assert.deepEqual(
    [seen.mySignatureFell?.revisionId, seen.mySignatureFell?.step],
    [submitted.revisionId, 'first_review'],
  );
  const changes = await desk.county
    .as('editor')
    .get(`/stories/${submitted.id}/differences?from=${submitted.revisionId}&to=${edited.revisionId}`);
  assert.equal(changes.body['changeCount'], 1, changes.text);
  assert.equal((await desk.signAll(edited)).publicState, 'published');
});

test('saving the same words again changes nothing and lets no signature fall', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  const same = story(
    await desk.county.as('section-head').put(`/stories/${submitted.id}/text`, { version: 1, text: submitted.text }),
    200,
  );
  assert.deepEqual([same.state, same.version], ['second_review', 1]);
});

test('a return needs a reason and goes back to the author, who submits again', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  refused(await desk.sign(submitted, 'editor', 'first_review', { verdict: 'returned' }), 422, 'ReasonMissing');
  const returned = story(
    await desk.sign(submitted, 'editor', 'first_review', { verdict: 'returned', reason: '请写明限重从哪天起' }),
    201,
  );
  assert.equal(returned.state, 'returned');
  const seen = await desk.county.as('correspondent').get(`/stories/${submitted.id}`);
  assert.equal((seen.body['returned'] as { reason: string }).reason, '请写明限重从哪天起');
  const again = story(
    await desk.county
      .as('correspondent')
      .put(`/stories/${submitted.id}/text`, { version: 1, text: textOf('柳河桥今天通车', ['今天起限重十吨。']) }),
    200,
  );
  assert.equal((await desk.signAll(await desk.submit(again))).publicState, 'published');
});

test('of two final signatures at once exactly one wins', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  story(await desk.sign(submitted, 'section-head', 'second_review'), 201);
  await Promise.all([desk.county.as('chief-editor').cookie(), desk.county.as('chief-editor-2').cookie()]);
  const both = await Promise.all([
    desk.sign(submitted, 'chief-editor', 'final_review'),
    desk.sign(submitted, 'chief-editor-2', 'final_review'),
  ]);
  assert.deepEqual(
    both.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 409],
  );
  assert.equal(both.find((one) => one.status === 409)?.body['code'], 'AlreadySigned');
  assert.equal((await desk.see(submitted.id)).signatures.length, 3);
});

test('on the paired path one person may take both reviews, and never the final one', async () => {
  await using desk = await openDesk();
  const written = await desk.write();
  // How strictly a text is reviewed is not for its author to say.
  refused(
    await desk.county.as('correspondent').post(`/stories/${written.id}/submissions`, {
      version: written.version,
      path: 'paired',
    }),
    403,
    'Forbidden',
  );
  const submitted = await desk.submit(written, 'editor', 'paired');
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  story(await desk.sign(submitted, 'editor', 'second_review'), 201);
  assert.equal(story(await desk.sign(submitted, 'chief-editor', 'final_review'), 201).publicState, 'published');
});

test('the urgent path: one editor writes, the signer on duty publishes, others review it afterwards', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write('editor'), 'editor', 'urgent');
  refused(await desk.sign(submitted, 'chief-editor', 'urgent_review'), 403, 'Forbidden');
  await desk.onDuty('chief-editor');
  const published = story(await desk.sign(submitted, 'chief-editor', 'urgent_review'), 201);
  assert.equal(published.publicState, 'published');
  assert.ok((await desk.county.as('section-head').get(`/stories/${submitted.id}`)).body['afterReviewDueAt']);
  refused(await desk.sign(published, 'chief-editor', 'after_review'), 409, 'DutiesNotSeparated');
  const reviewed = story(await desk.sign(published, 'section-head', 'after_review'), 201);
  assert.equal(reviewed.afterReviewDueAt, null);
  refused(await desk.sign(published, 'section-head-2', 'after_review'), 409, 'AlreadySigned');
});

test('a signer on duty who changed the urgent text does not sign it alone', async () => {
  await using desk = await openDesk();
  await desk.onDuty('chief-editor');
  await desk.onDuty('chief-editor-2');
  const submitted = await desk.submit(await desk.write('editor'), 'editor', 'urgent');
  const changed = story(
    await desk.county
      .as('chief-editor')
      .put(`/stories/${submitted.id}/text`, { version: 1, text: textOf('柳河桥今天封闭', ['水位上涨，今晚封桥。']) }),
    200,
  );
  refused(await desk.sign(changed, 'chief-editor', 'urgent_review'), 409, 'DutiesNotSeparated');
  story(await desk.sign(changed, 'chief-editor-2', 'urgent_review'), 201);
});

test('a prepared statement is what gets signed; an old or foreign one is refused', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  const seen = {
    step: 'first_review',
    revisionId: submitted.revisionId,
    textHash: submitted.textHash,
    verdict: 'approved',
  };
  const prepared = await desk.county.as('editor').post(`/stories/${submitted.id}/signing-statements`, seen);
  assert.equal(prepared.status, 200, prepared.text);
  const statement = prepared.body['statement'] as Record<string, unknown>;
  refused(
    await desk.sign(submitted, 'editor', 'first_review', { statement: { ...statement, verdict: 'returned' } }),
    409,
    'StatementStale',
  );
  refused(await desk.sign(submitted, 'editor-2', 'first_review', { statement }), 409, 'StatementStale');
  refused(
    await desk.sign(submitted, 'editor', 'first_review', { statement: { ...statement, nonce: 'x' } }),
    400,
    'BadRequest',
  );
  const signed = story(await desk.sign(submitted, 'editor', 'first_review', { statement }), 201);
  const stored = await desk.county.as('editor').get(`/stories/${submitted.id}/signatures`);
  assert.equal((stored.body['items'] as { statementHash: string }[])[0]?.statementHash, prepared.body['statementHash']);
  assert.equal(signed.state, 'second_review');
});

test('whoever wrote a text is not offered its review, their colleague is', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write('editor'), 'editor');
  assert.equal((await desk.see(submitted.id, 'editor')).abilities.includes('story.first_review'), false);
  const other = await desk.submit(await desk.write());
  assert.equal((await desk.see(other.id, 'editor')).abilities.includes('story.first_review'), true);
});

test('a byline or place changed in review lets the signatures fall; the same ones again do not', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  const head = desk.county.as('section-head');
  const { byline } = (await head.get(`/stories/${submitted.id}`)).body;
  assert.equal(story(await head.patch(`/stories/${submitted.id}`, { byline }), 200).state, 'second_review');
  const changed = story(await head.patch(`/stories/${submitted.id}`, { byline: '柳河镇通讯员' }), 200);
  assert.deepEqual([changed.state, changed.signatures[0]?.standing], ['first_review', 'voided']);
});

test('a second urgent edition owes its own review: an older one does not stand for it', async () => {
  await using desk = await openDesk();
  await desk.onDuty('chief-editor');
  const urgent = async (one: Parameters<typeof desk.submit>[0]) => {
    const submitted = await desk.submit(one, 'editor', 'urgent');
    return story(await desk.sign(submitted, 'chief-editor', 'urgent_review'), 201);
  };
  const first = await urgent(await desk.write('editor'));
  story(await desk.sign(first, 'section-head', 'after_review'), 201);
  desk.county.clock.advance({ minutes: 5 });
  const begun = story(await desk.county.as('editor').post(`/stories/${first.id}/corrections`, { note: '限重' }), 201);
  const saved = story(
    await desk.county.as('editor').put(`/stories/${first.id}/text`, {
      version: begun.version,
      text: textOf('柳河桥今天通车', ['限重十二吨。']),
    }),
    200,
  );
  const second = await urgent(saved);
  const page = await desk.county.inCounty((ctx) => ctx.transaction((tx) => publishedBySlug(tx, second.slug ?? '')));
  assert.deepEqual([page?.edition.everUrgent, page?.edition.reviewedAfterwardsAt], [true, null]);
});
