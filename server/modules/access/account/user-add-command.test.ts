import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#platform/refuse';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { Browser } from '../testing/browser.ts';
import { userAddCommand } from './user-add-command.ts';

async function run(county: TestWorld, flags: Record<string, string>): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const exit = await userAddCommand.run({
    app: county.app,
    ownerUrl: undefined,
    args: [],
    flags,
    say: (line) => void said.push(line),
    inCounty: (work) => county.inCounty(work),
  });
  return { exit, said: said.join('\n') };
}

test('the command prints a link with which the first administrator opens their account', async () => {
  await using county = await testWorld();
  const { exit, said } = await run(county, { name: '丁一诺', role: 'administrator' });
  assert.equal(exit, 0, said);
  const token = /#([A-Za-z0-9_-]+)$/.exec(said)?.[1];
  const desk = new Browser(county);
  const opened = await desk.post('/invitation-acceptances', {
    token,
    login: 'dingyinuo',
    password: '一句容易记的话 2026',
  });
  assert.equal(opened.body['needs'], 'enrolment', opened.text);
});

test('the command says what is missing, and a place that is not there', async () => {
  await using county = await testWorld();
  assert.equal((await run(county, { name: '丁一诺' })).exit, 2);
  assert.equal((await run(county, { name: '丁一诺', role: 'king' })).exit, 2);
  const { exit, said } = await run(county, { name: '丁一诺', role: 'volunteer', place: '999999' });
  assert.equal(exit, 1);
  assert.match(said, /999999/);
});

test('the command takes no name that the screen would not take, and gives no role where a place is no more', async () => {
  await using county = await testWorld();
  await assert.rejects(run(county, { name: '丁'.repeat(61), role: 'volunteer' }), (error: unknown) => {
    assert.ok(error instanceof Refusal);
    assert.deepEqual([error.code, error.fields[0]?.path], ['BadRequest', '/name']);
    return true;
  });
  const village = county.placeId('village-1-1');
  const administrator = county.as('administrator');
  const { revision, code } = (await administrator.get(`/places/${village}`)).body;
  const ended = await administrator.post(`/places/${village}/endings`, {
    revision,
    validTo: '2026-01-01',
    reason: '并村',
  });
  assert.ok(ended.status < 300, ended.text);
  const { exit, said } = await run(county, { name: '丁一诺', role: 'volunteer', place: String(code) });
  assert.equal(exit, 1);
  assert.match(said, /已经撤销.*is no more/);
});
