import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

// A PostgreSQL of our own: this test lets it stand still, and others must not wait with it. Whatever reads this setting is imported after it.
const directory = mkdtempSync(join(tmpdir(), 'xy-paused-'));
process.env['XIANGYIN_TEST_VAR'] = join(directory, 'postgres');
const { testWorld } = await import('./index.ts');
const { testServer } = await import('./server.ts');

after(async () => {
  await (await testServer()).stop();
  await rm(directory, { recursive: true, force: true });
});

const pausedMilliseconds = process.env['XIANGYIN_DEEP'] === '1' ? 40_000 : 8_000;
const isGiven = Boolean(process.env['DATABASE_URL']);

/** Lets the server and every process of it stand still, as a paused machine does; answers how it goes on. */
function holdPostgres(): () => void {
  const note = readFileSync(join(directory, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  const postmaster = Number(note.split('\n')[0]);
  const all = [postmaster, ...childrenOf(postmaster)];
  for (const pid of all) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of all) process.kill(pid, 'SIGCONT');
  };
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === parent)
    .map(Number);

// The name of the program stands in brackets and may hold blanks; the parent's number is the second field behind it.
function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
}

/** One to be put on the list, and the key under which it is asked for. */
interface Wanted {
  readonly name: string;
  readonly key: string;
}

test(
  'while PostgreSQL stands still people are told to come again; afterwards nothing acknowledged is lost and nothing is doubled, whoever asked again (F2)',
  { skip: isGiven || process.platform !== 'linux' ? 'a PostgreSQL of the test’s own, on Linux' : false },
  async () => {
    await using county = await testWorld();
    const administrator = county.as('administrator');
    await administrator.cookie();
    const people = Array.from({ length: 30 }, (_, n) => ({ name: `停顿里记的人${n}`, key: crypto.randomUUID() }));
    const add = (one: Wanted) => administrator.post('/people', { name: one.name }, { key: one.key });

    const goOn = holdPostgres();
    const began = performance.now();
    const asked = people.map(async (one) => {
      const answer = await add(one);
      return { one, answer, after: performance.now() - began };
    });
    await pause(pausedMilliseconds);
    goOn();
    const heard = await Promise.all(asked);
    for (const { answer } of heard)
      assert.ok(answer.status === 201 || answer.status === 503, `${answer.status} ${answer.text}`);
    const refused = heard.filter(({ answer }) => answer.status === 503);
    assert.ok(refused.length > 0, 'whoever finds no connection is told so');
    for (const { answer, after: waited } of refused) {
      assert.ok(answer.headers['retry-after'], 'and when to come again');
      assert.ok(waited < pausedMilliseconds, 'without waiting for the end');
    }
    // Only the acknowledged ones stand, or also some whose answer was not heard; asked again under the same key each stands once.
    for (const { one } of refused) assert.equal((await add(one)).status, 201);
    for (const { one, answer } of heard.filter(({ answer: { status } }) => status === 201))
      assert.deepEqual((await add(one)).body['id'], answer.body['id']);
    const names = await county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.named<{ name: string }>(
          'test.paused-people',
          `select name from people.persons where county_id = $1 and name like '停顿里记的人%' order by name`,
          [tx.countyId],
        ),
      ),
    );
    assert.deepEqual(names.map(({ name }) => name).toSorted(), people.map(({ name }) => name).toSorted());
  },
);
