import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { signStatement, verifySignature } from '#access';
import type { SignatureEvidence } from '#access';
import type { Actor } from '#platform/actor';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';

const hash = createHash('sha256').update('a statement').digest('hex');
const other = createHash('sha256').update('another statement').digest('hex');

async function actorFor(county: TestWorld, steppedUpMinutesAgo: number): Promise<Actor> {
  const steppedUpAt = new Date(county.clock.now().getTime() - steppedUpMinutesAgo * 60_000);
  return { kind: 'person', id: await county.personId('editor'), sessionId: 'a-session', grants: [], assurance: 2, steppedUpAt };
}

const sign = (county: TestWorld, actor: Actor): Promise<SignatureEvidence> => county.inCounty((ctx) => ctx.transaction((tx) => signStatement(tx, actor, hash)));

test('without a passkey the county vouches for whoever confirmed who they are, and says so', async () => {
  await using county = await testWorld();
  const evidence = await sign(county, await actorFor(county, 5));
  assert.equal(evidence.kind, 'attested');
  assert.equal(verifySignature(evidence, hash), true);
  assert.equal(verifySignature(evidence, other), false);
});

test('a confirmation older than a quarter of an hour no longer counts', async () => {
  await using county = await testWorld();
  await assert.rejects(sign(county, await actorFor(county, 16)), { code: 'StepUpRequired' });
});

test('a program with a token cannot sign', async () => {
  await using county = await testWorld();
  const { sessionId: _, ...actor } = await actorFor(county, 1);
  await assert.rejects(sign(county, actor), { code: 'Forbidden' });
});

test('one changed byte anywhere in the evidence is found', async () => {
  await using county = await testWorld();
  const evidence = await sign(county, await actorFor(county, 1));
  const bytes = Buffer.from(evidence.signature, 'base64url');
  for (const at of [0, 20, 63]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
    assert.equal(verifySignature({ ...evidence, signature: changed.toString('base64url') }, hash), false);
  }
});

test('what the county vouched for cannot be passed off as a passkey', async () => {
  await using county = await testWorld();
  const evidence = await sign(county, await actorFor(county, 1));
  assert.equal(verifySignature({ ...evidence, kind: 'passkey' }, hash), false);
});
