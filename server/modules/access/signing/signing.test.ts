import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { signStatement, verifySignature } from '#access';
import type { SignatureEvidence } from '#access';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { setTestPassword, SoftwarePasskey } from '#access/testing';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { giveServerHeldPasskey } from '../demonstration/server-held-passkey.ts';
import { Browser } from '../testing/browser.ts';

const hash = createHash('sha256').update('a statement').digest('hex');
const other = createHash('sha256').update('another statement').digest('hex');

async function actorFor(county: TestWorld, steppedUpMinutesAgo: number): Promise<Actor> {
  const steppedUpAt = new Date(county.clock.now().getTime() - steppedUpMinutesAgo * 60_000);
  return {
    kind: 'person',
    id: await county.personId('editor'),
    sessionId: 'a-session',
    grants: [],
    assurance: 2,
    steppedUpAt,
  };
}

const sign = (county: TestWorld, actor: Actor): Promise<SignatureEvidence> =>
  county.inCounty((ctx) => ctx.transaction((tx) => signStatement(tx, actor, hash)));

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

/** An editor at the desk with a passkey of their own. */
async function editorWithPasskey(
  county: TestWorld,
): Promise<{ desk: Browser; passkey: SoftwarePasskey; actor: Actor }> {
  const password = '一句容易记的话 2026';
  await county.inCounty((ctx) => setTestPassword(ctx, 'editor', password));
  const desk = new Browser(county);
  await desk.post('/sessions', { login: 'editor', password });
  const passkey = new SoftwarePasskey('http://one.test');
  const { challenge } = (await desk.post('/me/passkey-options')).body['publicKey'] as { challenge: string };
  assert.equal(
    (await desk.post('/me/passkeys', { name: '键盘上的', attestation: passkey.create(challenge) })).status,
    201,
  );
  return { desk, passkey, actor: await actorFor(county, 0) };
}

test('a passkey signs exactly the statement that was shown, and only once per asking', async () => {
  await using county = await testWorld();
  const { desk, passkey, actor } = await editorWithPasskey(county);
  const options = await desk.post('/signing-options', { statementHash: hash });
  assert.equal(options.body['way'], 'passkey', options.text);
  const { challenge } = options.body['publicKey'] as { challenge: string };
  assert.equal(Buffer.from(challenge, 'base64url').toString('hex'), hash, 'the statement itself is the challenge');
  const assertion = passkey.get(challenge);
  const signed = (statementHash: string, by: Actor): Promise<SignatureEvidence> =>
    county.inCounty((ctx) => ctx.transaction((tx) => signStatement(tx, by, statementHash, assertion)));
  await assert.rejects(signed(other, actor), { code: 'PasskeyNotAccepted' }, 'another statement');
  await assert.rejects(
    signed(hash, { ...actor, id: await county.personId('editor-2') }),
    { code: 'PasskeyNotAccepted' },
    'another person',
  );
  const evidence = await signed(hash, actor);
  assert.equal(evidence.kind, 'passkey');
  assert.equal(verifySignature(evidence, hash), true);
  assert.equal(verifySignature(evidence, other), false);
  assert.equal(verifySignature({ ...evidence, rpId: 'evil.example' }, hash), false);
  await assert.rejects(signed(hash, actor), { code: 'PasskeyNotAccepted' }, 'again');
});

test('a passkey without the finger on it signs nothing', async () => {
  await using county = await testWorld();
  const { desk, passkey, actor } = await editorWithPasskey(county);
  const { challenge } = (await desk.post('/signing-options', { statementHash: hash })).body['publicKey'] as {
    challenge: string;
  };
  const assertion = passkey.get(challenge, { verified: false });
  await assert.rejects(
    county.inCounty((ctx) => ctx.transaction((tx) => signStatement(tx, actor, hash, assertion))),
    { code: 'PasskeyNotAccepted' },
  );
});

test('a key held by the server exists in a demonstration only, and its signature says what it is', async () => {
  await using county = await testWorld();
  const actor: Actor = { ...(await actorFor(county, 60)), demonstration: true };
  const give = (): Promise<void> =>
    county.inCounty((ctx) => ctx.transaction((tx) => giveServerHeldPasskey(tx, actor.id)));
  await assert.rejects(give(), /demonstration counties only/);
  await assert.rejects(sign(county, actor), { code: 'StepUpRequired' }, 'a real county knows no such key');
  await county.app.pool.query('update platform.counties set demonstration = true where id = 1');
  await county.app.counties.reload();
  await give();
  const evidence = await sign(county, actor);
  assert.equal(evidence.kind, 'demonstration');
  assert.match(Buffer.from(evidence.clientDataJSON, 'base64url').toString('utf8'), /xiangyin-demonstration-server/);
  assert.equal(verifySignature(evidence, hash), true);
  assert.equal(verifySignature(evidence, other), false);
});

test('in a demonstration whoever has a passkey of their own signs with it, and the server’s key rests', async () => {
  await using county = await testWorld();
  await county.app.pool.query('update platform.counties set demonstration = true where id = 1');
  await county.app.counties.reload();
  const actor: Actor = { ...(await actorFor(county, 60)), demonstration: true };
  await county.inCounty((ctx) => ctx.transaction((tx) => giveServerHeldPasskey(tx, actor.id)));
  assert.equal((await sign(county, actor)).kind, 'demonstration');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'test.own-passkey',
        `insert into access.passkeys (county_id, id, person_id, credential_id, public_key, algorithm, counter, rp_id, name, made_at)
         values ($1, $2, $3, 'own', '\\x00', -7, 0, 'localhost', 'own', now())`,
        [tx.countyId, newId<'passkey'>(), actor.id],
      ),
    ),
  );
  await assert.rejects(sign(county, actor), { code: 'StepUpRequired' }, 'without its answer only a step-up helps');
});
