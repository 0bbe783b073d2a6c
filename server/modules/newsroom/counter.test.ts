import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTestPassword } from '#access/testing';
import { codeOf, openCounter, testPin } from '#stations/testing';
import { openDraftsOf } from './collab/open-drafts.ts';
import { openDesk, writerAt } from './testing.ts';

const password = 'the ferry leaves at half past six';

test('at a station’s computer a PIN signs nothing; whoever confirms there signs in their own name', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const submitted = await desk.submit(await desk.write());
  const { counter, people } = await openCounter(county, ['editor']);
  await county.inCounty((ctx) => setTestPassword(ctx, 'editor', password));
  await counter.openByPin(people.editor, testPin);
  const { revisionId, textHash } = submitted;
  const sign = () =>
    counter.ask('POST', `/stories/${submitted.id}/signatures`, {
      step: 'first_review',
      revisionId,
      textHash,
      verdict: 'approved',
    });
  assert.equal((await counter.ask('GET', `/stories/${submitted.id}`)).status, 200, 'it may be read');
  const options = await counter.ask('POST', '/signing-options', { statementHash: textHash });
  assert.equal(options.body['way'], 'step-up', options.text);
  assert.equal(codeOf(await sign()), 'StepUpRequired');
  assert.equal(codeOf(await counter.ask('POST', '/sessions/current/step-ups', { password: testPin })), 'SignInFailed');
  assert.equal(codeOf(await sign()), 'StepUpRequired', 'the PIN is no confirmation');
  assert.equal((await desk.see(submitted.id)).state, 'first_review');
  assert.equal((await counter.ask('POST', '/sessions/current/step-ups', { password })).status, 201);
  assert.equal((await sign()).status, 201);
  assert.equal((await desk.see(submitted.id)).state, 'second_review');
});

test('what a station’s computer holds open, a text and the stream of news, ends in the moment in which the computer is ended', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const port = Number(new URL(await county.server.listen({ port: 0, host: '127.0.0.1' })).port);
  const draft = await desk.write();
  const { counter, people, id, computerId } = await openCounter(county, ['editor']);
  await counter.openByPin(people.editor, testPin);
  using writer = await writerAt(draft.id, { port, host: 'one.test', cookie: counter.cookie });
  writer.title().insert(0, '快讯：');
  await writer.synced();
  const closed = writer.closed();
  const stream = counter.ask('GET', '/live');
  const ended = await county.as('administrator').delete(`/stations/${id}/computers/${computerId}`);
  assert.equal(ended.status, 200, ended.text);
  assert.equal(await closed, '4401 SignInAgain');
  assert.match((await stream).text, /event: ended\n/);
  await openDraftsOf(county.app).empty();
  assert.equal((await desk.see(draft.id)).title, '快讯：柳河桥今天通车', 'nothing of what was written is lost');
});
