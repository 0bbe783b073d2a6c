import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { CountyFiller } from '../../../testing/busy-county.ts';
import { provinceFigures } from './province-figures.ts';
import { provincePage } from './province-page-command.ts';

/** Publishes so many stories of a county on New Year's Eve by its own clock, as the table has it. */
async function publish(world: TestWorld, county: 1 | 2, many: number, at: string): Promise<void> {
  const filler = await CountyFiller.open(world, county);
  const things = await filler.fillPlace('village-1-1');
  const owner = await ownerClient(world.database);
  // One story of the county is published; the others take its place in time.
  await owner.query(`update newsroom.stories set first_published_at = null where county_id = $1`, [county]);
  const { rows } = await owner.query('select * from newsroom.stories where county_id = $1 and id = $2', [
    county,
    things['story-published'],
  ]);
  const columns = Object.keys(rows[0] as object).filter((name) => !['id', 'slug', 'first_published_at'].includes(name));
  for (let n = 0; n < many; n += 1)
    await owner.query(
      `insert into newsroom.stories (id, slug, first_published_at, ${columns.join(', ')}) select gen_random_uuid(), slug || '-' || $3, $4::timestamptz, ${columns.join(', ')} from newsroom.stories where county_id = $1 and id = $2`,
      [county, things['story-published'], n, at],
    );
  await owner.end();
}

test('a province sees how much each county did in a year, and of fewer than ten nothing, not by subtraction either', async () => {
  await using world = await testWorld();
  // 23:30 on the 31st by the counties' clock, the next year by no clock but that of Greenwich's east.
  await publish(world, 1, 12, '2025-12-31T15:30:00.000Z');
  await publish(world, 2, 9, '2025-12-31T15:30:00.000Z');
  const { counties, sums } = await provinceFigures(world.app, 2025);
  assert.deepEqual(
    counties.map(({ slug, figures }) => [slug, figures.stories, figures.visits, figures.hours]),
    [
      ['one', 12, null, null],
      ['two', null, null, null],
    ],
  );
  assert.deepEqual(sums, { stories: 12, visits: null, hours: null });
  assert.equal((await provinceFigures(world.app, 2026)).sums.stories, null);
});

test('the page is one file; whoever writes the command wrongly is told', async () => {
  await using world = await testWorld();
  const folder = await mkdtemp(join(tmpdir(), 'xy-province-'));
  const said: string[] = [];
  const run = (flags: Record<string, string | true>) =>
    provincePage.run({
      app: world.app,
      ownerUrl: undefined,
      args: [],
      flags,
      say: (line) => void said.push(line),
      inCounty: () => assert.fail('no county is asked for'),
    });
  try {
    const to = join(folder, 'province.html');
    assert.equal(await run({ to, title: '某省 <b>' }), 0);
    const page = await readFile(to, 'utf8');
    assert.match(page, /<h1>某省 &lt;b>/);
    assert.match(page, /甲县[\s\S]*乙县[\s\S]*不到 10 的不写/);
    assert.doesNotMatch(page, /<script|https?:/);
    assert.equal(await run({}), 2);
    await assert.rejects(run({ to, year: 'last' }), /--year takes/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
