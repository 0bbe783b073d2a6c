import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { canonicalJson } from '@xiangyin/document';
import type { KeyList, ListedKey } from '@xiangyin/server/contract';
import { checkMark, markIn } from './check-mark.ts';
import { spanWords } from './day-words.ts';
import { storyStanding } from './story-standing.ts';
import { listPath, standingIn } from './hours-standing.ts';
import { newestList } from './kept-lists.ts';
import { knownKeys } from './known-keys.ts';
import { gzipSync } from 'node:zlib';
import type { Pinned } from './known-keys.ts';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key of a county, made as the server makes its own. */
class Key {
  readonly privateKey: KeyObject;
  readonly spki: Buffer;
  readonly kid: string;
  constructor(kid: string) {
    const pair = generateKeyPairSync('ed25519');
    this.privateKey = pair.privateKey;
    this.spki = pair.publicKey.export({ type: 'spki', format: 'der' });
    this.kid = kid;
  }
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.privateKey).toString('base64url');
  }
  jws(claim: unknown): string {
    const signed = `${encoded({ alg: 'EdDSA', kid: this.kid })}.${encoded(claim)}`;
    return `${signed}.${this.sign(signed)}`;
  }
  listed(more: Partial<ListedKey> = {}): ListedKey {
    const x = this.spki.subarray(-32).toString('base64url');
    const since = '2026-01-01T00:00:00.000Z';
    return {
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      use: 'sig',
      kid: this.kid,
      x,
      since,
      until: null,
      ended: null,
      ...more,
    };
  }
  rotatedTo(next: Key): KeyList['rotations'][number] {
    const statement = canonicalJson({ v: 1, from: this.kid, to: next.kid, key: next.spki.toString('base64') });
    const text = `xiangyin-key-rotation-v1\n${statement}\n`;
    return {
      from: this.kid,
      to: next.kid,
      statement,
      signature: this.sign(text),
      confirmation: next.sign(text),
    };
  }
}

function listBy(signer: Key, keys: ListedKey[], rotations: KeyList['rotations'] = [], at = '2026-11-27'): KeyList {
  const list = { v: 1, issuer: 'https://one.test', county: 'one', publisher: { en: 'One' }, at, keys, rotations };
  const head = encoded({ alg: 'EdDSA', kid: signer.kid });
  const payload = Buffer.from(canonicalJson(list)).toString('base64url');
  return { ...list, signature: `${head}..${signer.sign(`${head}.${payload}`)}` };
}

const claim = {
  iss: 'one.test',
  sub: 'bridge-1',
  rev: 1,
  sha: 'x'.repeat(43),
  steps: 'ppa',
  iat: 1_780_000_000,
  head: '桥',
};
const old = new Key('old');
const next = new Key('next');
const ended = { until: '2026-06-01T00:00:00.000Z', ended: 'scheduled' } as const;

test('a mark holds under the county’s key; any other letter in it does not', () => {
  const mark = old.jws(claim);
  assert.deepEqual(checkMark(mark, [old.listed()]), { kind: 'good', claim });
  for (let at = 0; at < mark.length; at += 1) {
    const other = mark.slice(0, at) + (mark[at] === 'A' ? 'B' : 'A') + mark.slice(at + 1);
    assert.notEqual(checkMark(other, [old.listed()]).kind, 'good', `letter ${at}`);
  }
  assert.equal(checkMark(mark, [next.listed()]).kind, 'unknown-key');
  assert.equal(checkMark(mark, [next.listed({ kid: 'old' })]).kind, 'changed');
  assert.equal(checkMark(mark, [old.listed({ ...ended, ended: 'compromised' })]).kind, 'stolen');
  assert.equal(checkMark(mark, [old.listed({ until: '2020-01-01T00:00:00.000Z', ended: 'scheduled' })]).kind, 'late');
  assert.equal(checkMark(mark, [old.listed({ until: '2026-12-01T00:00:00.000Z', ended: 'scheduled' })]).kind, 'good');
});

test('what is no mark is called so, whatever it is', () => {
  const [head, payload, signature] = old.jws(claim).split('.');
  const unsigned = `${encoded({ alg: 'none', kid: 'old' })}.${payload}.${signature}`;
  const critical = `${encoded({ alg: 'EdDSA', kid: 'old', crit: ['exp'] })}.${payload}.${signature}`;
  const strange = ['', '.', '..', 'a.b.c', `${head}.${payload}`, unsigned, critical, old.jws(null), old.jws([1])];
  const wrong = [{ ...claim, rev: '1' }, { ...claim, iat: 1e300 }, { ...claim, head: undefined }, 'text', 7];
  for (const text of [...strange, ...wrong.map((one) => old.jws(one)), '<img src=x>'.repeat(1000)])
    assert.equal(checkMark(markIn(text), [old.listed()]).kind, 'unreadable', text.slice(0, 80));
});

