import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, flattenedVerify } from 'jose';
import { openDesk, story, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import type { KeyList } from '../page-contract.ts';
import { portalOptions } from '../options.ts';

async function pagesOf(desk: Desk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  const get = async (url: string): Promise<string> => {
    const answer = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
    assert.equal(answer.statusCode, 200, `${url}: ${answer.body.slice(0, 200)}`);
    return answer.body;
  };
  return {
    get,
    keys: async (): Promise<KeyList> => JSON.parse(await get('/.well-known/xiangyin-keys.json')) as KeyList,
    mark: async (slug: string | null): Promise<string> =>
      /href="\/verify#([\w.-]+)"/.exec(await get(`/stories/${slug}`))?.[1] ?? assert.fail('no mark'),
    standing: async (slug: string | null): Promise<Record<string, unknown>> =>
      JSON.parse(await get(`/stories/${slug}/standing.json`)) as Record<string, unknown>,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function rotate(desk: Desk, why?: string): Promise<{ code: number; said: string }> {
  const command =
    desk.county.app.modules.flatMap((one) => one.commands ?? []).find((one) => one.name === 'keys rotate') ??
    assert.fail('no command');
  const lines: string[] = [];
  const code = await command.run({
    app: desk.county.app,
    ownerUrl: undefined,
    args: [],
    flags: why ? { why } : {},
    say: (line) => void lines.push(line),
    inCounty: (work) => desk.county.inCounty(work),
  });
  return { code, said: lines.join('\n') };
}

/** What a program that knows nothing of ours finds in a mark: jose, with the published keys. */
async function readMark(mark: string, list: KeyList): Promise<Record<string, unknown>> {
  const { payload } = await compactVerify(mark, createLocalJWKSet({ keys: [...list.keys] }));
  return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
}

test('a mark is checked by anybody’s program, follows a correction and a withdrawal, and outlives its key', async () => {
  await using desk = await openDesk();
  await using pages = await pagesOf(desk);
  const published = await desk.publish();
  const first = await pages.mark(published.slug);
  const list = await pages.keys();
  const claim = await readMark(first, list);
  assert.deepEqual(claim, {
    iss: new URL(list.issuer).host,
    sub: published.slug,
    rev: 1,
    sha: Buffer.from(published.textHash, 'hex').toString('base64url'),
    steps: 'aaa',
    iat: Math.floor(desk.county.clock.now().getTime() / 1000),
    head: '柳河桥今天通车',
  });
  assert.ok(first.length <= 420, `${first.length} characters`);
  const code = await pages.get(`/stories/${published.slug}/mark.svg`);
  // Version 15 of the QR codes, 77 modules: at 4 cm each is half a millimetre wide.
  assert.ok(Number(/viewBox="-4 -4 (\d+)/.exec(code)?.[1]) <= 85);
  assert.deepEqual(
    [await pages.standing(published.slug)].map(({ state, edition, sha }) => [state, edition, sha]),
    [['published', 1, claim['sha']]],
  );

  // The list itself, with node:crypto alone, and with jose.
  const { signature, ...signed } = list;
  const [head = '', , letters = ''] = signature.split('.');
  const payload = Buffer.from(canonicalize(signed) ?? '').toString('base64url');
  const signer = list.keys.find((one) => one.kid === decodeProtectedHeader(first).kid) ?? assert.fail('no key');
  const key = createPublicKey({ key: { kty: signer.kty, crv: signer.crv, x: signer.x }, format: 'jwk' });
  assert.ok(verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(letters, 'base64url')));
  await flattenedVerify({ protected: head, payload, signature: letters }, key);

  const { code: done, said } = await rotate(desk);
  assert.equal(done, 0, said);
  const after = await pages.keys();
  assert.deepEqual(
    after.keys.map((one) => one.ended),
    ['scheduled', null],
  );
  const [rotation] = after.rotations;
  assert.ok(rotation?.signature, 'the old key signs for the new');
  const text = Buffer.from(`xiangyin-key-rotation-v1\n${rotation.statement}\n`);
  assert.ok(verify(null, text, key, Buffer.from(rotation.signature, 'base64url')));
  assert.deepEqual(await readMark(first, after), claim, 'what the old key signed is still read');
  const second = await pages.mark(published.slug);
  assert.equal(decodeProtectedHeader(second).kid, after.keys[1]?.kid, 'the page has a mark by the new key at once');
  assert.deepEqual(await readMark(second, after), claim);
  const folder = join(desk.county.app.settings.varDirectory, 'keys');
  const files = (await readdir(folder)).filter((name) => name.startsWith('county-1-county.'));
  assert.deepEqual(files, [`county-1-county.${after.keys[1]?.kid}.pem`], 'the old private key is destroyed');
  assert.equal(await desk.county.app.keys.isUsable(), true);

  await desk.onDuty('chief-editor');
  const editor = desk.county.as('editor');
  const begun = story(await editor.post(`/stories/${published.id}/corrections`, { note: '写错了' }), 201);
  const saved = await editor.put(`/stories/${published.id}/text`, {
    version: begun.version,
    text: textOf('柳河桥今天通车', ['限重十二吨。']),
  });
  await desk.signAll(await desk.submit(story(saved, 200), 'editor'), 'editor-2');
  assert.equal((await pages.standing(published.slug))['edition'], 2);
  assert.equal((await readMark(await pages.mark(published.slug), after))['rev'], 2);
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.equal((await pages.standing(published.slug))['state'], 'withdrawn');
});

test('two who change the key at once change it twice, and one line of keys leads to the last', async () => {
  await using desk = await openDesk();
  await using pages = await pagesOf(desk);
  await desk.publish();
  assert.equal((await rotate(desk, 'nonsense')).code, 2);
  await Promise.all([rotate(desk, 'compromised'), rotate(desk)]);
  const { keys, rotations } = await pages.keys();
  assert.equal(keys.length, 3);
  assert.equal(keys.filter((one) => one.until === null).length, 1);
  assert.equal(rotations.length, 2);
  const current = keys.find((one) => one.until === null)?.kid;
  const led = rotations.find((one) => one.to === current);
  assert.ok(led && rotations.some((one) => one.to === led.from), 'each key was named by the one before');
  assert.ok(rotations.every((one) => one.signature !== null));
  // What was signed before the change, and what is signed after it, is checked as ever.
  assert.equal((await pages.get('/about')).includes('hash'), true);
  await desk.publish();
});
