import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { systemActor } from '#platform/actor';
import { audit, auditRowHash } from '#platform/audit';
import { checkKeptHeads } from '#platform/check-kept-heads';
import { sealWaitingRows, signHead } from '#platform/seals';
import { ownerClient, testWorld } from '#testing';
import type { ChainHead } from '../contract.ts';
import { verifyAuditChain } from './verify-chain.ts';

interface AuditRow {
  id: string;
  act: string;
  actor: unknown;
  noun: string;
  subject_id: string;
  place_id: string | null;
  detail: unknown;
  at: Date;
}

const seed = Number(process.env['XIANGYIN_SEED'] ?? 1);

async function sealedCounty(rows: number) {
  const county = await testWorld();
  for (const countyId of [1, 2])
    await county.inCounty(async (ctx) => {
      for (let n = 0; n < rows; n += 1)
        await ctx.transaction((tx) =>
          audit(tx, systemActor('test'), { act: 'test.act', noun: 'test', subjectId: String(n), detail: { n } }),
        );
      await sealWaitingRows(ctx);
      await signHead(ctx, 'audit');
    }, countyId);
  return county;
}

test('an untouched chain holds, row by row and at its signed head', async () => {
  await using county = await sealedCounty(12);
  const report = await county.inCounty(verifyAuditChain);
  assert.deepEqual(report.faults, []);
  assert.ok(report.rows >= 12);
  assert.equal(report.heads, 1);
  assert.equal(report.waiting, 0);
});

test('a row that was written a moment ago waits for its seal, unless it was changed meanwhile', async () => {
  await using county = await sealedCounty(3);
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      audit(tx, systemActor('test'), { act: 'test.late', noun: 'test', subjectId: 'late', detail: {} }),
    ),
  );
  const live = await county.inCounty(verifyAuditChain);
  assert.deepEqual([live.waiting, live.faults], [1, []]);
  const owner = await ownerClient(county.database);
  await owner.query(`update platform.audit set subject_id = 'other' where county_id = 1 and act = 'test.late'`);
  await owner.end();
  const { waiting, faults } = await county.inCounty(verifyAuditChain);
  assert.deepEqual([waiting, faults.map(({ kind }) => kind)], [0, ['not-sealed']]);
});

test('any change of a row, its removal, or a swap is found (A35)', async () => {
  await using county = await sealedCounty(12);
  const owner = await ownerClient(county.database);
  const whole = await county.inCounty(verifyAuditChain);
  const columns = ['act', 'noun', 'subject_id'] as const;
  const tampering = fc.record({
    row: fc.integer({ min: 0, max: 11 }),
    how: fc.constantFrom('act', 'noun', 'subject_id', 'at', 'remove', 'swap'),
  });
  try {
    await fc.assert(
      fc.asyncProperty(tampering, async ({ row, how }) => {
        const seals = (
          await owner.query(
            `select seq, row_id, row_hash from platform.seals where county_id = 1 and chain = 'audit' order by seq desc limit 12`,
          )
        ).rows;
        const target = seals[row];
        let removed: unknown;
        if (columns.some((column) => column === how))
          await owner.query(`update platform.audit set ${how} = ${how} || 'x' where county_id = 1 and id = $1`, [
            target.row_id,
          ]);
        else if (how === 'at')
          await owner.query(
            `update platform.audit set at = at + interval '1 millisecond' where county_id = 1 and id = $1`,
            [target.row_id],
          );
        else if (how === 'remove')
          removed = (
            await owner.query(
              'delete from platform.audit where county_id = 1 and id = $1 returning to_jsonb(audit) as row',
              [target.row_id],
            )
          ).rows[0].row;
        else {
          const other = seals[(row + 1) % 12];
          await owner.query(
            `update platform.seals set row_hash = $2 where county_id = 1 and chain = 'audit' and seq = $1`,
            [target.seq, other.row_hash],
          );
        }
        const faults = (await county.inCounty(verifyAuditChain)).faults.length;
        await restore(owner, target, how, removed);
        assert.ok(faults > 0, `${how} of row ${row} was not found`);
      }),
      { seed, numRuns: 12 },
    );
    assert.deepEqual(await county.inCounty(verifyAuditChain), whole);
  } finally {
    await owner.end();
  }
});

