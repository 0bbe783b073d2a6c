import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openDesk, story, textOf } from '../testing.ts';
import { ownerClient } from '#testing';
import { checkProof } from './check-proof.ts';
import { storedProof } from './stored-evidence.ts';
import type { StoredProof } from './stored-evidence.ts';
import { verifyCommand } from './verify-command.ts';

test('every signature of a published story is good; one flipped byte anywhere is found', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const proof = await desk.county.inCounty((ctx) => ctx.transaction((tx) => storedProof(tx, published.id)));
  assert.deepEqual(
    checkProof(proof).signatures.map((one) => one.problems),
    [[], [], []],
  );
  assert.equal(checkProof(proof).valid, true);
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom('statement', 'canonical', 'signature', 'publicKey', 'statementHash', 'edition', 'head'),
      fc.nat(2),
      fc.integer({ min: 0, max: 7 }),
      (at, where, which, bit) => {
        assert.equal(checkProof(flipped(proof, where, which, at, bit)).valid, false);
      },
    ),
    { seed: Number(process.env['XIANGYIN_SEED'] || 1), numRuns: 150 },
  );
});

test('a signature left out, doubled or moved is found', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const proof = await desk.county.inCounty((ctx) => ctx.transaction((tx) => storedProof(tx, published.id)));
  const [first, second, third] = proof.signatures;
  assert.ok(first && second && third);
  for (const signatures of [[first, third], [first, second], [second, first, third], [first, first, second, third], []])
    assert.equal(checkProof({ ...proof, signatures }).valid, false);
  assert.equal(
    checkProof({ ...proof, signatures: [first, { ...second, signerId: first.signerId }, third] }).valid,
    false,
  );
});

test('the command says in plain words that all is good, and what was changed behind our back', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const run = async (which: string): Promise<{ code: number; said: string }> => {
    const lines: string[] = [];
    const code = await verifyCommand.run({
      app: desk.county.app,
      ownerUrl: undefined,
      args: [which],
      flags: {},
      say: (line) => void lines.push(line),
      inCounty: (work) => desk.county.inCounty(work),
    });
    return { code, said: lines.join('\n') };
  };
  assert.equal((await run(published.id)).code, 0);
  assert.match((await run(published.slug ?? '')).said, /全部签名可靠/);
  assert.equal((await run('no-such-story')).code, 1);
  // Where it stands may be changed after publication: the record says that this was not signed, and claims no more.
  const placeIds = [desk.county.placeId('town-2')];
  story(await desk.county.as('chief-editor').patch(`/stories/${published.id}`, { placeIds }), 200);
  const since = await run(published.id);
  assert.equal(since.code, 0);
  assert.match(since.said, /发布以后地方改过/);
  const owner = await ownerClient(desk.county.database);
  await owner.query(`update newsroom.editions set byline = byline || '等'`);
  const renamed = await run(published.id);
  assert.equal(renamed.code, 1);
  assert.match(renamed.said, /登出来的署名或级别和签名时不一样/);
  await owner.query(`update newsroom.signatures set head = null where number = 1`);
  assert.match((await run(published.id)).said, /署名、地方或有效期和签名时不一样/);
  await owner.query(
    `update newsroom.revisions set canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '十吨', '百吨'), 'UTF8')`,
  );
  await owner.end();
  const changed = await run(published.id);
  assert.equal(changed.code, 1);
  assert.match(changed.said, /文字和签名时不一样/);
});

test('the program itself may neither change nor delete a signature, a revision or an edition', async () => {
  await using desk = await openDesk();
  await desk.publish();
  for (const table of ['signatures', 'revisions', 'editions', 'duties'])
    for (const sql of [`update newsroom.${table} set county_id = county_id`, `delete from newsroom.${table}`])
      await assert.rejects(
        desk.county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query(sql))),
        /permission denied/,
      );
});

test('the chain runs on through returns, corrections and withdrawals', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review', { verdict: 'returned', reason: '补一句' }), 201);
  const published = await desk.signAll(await desk.submit(submitted));
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  const begun = story(
    await desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: '写错了' }),
    201,
  );
  const saved = story(
    await desk.county.as('editor').put(`/stories/${published.id}/text`, {
      version: begun.version,
      text: textOf('柳河桥今天通车', ['限重十二吨。']),
    }),
    200,
  );
  const corrected = await desk.signAll(await desk.submit(saved, 'editor'), 'editor-2');
  assert.equal(corrected.publicState, 'published');
  const report = await desk.county.as('auditor').get(`/stories/${published.id}/verification`);
  assert.deepEqual(
    [
      report.body['valid'],
      (report.body['signatures'] as unknown[]).length,
      (report.body['editions'] as unknown[]).length,
    ],
    [true, 8, 2],
    report.text,
  );
});

function flipped(proof: StoredProof, where: string, which: number, at: number, bit: number): StoredProof {
  const flip = (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << bit);
    return copy;
  };
  const flipText = (text: string): string => flip(Buffer.from(text, 'base64url')).toString('base64url');
  const editions =
    where === 'edition' ? proof.editions.map((one) => ({ ...one, canonical: flip(one.canonical) })) : proof.editions;
  const signatures = proof.signatures.map((one, index) => {
    if (index !== which) return one;
    if (where === 'statement') return { ...one, statement: flip(one.statement) };
    if (where === 'canonical') return { ...one, canonical: flip(one.canonical) };
    if (where === 'signature')
      return { ...one, evidence: { ...one.evidence, signature: flipText(one.evidence.signature) } };
    if (where === 'publicKey')
      return { ...one, evidence: { ...one.evidence, publicKey: flipText(one.evidence.publicKey) } };
    if (where === 'head') return { ...one, head: one.head && flip(one.head) };
    if (where === 'statementHash')
      return { ...one, statementHash: flip(Buffer.from(one.statementHash, 'hex')).toString('hex') };
    return one;
  });
  return { ...proof, signatures, editions };
}
