import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { z } from 'zod';
import { testWorld } from '#testing';
import { mountRoute } from './handle-route.ts';
import { route } from './route.ts';

const closed = z.strictObject({ word: z.string() });
const open = z.object({ word: z.string() });
const declared = {
  method: 'POST',
  path: '/words',
  ability: 'signed-in',
  summary: 'Says a word.',
  answer: null,
  handle: async () => undefined,
} as const;

test('the program does not start with a route of an unknown ability or one that takes undeclared properties', async () => {
  await using county = await testWorld();
  const start = (change: Partial<Parameters<typeof route>[0]>) => () =>
    mountRoute(county.app, Fastify(), route({ ...declared, ...change }), { checkAnswers: true });
  assert.doesNotThrow(start({ ability: 'order.list', body: closed, query: closed, params: closed }));
  assert.throws(start({ ability: 'order.lst' }), /POST \/words declares the unknown ability "order\.lst"/);
  const undeclared = /POST \/words takes undeclared properties/;
  assert.throws(start({ body: open }), undeclared);
  assert.throws(start({ query: open }), undeclared);
  assert.throws(start({ params: open }), undeclared);
  // One open shape among several is open.
  assert.throws(start({ body: z.union([closed, open]) }), undeclared);
  assert.throws(start({ body: z.looseObject({ word: z.string() }) }), undeclared);
});