type Owner = Awaited<ReturnType<typeof ownerClient>>;
async function restore(
  owner: Owner,
  target: { seq: number; row_id: string; row_hash: string },
  how: string,
  removed: unknown,
): Promise<void> {
  if (how === 'remove')
    await owner.query('insert into platform.audit select * from jsonb_populate_record(null::platform.audit, $1)', [
      JSON.stringify(removed),
    ]);
  if (how === 'act' || how === 'noun' || how === 'subject_id')
    await owner.query(`update platform.audit set ${how} = left(${how}, -1) where county_id = 1 and id = $1`, [
      target.row_id,
    ]);
  if (how === 'at')
    await owner.query(`update platform.audit set at = at - interval '1 millisecond' where county_id = 1 and id = $1`, [
      target.row_id,
    ]);
  if (how === 'swap')
    await owner.query(`update platform.seals set row_hash = $2 where county_id = 1 and chain = 'audit' and seq = $1`, [
      target.seq,
      target.row_hash,
    ]);
}

test('a chain cut short by somebody who may write everything disagrees with the head signed before (A36)', async () => {
  await using county = await sealedCounty(5);
  const owner = await ownerClient(county.database);
  await owner.query(`delete from platform.seals where county_id = 1 and chain = 'audit' and seq > 3`);
  await owner.end();
  const { faults } = await county.inCounty(verifyAuditChain);
  assert.ok(faults.some((fault) => fault.kind === 'head-differs'));
});

test('whoever holds the database and the key can make the chain anew, but not the end that somebody kept elsewhere (A36)', async () => {
  await using county = await sealedCounty(5);
  const { body } = await county.request('GET', '/api/v1/chain-heads');
  const heads = body['items'] as ChainHead[];
  const judged = (kept: readonly ChainHead[], countyId = 1) =>
    county.inCounty((ctx) => ctx.transaction((tx) => checkKeptHeads(tx, kept)), countyId);
  assert.deepEqual(await judged(heads), ['holds']);
  assert.deepEqual(await judged(heads, 2), ['forged'], 'another county’s');
  assert.deepEqual(await judged(heads.map((one) => ({ ...one, seq: one.seq - 1 }))), ['forged']);
  assert.deepEqual(await judged(heads.map((one) => ({ ...one, publicKey: 'AAAA' }))), ['forged']);
  const owner = await ownerClient(county.database);
  await owner.query(`delete from platform.heads where county_id = 1`);
  await owner.query(`delete from platform.seals where county_id = 1 and chain = 'audit'`);
  assert.deepEqual(await judged(heads), ['cut']);
  await owner.query(`update platform.audit set act = 'something.else' where county_id = 1 and act = 'test.act'`);
  const { rows } = await owner.query<AuditRow>('select * from platform.audit where county_id = 1');
  for (const { id, act, actor, noun, subject_id: subject, place_id: place, detail, at } of rows)
    await owner.query(
      `insert into platform.unsealed (county_id, chain, row_id, row_hash) values (1, 'audit', $1, $2) on conflict do nothing`,
      [id, auditRowHash({ county: 1, id, act, actor, noun, subject, place, detail, at: at.toISOString() })],
    );
  await county.inCounty(async (ctx) => {
    await sealWaitingRows(ctx);
    await signHead(ctx, 'audit');
  });
  const report = await county.inCounty(verifyAuditChain);
  assert.deepEqual(report.faults, [], 'the house itself sees nothing');
  assert.deepEqual(await judged(heads), ['differs']);
});

test('each county has its own chain', async () => {
  await using county = await sealedCounty(3);
  const owner = await ownerClient(county.database);
  await owner.query(`update platform.audit set act = 'changed' where county_id = 1`);
  await owner.end();
  assert.ok((await county.inCounty(verifyAuditChain, 1)).faults.length > 0);
  assert.equal((await county.inCounty(verifyAuditChain, 2)).faults.length, 0);
});
