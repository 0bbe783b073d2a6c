import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCtx } from '#platform/transaction';
import { ownerClient, testWorld } from '#testing';
import { gathered } from './gathered.ts';

test('what many ask at once is read together: each hears their own, with all that stood when they asked, and a failure stops nobody who comes later', async () => {
  await using county = await testWorld();
  const [one, two] = county.app.counties.all();
  assert.ok(one && two);
  const asker = (of = one) => openCtx(county.app, of, { requestId: 'test' });
  const readings: string[][] = [];
  let gate = Promise.withResolvers<void>();
  const phoneOf = gathered<string, string>(async (tx, asks) => {
    readings.push([...asks]);
    await gate.promise;
    if (asks.includes('failure')) throw new Error('this reading fails');
    const { rows } = await tx.client.query<{ phone: string }>('select phone from platform.counties where id = $1', [
      tx.countyId,
    ]);
    return asks.map((ask) => `${ask} ${rows[0]?.phone}`);
  });
  const ask = (what: string, of = one) => phoneOf(asker(of), what);

  const first = [ask('a'), ask('b')];
  const others = Array.from({ length: 150 }, (_, at) => ask(`later ${at}`));
  const elsewhere = ask('elsewhere', two);
  const owner = await ownerClient(county.database);
  await owner.query(`update platform.counties set phone = '0000-7777777' where id = 1`);
  await owner.end();
  gate.resolve();
  const heard = await Promise.all([...first, ...others]);
  assert.deepEqual(heard, ['a 0000-7777777', 'b 0000-7777777', ...others.map((_, at) => `later ${at} 0000-7777777`)]);
  assert.deepEqual(
    readings.map((asks) => asks.length).toSorted((a, b) => a - b),
    [1, 1, 1, 50, 100],
  );
  assert.equal(await elsewhere, 'elsewhere 0000-1234567', 'another county by itself');

  gate = Promise.withResolvers();
  const doomed = ask('failure');
  const beside = ask('beside');
  const behind = ask('behind');
  gate.resolve();
  await assert.rejects(doomed, /this reading fails/);
  assert.deepEqual(await Promise.all([beside, behind]), ['beside 0000-7777777', 'behind 0000-7777777']);
});

test('whoever speaks another language is read for apart, a further one among them', async () => {
  await using county = await testWorld();
  const [one] = county.app.counties.all();
  assert.ok(one);
  const spoken = gathered<null, string>((tx, asks) => Promise.resolve(asks.map(() => tx.ctx.tag)));
  const ask = (tag: string) => spoken(openCtx(county.app, one, { requestId: 'test', language: 'en', tag }), null);
  // The third waits for the two before it, and would take along who comes next.
  const tags = ['en', 'en', 'en', 'cy'];
  assert.deepEqual(await Promise.all(tags.map(ask)), tags);
});
