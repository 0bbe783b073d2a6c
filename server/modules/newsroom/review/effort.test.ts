import assert from 'node:assert/strict';
import { test } from 'node:test';
import type pg from 'pg';
import { openDesk, story } from '../testing.ts';

/** What each connection of a pool is asked from now on, in the order in which it is sent. */
function listenIn(pool: pg.Pool): Map<pg.PoolClient, string[]> {
  const asked = new Map<pg.PoolClient, string[]>();
  pool.on('acquire', (client) => {
    if (asked.has(client)) return;
    const statements: string[] = [];
    asked.set(client, statements);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query(...args: unknown[]) {
        const [first] = args as [string | { name?: string; text?: string }];
        statements.push(typeof first === 'string' ? first : (first.name ?? first.text ?? ''));
        return query(...args);
      },
    });
  });
  return asked;
}

// Whoever signs waits for each of them. Where more are needed, see whether one does for two before this number is raised.
const most = 39;

test('the last signature, with its publication and its answer, asks little of the database', async () => {
  await using desk = await openDesk();
  await desk.onDuty('chief-editor');
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  story(await desk.sign(submitted, 'section-head', 'second_review'), 201);
  const asked = listenIn(desk.county.app.pool);
  assert.equal(story(await desk.sign(submitted, 'chief-editor', 'final_review'), 201).publicState, 'published');
  const [signing = []] = [...asked.values()]
    .map((all) =>
      all.slice(all.indexOf('platform.claim-key'), all.indexOf('commit', all.indexOf('platform.claim-key'))),
    )
    .filter((all) => all.includes('platform.claim-key'));
  assert.ok(signing.includes('newsroom.make-edition'), signing.join('\n'));
  assert.ok(signing.length <= most, `${signing.length} statements:\n${signing.join('\n')}`);
  const twice = signing.filter((name, at) => signing.indexOf(name) !== at);
  assert.deepEqual(twice, [], 'nothing is asked for twice');
});
