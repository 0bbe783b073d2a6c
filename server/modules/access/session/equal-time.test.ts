import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTestPassword } from '#access/testing';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';

const rounds = 30;

/** Milliseconds of one refused sign-in. Each comes from its own account, so that no limit is reached; the clock stands, so the net's limit is passed by moving it. */
async function refusedAfter(county: TestWorld, login: string): Promise<number> {
  const began = performance.now();
  const answer = await county.request('POST', '/api/v1/sessions', { login, password: 'certainly not this one' });
  assert.equal(answer.body['code'], 'SignInFailed');
  return performance.now() - began;
}

/** How far apart two samples lie by rank (Mann–Whitney): standard deviations from "the same". Ranks, because one slow moment of the machine must not decide. */
function rankDistance(left: readonly number[], right: readonly number[]): number {
  const all = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ].toSorted((a, b) => a.value - b.value);
  const rankSum = all.reduce((sum, one, at) => (one.isLeft ? sum + at + 1 : sum), 0);
  const [n, m] = [left.length, right.length];
  const u = rankSum - (n * (n + 1)) / 2;
  return Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

test('an unknown name and a wrong password take the same time (A13)', async () => {
  await using county = await testWorld();
  await county.inCounty((ctx) => setTestPassword(ctx, 'volunteer', 'a perfectly good sentence'));
  const [unknown, wrong]: [number[], number[]] = [[], []];
  await refusedAfter(county, 'warm-up');
  for (let round = 0; round < rounds; round += 1) {
    // A fresh window for every limit; alternating, so that both meet the same machine.
    county.clock.advance({ minutes: 16 });
    const first = round % 2 === 0;
    if (first) unknown.push(await refusedAfter(county, `nobody-${round}`));
    wrong.push(await refusedAfter(county, 'volunteer'));
    if (!first) unknown.push(await refusedAfter(county, `nobody-${round}`));
  }
  // 4 standard deviations: by chance once in sixteen thousand runs. Without the decoy hash the distance is over 6.
  assert.ok(
    rankDistance(unknown, wrong) < 4,
    `unknown ${unknown.map(Math.round).join(' ')} · wrong ${wrong.map(Math.round).join(' ')}`,
  );
});

test('the measure itself tells samples apart that differ', () => {
  const left = Array.from({ length: rounds }, (_, at) => 20 + (at % 7));
  assert.ok(
    rankDistance(
      left,
      left.map((value) => value + 10),
    ) > 6,
  );
  assert.ok(rankDistance(left, left.toReversed()) < 1);
});
