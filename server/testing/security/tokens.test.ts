import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillCounty } from '../busy-county.ts';
import { testWorld } from '../index.ts';
import type { Answer } from '../index.ts';
import { modules } from '../../modules.ts';
import { permissionTable } from '../permission-table.ts';

const routes = modules.flatMap((module) => module.routes ?? []);

/** Whose the token is, the words for roles, and what this one is for. */
const answered = ['GET /me', 'GET /roles', 'GET /views', 'POST /views', 'PUT /first-views'];

test('a token that may keep views does nothing else, neither with what is its maker’s nor with what is of their places (A17)', async () => {
  await using county = await testWorld();
  const things = await fillCounty(county);
  await county.deliver();
  const done = new Set<string>();
  for (const name of ['chief-editor', 'coordinator', 'volunteer'] as const) {
    const made = await county.as(name).post('/me/tokens', { name: '样子', scopes: ['view.keep'], days: 30 });
    assert.equal(made.status, 201, made.text);
    const token = String(made.body['token']);
    for (const { method, path } of routes) {
      const route = `${method} ${path}`;
      const row = permissionTable[route];
      // What visitors may, everybody may.
      if (!row || row.who === 'everybody') continue;
      const sending = row.send(things);
      const answer = await county.request(method, `/api/v1${sending.path}`, sending.body, { token });
      // A batch answers, row by row.
      if (answer.status < 400 && !refusesAll(answer)) done.add(route);
    }
  }
  assert.deepEqual([...done].toSorted(), answered.toSorted());
});

const refusesAll = ({ body }: Answer): boolean => {
  const rows: unknown = body['items'];
  return Array.isArray(rows) && rows.length > 0 && rows.every((row) => row.done === false);
};