test('a mark is found at the end of an address, and alone', () => {
  const mark = old.jws(claim);
  for (const text of [mark, `#${mark}`, `https://one.test/verify#${mark}\n`, `扫到：${mark} `])
    assert.equal(markIn(text), mark);
});

test('keys are pinned at the first visit, and followed only where the known one signed for the next', () => {
  const first = listBy(old, [old.listed()]);
  const known = knownKeys(first, undefined);
  assert.equal(known.news, 'first');
  const pins: Pinned = { keys: known.keys, at: known.at };
  const keys = [old.listed(ended), next.listed()];
  const rotated = listBy(next, keys, [old.rotatedTo(next)], '2026-11-28');
  assert.deepEqual(
    [knownKeys(rotated, pins).news, knownKeys(rotated, pins).keys.map((one) => one.kid)],
    ['same', ['old', 'next']],
  );
  // An older list does not bring back what was ended since.
  assert.equal(knownKeys(first, { keys, at: '2026-11-28' }).keys.length, 2);
  const thief = new Key('next');
  const forged = [
    listBy(next, keys, [], '2026-11-28'),
    listBy(thief, [old.listed(ended), thief.listed()], [{ ...old.rotatedTo(next) }], '2026-11-28'),
    listBy(thief, [old.listed(ended), thief.listed()], [thief.rotatedTo(thief)], '2026-11-28'),
    listBy(next, [next.listed()], [old.rotatedTo(next)], '2026-11-28'),
    listBy(next, keys, [{ ...old.rotatedTo(next), signature: null }], '2026-11-28'),
  ];
  for (const [at, list] of forged.entries()) {
    const found = knownKeys(list, pins);
    assert.deepEqual([found.news, found.keys.length, found.at], ['foreign', 1, '2026-11-27'], `forged ${at}`);
  }
});

test('a list made while the county’s clock was ahead is followed by the next one, and what it said of a lost key is not taken back', () => {
  const ahead = listBy(old, [old.listed()], [], '2027-08-01');
  const pins: Pinned = { keys: knownKeys(ahead, undefined).keys, at: ahead.at };
  const lost = { until: '2026-11-28T00:00:00.000Z', ended: 'compromised' } as const;
  const rotated = listBy(next, [old.listed(lost), next.listed()], [old.rotatedTo(next)], '2026-11-28');
  const known = knownKeys(rotated, pins);
  assert.deepEqual(
    [known.news, known.at, known.keys.map(({ kid, ended: why }) => [kid, why])],
    [
      'same',
      '2026-11-28',
      [
        ['old', 'compromised'],
        ['next', null],
      ],
    ],
  );
  assert.equal(checkMark(next.jws(claim), known.keys).kind, 'good', 'what the new key signs is known at once');
  assert.equal(checkMark(old.jws(claim), known.keys).kind, 'stolen');
  // Neither the former list nor one that calls the lost key merely ended brings it back, whatever their dates.
  const after: Pinned = { keys: known.keys, at: known.at };
  const milder = listBy(next, [old.listed({ ...lost, ended: 'scheduled' }), next.listed()], [old.rotatedTo(next)]);
  for (const list of [listBy(old, [old.listed()], [], '2026-11-27'), milder])
    assert.equal(checkMark(old.jws(claim), knownKeys(list, after).keys).kind, 'stolen');
});

test('a list that its own present key did not sign is not gone by', () => {
  const list = listBy(old, [old.listed()]);
  const broken = [
    { ...list, county: 'two' },
    { ...list, keys: [next.listed()] },
    listBy(old, [old.listed(ended)]),
    { ...list, signature: '..' },
  ];
  for (const one of broken)
    assert.deepEqual([knownKeys(one, undefined).news, knownKeys(one, undefined).keys], ['broken', []]);
});

const hours = {
  iss: 'one.test',
  sub: '330101-2026-000002',
  vol: '330101-000001',
  unit: '服务所',
  min: [60, 50, 0, 30],
  iat: 1_780_000_000,
  idx: 131_074,
};

