import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { testWorld } from '#testing';

const id = '01900000-0000-7000-8000-000000000000';
const forge = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What nobody was given: words where a time, a day or a number stands, one that JavaScript takes for a time and PostgreSQL does not, one before all calendars, one of another order. */
const forged = [
  forge(['今晚停水', id]),
  forge(['foo 1', id]),
  forge(['2026-11-22T10:59:00.000Z', id]),
  forge(['-271821-04-20T00:00:00.000Z', id]),
  forge(['99999999999999999999', id]),
  forge([null, id]),
  forge(['', id]),
  Buffer.from(`foo|1|${id}`).toString('base64url'),
  'x',
];

const optionsOf = (schema: unknown): readonly string[] => {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? optionsOf(schema.def.innerType) : [];
};

test('no list breaks at a place to go on from that it never gave, in whatever order it is asked', async () => {
  await using county = await testWorld();
  const lists = county.app.modules
    .flatMap((module) => module.routes ?? [])
    .flatMap(({ method, path, query }) => {
      if (method !== 'GET' || path.includes(':') || !(query instanceof z.ZodObject)) return [];
      const cursor = ['cursor', 'after'].find((name) => Object.hasOwn(query.shape, name));
      return cursor === undefined ? [] : [{ path, cursor, sorts: optionsOf(query.shape['sort']) }];
    });
  assert.ok(lists.length > 20, `${lists.length} lists`);
  const answered = new Set<string>();
  const broken: string[] = [];
  for (const { path, cursor, sorts } of lists)
    for (const who of ['chief-editor', 'coordinator', 'administrator', 'safeguarding', 'volunteer'] as const) {
      const asked = county.as(who);
      for (const sort of sorts.length > 0 ? sorts : [undefined])
        for (const place of forged) {
          const search = new URLSearchParams({ [cursor]: place, ...(sort === undefined ? {} : { sort }) });
          const answer = await asked.get(`${path}?${search.toString()}`);
          if (answer.status === 200 || answer.status === 400) answered.add(path);
          if (answer.status >= 500) broken.push(`${path}?sort=${sort} ${Buffer.from(place, 'base64url').toString()}`);
          if (answer.status === 403 || answer.status === 401) break;
        }
      if (answered.has(path)) break;
    }
  assert.deepEqual(broken, []);
  assert.ok(answered.size > 20, `${answered.size} of ${lists.length} lists answered`);
});
