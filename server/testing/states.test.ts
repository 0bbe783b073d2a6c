import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemActor } from '#platform/actor';
import { Refusal } from '#platform/refuse';
import { guardsOf, move } from '#platform/states';
import type { Guard, StateTable } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { modules } from '../modules.ts';
import { fillCounty } from './busy-county.ts';
import { ownerClient, testWorld } from './index.ts';

const tables = modules.flatMap((module) => module.states ?? []);
const statesOf = (table: StateTable<string>): string[] => Object.keys(table.transitions);

/** For each guard a thing that it lets through and one that it does not; one without would never be seen to refuse. */
const examples: Readonly<
  Record<string, { readonly holds: object | ((to: string) => object); readonly fails: object }>
> = {
  'story next-in-chain': { holds: (to: string) => ({ nextStep: to }), fails: { nextStep: null } },
  'story every-step-signed': { holds: { nextStep: null }, fails: { nextStep: 'final_review' } },
  'story never-published': { holds: { editionId: null }, fails: { editionId: 'edition' } },
  'story not-public': { holds: { editionId: null }, fails: { editionId: 'edition' } },
  'story edition-stands': { holds: { editionId: 'edition' }, fails: { editionId: null } },
  'assignment somebody-named': { holds: { personId: 'person' }, fails: { personId: null } },
  'assignment somebody-takes': { holds: { personId: 'person' }, fails: { personId: null } },
  'order everybody-found': {
    holds: { visitId: 'visit', assignedIds: ['a', 'b'], facts: { peopleNeeded: 2 } },
    fails: { visitId: 'visit', assignedIds: ['a'], facts: { peopleNeeded: 2 } },
  },
  'order nobody-asked': { holds: { visitId: null }, fails: { visitId: 'visit' } },
  'order somebody-went': {
    holds: { visitId: 'visit', assignedIds: ['a'] },
    fails: { visitId: 'visit', assignedIds: [] },
  },
  'order somebody-goes': { holds: { assignedIds: ['a'] }, fails: { assignedIds: [] } },
  'order visited': { holds: { visitId: 'visit' }, fails: { visitId: null } },
};

class Undo extends Error {}

test('the database knows exactly the states of each table', async () => {
  assert.ok(tables.length >= 4, 'the manifests list their states');
  await using county = await testWorld();
  const owner = await ownerClient(county.database);
  try {
    for (const table of tables) {
      const answer = await owner.query<{ source: string }>(
        `select pg_get_constraintdef(oid) as source from pg_constraint where conrelid = $1::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ '^CHECK \\(\\(state = ANY'`,
        [table.table],
      );
      const allowed = [...(answer.rows[0]?.source ?? '').matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? '');
      assert.deepEqual(allowed.toSorted(), statesOf(table).toSorted(), table.table);
    }
  } finally {
    await owner.end();
  }
});

test('every guard has a thing that it lets through and one that it does not', () => {
  const names = new Set(tables.flatMap((table) => table.guards.map((guard) => `${table.noun} ${guard.name}`)));
  assert.deepEqual(Object.keys(examples).toSorted(), [...names].toSorted());
});

test('from every state to every state: what the table lists and its guards let through is moved and written down, all else is refused', async () => {
  await using county = await testWorld();
  await fillCounty(county);
  for (const table of tables)
    await county.inCounty((ctx) => ctx.transaction((tx) => walk(tx, table)).catch(ignoreUndo));
});

// All within one transaction that is undone: each pair begins with the row put into its state.
async function walk(tx: Tx, table: StateTable<string>): Promise<never> {
  const [row] = (
    await tx.client.query<{ id: string; state: string }>(
      `select id, state from ${table.table} where county_id = $1 limit 1`,
      [tx.countyId],
    )
  ).rows;
  assert.ok(row, `${table.table} has a row`);
  let walked = 0;
  for (const from of statesOf(table))
    for (const to of statesOf(table)) {
      await tx.client.query('savepoint pair');
      if (await putInto(tx, table, row.id, from)) {
        await onePair(tx, table, { id: row.id, state: from }, to);
        walked += 1;
      }
      await tx.client.query('rollback to savepoint pair');
    }
  assert.ok(walked > 0, `${table.table}: some pairs could be walked`);
  throw new Undo();
}

async function putInto(tx: Tx, table: StateTable<string>, id: string, state: string): Promise<boolean> {
  try {
    await tx.client.query(`update ${table.table} set state = $3 where county_id = $1 and id = $2`, [
      tx.countyId,
      id,
      state,
    ]);
    return true;
  } catch (error) {
    // Another constraint ties this state to other columns; such a row cannot be there, so neither can the move.
    if (error instanceof Error && 'code' in error && error.code === '23514') return false;
    throw error;
  }
}

async function onePair(
  tx: Tx,
  table: StateTable<string>,
  row: { id: string; state: string },
  to: string,
): Promise<void> {
  const listed = table.transitions[row.state]?.includes(to) ?? false;
  const name = `${table.table}: ${row.state} to ${to}`;
  const before = await movesOf(tx, row.id);
  const guards = guardsOf(table, row.state, to);
  const exampleOf = (guard: Guard<string, never>) => examples[`${table.noun} ${guard.name}`];
  const holds = (guard: Guard<string, never>): object | undefined => {
    const example = exampleOf(guard)?.holds;
    return typeof example === 'function' ? example(to) : example;
  };
  const right = Object.assign({ ...row }, ...guards.map(holds));
  for (const guard of guards) {
    const stopped = await tryMove(tx, table, { ...right, ...exampleOf(guard)?.fails }, to);
    assert.equal(stopped, guard.name, `${name}: ${guard.name} stops it`);
  }
  assert.equal(await movesOf(tx, row.id), before, `${name}: nothing is written down when a guard stops it`);
  const answer = await tryMove(tx, table, right, to);
  if (answer === 'constraint') return;
  assert.equal(answer === 'moved', listed, name);
  assert.equal(await movesOf(tx, row.id), before + (listed ? 1 : 0), `${name} is written down`);
}

/** `moved`; `constraint` where another column forbids it; else the guard that stopped it, or `refused`. */
function tryMove(tx: Tx, table: StateTable<string>, row: { id: string; state: string }, to: string): Promise<string> {
  return move(tx, table, row, to, { by: systemActor('test') }).then(
    () => 'moved',
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'WrongState') {
        const { guard } = error.detail;
        return typeof guard === 'string' ? guard : 'refused';
      }
      if (error instanceof Error && 'code' in error && error.code === '23514') return 'constraint';
      throw error;
    },
  );
}

async function movesOf(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.named<{ count: number }>(
    'testing.moves',
    'select count(*)::int as count from platform.moves where county_id = $1 and subject_id = $2',
    [tx.countyId, id],
  );
  return row?.count ?? 0;
}

function ignoreUndo(error: unknown): void {
  if (!(error instanceof Undo)) throw error;
}