test('a certificate’s mark is checked as a story’s is, and looked up in one list that says nothing of who asks', async () => {
  const keys = [old.listed()];
  assert.deepEqual(checkMark(old.jws(hours), keys), { kind: 'good', claim: hours });
  assert.equal(checkMark(old.jws({ ...hours, min: [1, 2, 3] }), keys).kind, 'unreadable');
  assert.equal(checkMark(old.jws({ ...hours, name: 7 }), keys).kind, 'unreadable');
  assert.equal(listPath(hours), '/certificates/status/1');
  const bits = new Uint8Array(16_384);
  const listOf = (by: Key): string =>
    by.jws({
      credentialSubject: { encodedList: `u${gzipSync(bits).toString('base64url')}` },
      replaced: { '131074': '330101-2026-000003' },
    });
  assert.deepEqual(await standingIn(listOf(old), hours, keys), { kind: 'valid' });
  bits[0] = 0x20;
  assert.deepEqual(await standingIn(listOf(old), hours, keys), {
    kind: 'revoked',
    replacedBy: '330101-2026-000003',
  });
  assert.deepEqual(await standingIn(listOf(old), { idx: 131_075 }, keys), { kind: 'valid' });
  assert.deepEqual(await standingIn(listOf(next), hours, keys), { kind: 'unknown' }, 'signed by a stranger');
  const stolen = [old.listed({ ...ended, ended: 'compromised' })];
  assert.deepEqual(await standingIn(listOf(old), hours, stolen), { kind: 'unknown' });
  for (const bad of ['', 'x', old.jws({}), old.jws({ credentialSubject: { encodedList: 'uAAAA' } })])
    assert.deepEqual(await standingIn(bad, hours, keys), { kind: 'unknown' }, bad.slice(0, 40));
});

test('without network a certificate is looked up in the list the device kept, and an older list takes no revocation back', async () => {
  const keys = [old.listed()];
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
  const listAt = (validFrom: string, first: number, by = old): string => {
    const bits = new Uint8Array(16_384);
    bits[0] = first;
    return by.jws({ validFrom, credentialSubject: { encodedList: `u${gzipSync(bits).toString('base64url')}` } });
  };
  const clean = listAt('2026-11-01T00:00:00.000Z', 0);
  const revoked = listAt('2026-11-20T00:00:00.000Z', 0x20);
  const held = (fetched: string | null) => newestList(shelf, hours, fetched, keys);
  assert.equal(held(null), undefined, 'nothing was ever fetched');
  assert.deepEqual(held(clean), { list: clean, isKept: false });
  assert.deepEqual(held(null), { list: clean, isKept: true });
  assert.deepEqual(held(revoked), { list: revoked, isKept: false });
  assert.deepEqual(held(clean), { list: revoked, isKept: true }, 'who stands between sends an old one');
  assert.deepEqual(await standingIn(held(null)?.list ?? '', hours, keys), { kind: 'revoked', replacedBy: undefined });
  const ahead = listAt('2027-08-01T00:00:00.000Z', 0);
  const shelved = new Map(kept);
  assert.deepEqual(held(ahead), { list: ahead, isKept: false });
  const december = Date.parse('2026-12-01T00:00:00.000Z');
  assert.deepEqual(
    newestList(shelf, hours, revoked, keys, december),
    { list: revoked, isKept: false },
    'what was made while the county’s clock was ahead does not hide what was revoked since',
  );
  held(ahead);
  assert.deepEqual(
    newestList(shelf, hours, revoked, keys, Date.parse('2020-01-01T00:00:00.000Z')),
    { list: ahead, isKept: true },
    'a device whose clock is behind goes by the dates',
  );
  for (const [name, text] of shelved) kept.set(name, text);
  assert.equal(held('')?.isKept, false);
  assert.equal(held(listAt('2026-11-30T00:00:00.000Z', 0, next))?.isKept, false, 'a stranger’s is not kept');
  assert.deepEqual(held(null), { list: revoked, isKept: true });
  assert.equal(newestList(shelf, hours, null, [old.listed({ ...ended, ended: 'compromised' })]), undefined);
});

test('the days of a certificate are said, not spelled', () => {
  const said = (locale: string) => spanWords('2026-01-01', '2026-11-30', locale).replaceAll('\u2060', '');
  assert.equal(said('zh-CN'), '2026年1月1日 – 2026年11月30日');
  assert.equal(said('en-GB'), '1 January 2026 – 30 November 2026');
  assert.equal(spanWords('some day', '', 'en-GB'), 'some day', 'what is no day stays as it was signed');
});

test('a printed copy of an older edition is told that there is a newer one, and one of what was taken down that it was', () => {
  const today = { state: 'published', edition: 2, sha: 'b', at: '2026-11-22T10:00:00.000Z' } as const;
  assert.equal(storyStanding({ rev: 2, sha: 'b' }, today), 'same');
  assert.equal(storyStanding({ rev: 1, sha: 'a' }, today), 'newer');
  assert.equal(storyStanding({ rev: 1, sha: 'a' }, { ...today, state: 'withdrawn' }), 'withdrawn');
  assert.equal(storyStanding({ rev: 2, sha: 'a' }, today), 'unknown', 'other words under the same number');
  assert.equal(storyStanding({ rev: 3, sha: 'c' }, today), 'unknown', 'an edition that this page has not');
});
