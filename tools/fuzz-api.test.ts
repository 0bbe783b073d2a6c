import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInShare } from '../e2e/support/share.ts';
import { canary } from './fuzz/hostile.ts';
import { judgeAnswer } from './fuzz/judge.ts';
import { wrongInList } from './fuzz/never-done.ts';
import type { Operation } from './fuzz/operations.ts';
import type { MadeRequest } from './fuzz/requests.ts';
import { fuzz, unrecorded } from './fuzz/run.ts';
import { withoutRecord } from './fuzz/without-record.ts';

const deep = process.env['XIANGYIN_DEEP'] === '1';
const seed = Number(process.env['XIANGYIN_SEED'] || 1);
// Sent what nobody expects; all in a full dose.
const oneIn = 3;

test(`every operation stands requests it did not expect, and what has an effect is written down (A18, A19, A22, A32, A34; seed ${seed})`, async (t) => {
  const report = await fuzz({ seed, perOperation: deep ? 100 : 2, surprises: (name) => isInShare(name, oneIn) });
  for (const slow of report.slow.slice(0, 10)) t.diagnostic(`slow: ${slow}`);
  t.diagnostic(`${report.requests} requests, ${report.neverDone.length} operations never answered 2xx`);
  assert.ok(report.requests > 500, 'the document has operations');
  assert.ok((report.statuses.get(200) ?? 0) > 50, 'many requests are right');
  assert.deepEqual(
    report.findings.map((one) => `${one.operation} ${one.what}\n${one.example}`),
    [],
  );
  // Every operation is sent a right request in any dose, and what one leaves behind another needs: the seeded share is judged like the full one.
  assert.deepEqual(wrongInList(report), []);
  const operations = [...report.done, ...report.neverDone];
  assert.deepEqual(
    Object.keys(withoutRecord).filter((name) => !operations.includes(name)),
    [],
    'no exception outlives its operation',
  );
});

test('an act without a record is seen, and so is a reading that changes something; counting who asks is neither', () => {
  assert.deepEqual(unrecorded('POST /api/v1/things', ['things.things']), ['things.things']);
  assert.deepEqual(unrecorded('GET /api/v1/things', ['things.things']), ['things.things']);
  assert.deepEqual(unrecorded('POST /api/v1/things', ['platform.audit', 'things.things']), []);
  assert.deepEqual(unrecorded('POST /api/v1/things', ['platform.idempotency_keys', 'platform.throttles']), []);
});

test('the list of what is never done is wrong when an operation is missing, done after all, or no more', () => {
  const list = { a: 'why', gone: 'why' };
  assert.deepEqual(wrongInList({ done: ['b'], neverDone: ['a'] }, { a: 'why' }), []);
  assert.equal(wrongInList({ done: ['b'], neverDone: ['a', 'c'] }, list).length, 2, 'c is missing, gone is stale');
  assert.match(wrongInList({ done: ['a'], neverDone: [] }, { a: 'why' }).join(), /^a answered 2xx/);
});

const operation: Operation = {
  method: 'POST',
  path: '/api/v1/things',
  module: 'things',
  parameters: [],
  body: { type: 'object' },
  multipart: false,
  form: false,
  answers: new Map([
    [
      201,
      {
        type: 'application/json',
        schema: {
          type: 'object',
          required: ['id'],
          additionalProperties: false,
          properties: { id: { type: 'string' } },
        },
      },
    ],
  ]),
  open: false,
};
const request: MadeRequest = { method: 'POST', url: '/api/v1/things', headers: {}, payload: '{}', smuggled: false };
const right = { status: 201, type: 'application/json; charset=utf-8', text: '{"id":"a"}' };

test('a right answer passes, and each planted fault is seen', () => {
  assert.deepEqual(judgeAnswer(operation, request, false, right), []);
  const faults: [string, string[]][] = [
    ['a crash', judgeAnswer(operation, request, false, { ...right, status: 500 })],
    ['an undocumented status', judgeAnswer(operation, request, false, { ...right, status: 418 })],
    [
      'an undeclared field in the answer',
      judgeAnswer(operation, request, false, { ...right, text: '{"id":"a","password":"b"}' }),
    ],
    ['another type of body', judgeAnswer(operation, request, false, { ...right, type: 'text/html' })],
    ['a forgotten sign-in', judgeAnswer(operation, request, true, right)],
    ['mass assignment', judgeAnswer(operation, { ...request, smuggled: true }, false, right)],
    [
      'an echo of what was not declared',
      judgeAnswer(operation, request, false, { ...right, text: `{"id":"${canary}"}` }),
    ],
  ];
  for (const [name, found] of faults) assert.ok(found.length > 0, name);
});
