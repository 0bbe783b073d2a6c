import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  InvalidStatement,
  parseStatement,
  statementBytes,
  statementDigest,
  statementFromBytes,
  statementHash,
  type Statement,
} from './index.ts';
import { dose } from './testing/dose.ts';

const statement: Statement = {
  v: 1,
  county: '330183',
  story: '0193a1b2-0000-7000-8000-000000000001',
  revision: 3,
  textHash: '7f3a91c0'.padEnd(64, '0'),
  path: 'ordinary',
  step: 'review1',
  role: 'editor',
  signer: '0193a1b2-0000-7000-8000-0000000000aa',
  verdict: 'approved',
  at: '2026-11-22T01:12:00.000Z',
  previous: '',
  nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
};

test('the bytes of a known statement never change', () => {
  const json = `{"at":"2026-11-22T01:12:00.000Z","county":"330183","nonce":"AAAAAAAAAAAAAAAAAAAAAA","path":"ordinary","previous":"","revision":3,"role":"editor","signer":"0193a1b2-0000-7000-8000-0000000000aa","step":"review1","story":"0193a1b2-0000-7000-8000-000000000001","textHash":"7f3a91c0${'0'.repeat(56)}","v":1,"verdict":"approved"}`;
  assert.equal(new TextDecoder().decode(statementBytes(statement)), json);
  assert.equal(statementHash(statement), createHash('sha256').update(json).digest('hex'));
  assert.equal(Buffer.from(statementDigest(statement)).toString('hex'), statementHash(statement));
});

test('kept bytes read back as the statement, and only as they were written', () => {
  assert.deepEqual(statementFromBytes(statementBytes(statement)), statement);
  const marked: Statement = { ...statement, mark: 'demonstration' };
  assert.deepEqual(statementFromBytes(statementBytes(marked)), marked);
  const other = new TextEncoder().encode(JSON.stringify(statement));
  assert.throws(() => statementFromBytes(other), InvalidStatement);
  assert.throws(() => statementFromBytes(new TextEncoder().encode('{')), InvalidStatement);
});

test('any flipped bit in the bytes gives no statement or another hash', () => {
  const bytes = statementBytes(statement);
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const flipped = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      try {
        assert.notEqual(statementHash(statementFromBytes(flipped)), statementHash(statement));
      } catch (error) {
        assert.ok(error instanceof InvalidStatement, String(error));
      }
    }),
    dose(500),
  );
});

test('a wrong, missing or foreign field is named', () => {
  const cases: [string, object][] = [
    ['v', { v: 2 }],
    ['revision', { revision: 0 }],
    ['textHash', { textHash: 'ABC' }],
    ['at', { at: '2026-11-22' }],
    ['previous', { previous: '0' }],
    ['nonce', { nonce: 'short' }],
    ['signer', { signer: '王 小明' }],
    ['name', { name: 'x' }],
    ['mark', { mark: 'real' }],
    ['toString', { toString: 'x' }],
  ];
  for (const [field, change] of cases)
    assert.throws(() => parseStatement({ ...statement, ...change }), { name: 'InvalidStatement', field });
  const { step: _step, ...without } = statement;
  assert.throws(() => parseStatement(without), { field: 'step' });
  for (const value of [null, [], 'x', 1]) assert.throws(() => parseStatement(value), InvalidStatement);
});
