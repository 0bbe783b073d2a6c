import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import { openApp } from './app.ts';
import type { App } from './app.ts';
import { SetClock } from './clock.ts';
import { after, committed, defineEvent, emit, within } from './events.ts';
import { JobClaims } from './job-claims.ts';
import { openJobs } from './jobs.ts';
import { runTurn } from './recurring.ts';
import { mostWaitingOfCounty, relayOutbox } from './relay.ts';
import { workSubscriptions } from './work-subscriptions.ts';
import type { Manifest } from './manifest.ts';
import { closeCounty } from './close-county.ts';
import { migrate } from './migrate.ts';
import { inCounty } from './transaction.ts';
import { ownerClient, testStart, testWorld, until } from '#testing';
import { testServer } from '../testing/server.ts';

const lampLit = defineEvent('lamp.lit', 1, 'lampId', { lampId: z.string(), n: z.int() });
const actor = systemActor('test');

/** A program of one small module on a copy of the test county, its reactions noted in `seen`. */
async function lampProgram(
  seen: string[],
  options: { refuseWithin?: boolean; failFirst?: boolean; takesMilliseconds?: number } = {},
) {
  const world = await testWorld();
  let failures = options.failFirst ? 1 : 0;
  const lamps: Manifest = {
    name: 'lamps',
    subscriptions: [
      within(lampLit, async (_, event) => {
        seen.push(`within ${event.payload.n}`);
        if (options.refuseWithin) throw new Error('refused');
      }),
      committed(lampLit, (_, county, event) => void seen.push(`committed ${county.id} ${event.payload.n}`)),
      after(lampLit, 'lamps.after', async (ctx, event) => {
        if (failures-- > 0) throw new Error('not now');
        seen.push(...(options.takesMilliseconds ? ['begun'] : []));
        await new Promise((resolve) => setTimeout(resolve, options.takesMilliseconds ?? 0));
        seen.push(`after ${ctx.county.id} ${event.payload.lampId} ${event.payload.n}`);
      }),
    ],
  };
  const server = await testServer();
  await migrate(server.ownerUrl(world.database), { appRole: server.appRole, subscribers: ['lamps.after'] });
  const app = await openApp(world.app.settings, [lamps], new SetClock(testStart));
  return {
    app,
    world,
    async [Symbol.asyncDispose]() {
      await app.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

/** The queue worked as the worker role works it. */
async function openWorker(app: App) {
  const boss = await openJobs(app, { work: true });
  const claims = new JobClaims(app);
  const wake = await workSubscriptions(app, boss, claims);
  return {
    relay: () => relayOutbox(app, boss, wake),
    claims,
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: 2_000 });
      await claims.close();
    },
  };
}

const light = (app: App, lampId: string, n: number, countyId = 1): Promise<void> => {
  const county = app.counties.byId(countyId);
  assert.ok(county);
  return inCounty(app, county, (ctx) => ctx.transaction((tx) => emit(tx, lampLit, actor, { lampId, n })));
};

test('reactions come in their kinds: within before commit, committed before the answer, after from the outbox', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen);
  await light(program.app, 'a', 1);
  assert.deepEqual(seen, ['within 1', 'committed 1 1']);
  await using worker = await openWorker(program.app);
  assert.equal(await worker.relay(), 1);
  await until(() => seen.length === 3);
  assert.deepEqual(seen.at(-1), 'after 1 a 1');
});

test('a reaction within that refuses undoes everything, also the event', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen, { refuseWithin: true });
  await assert.rejects(light(program.app, 'a', 1), /refused/);
  assert.deepEqual(seen, ['within 1']);
  const owner = await ownerClient(program.world.database);
  const left = await owner.query(
    `select (select count(*) from platform.events where name = 'lamp.lit')::int as events, (select count(*) from platform.outbox where subscriber = 'lamps.after')::int as waiting`,
  );
  await owner.end();
  assert.deepEqual(left.rows[0], { events: 0, waiting: 0 });
});

test('events of one subject are handled in their order even when the first try fails; the other county gets only its own', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen, { failFirst: true });
  for (let n = 1; n <= 4; n += 1) await light(program.app, 'a', n);
  await light(program.app, 'b', 9, 2);
  await using worker = await openWorker(program.app);
  await worker.relay();
  await until(() => seen.filter((line) => line.startsWith('after')).length === 5);
  const handled = seen.filter((line) => line.startsWith('after'));
  assert.deepEqual(
    handled.filter((line) => line.includes(' a ')),
    ['after 1 a 1', 'after 1 a 2', 'after 1 a 3', 'after 1 a 4'],
  );
  assert.deepEqual(
    handled.filter((line) => line.includes(' b ')),
    ['after 2 b 9'],
  );
});

test('a reaction that fails spends its own tries, not those of the others in its batch', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen, { failFirst: true });
  for (const lamp of ['a', 'b', 'c', 'd', 'e']) await light(program.app, lamp, 1);
  await using worker = await openWorker(program.app);
  await worker.relay();
  await until(() => seen.filter((line) => line.startsWith('after')).length === 5);
  const owner = await ownerClient(program.world.database);
  const tries = await owner.query<{ retry_count: number }>(
    `select retry_count from jobs.job where name = 'after.lamps.after' order by retry_count`,
  );
  await owner.end();
  assert.deepEqual(
    tries.rows.map((row) => row.retry_count),
    [0, 0, 0, 0, 1],
  );
});

test('an event relayed twice is handled once', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen);
  await light(program.app, 'a', 1);
  const owner = await ownerClient(program.world.database);
  await using worker = await openWorker(program.app);
  const again = (
    await owner.query<{ event_id: string }>(`select event_id from platform.outbox where subscriber = 'lamps.after'`)
  ).rows[0];
  assert.ok(again);
  await worker.relay();
  await owner.query(
    `insert into platform.outbox (county_id, event_id, subscriber, subject_id) values (1, $1, 'lamps.after', 'a')`,
    [again.event_id],
  );
  await worker.relay();
  // A later event of the same subject is handled after both: when it is through, the repeat had its turn.
  await light(program.app, 'a', 2);
  await worker.relay();
  await until(() => seen.includes('after 1 a 2'));
  assert.deepEqual(
    seen.filter((line) => line.startsWith('after')),
    ['after 1 a 1', 'after 1 a 2'],
  );
  await owner.end();
});

test('a job that a dead process left active is taken up at once, and a late hand on it finds it gone', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen);
  await light(program.app, 'a', 1);
  const dead = await openJobs(program.app, { work: false });
  await relayOutbox(program.app, dead);
  const taken = await dead.fetch('after.lamps.after');
  assert.equal(taken.length, 1);
  await using worker = await openWorker(program.app);
  worker.claims.keepPuttingBack();
  await until(() => seen.includes('after 1 a 1'));
  const late = new JobClaims(program.app);
  assert.equal((await late.take(taken)).size, 0);
  await late.release(taken);
  await late.close();
  await dead.stop({ graceful: false });
});

test('a job that runs long in one living process is not run in another, nor twice in the same', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen, { takesMilliseconds: 4_000 });
  await using first = await openWorker(program.app);
  await light(program.app, 'a', 1);
  await first.relay();
  await until(() => seen.includes('begun'));
  await using second = await openWorker(program.app);
  second.claims.keepPuttingBack();
  first.claims.keepPuttingBack();
  await until(() => seen.includes('after 1 a 1'));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  assert.deepEqual(
    seen.filter((line) => line === 'begun' || line.startsWith('after')),
    ['begun', 'after 1 a 1'],
  );
});

test('a payload with an undeclared property is refused', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen);
  const county = program.app.counties.byId(1);
  assert.ok(county);
  const wrong = { lampId: 'a', n: 1, name: 'somebody' } as { lampId: string; n: number };
  await assert.rejects(
    inCounty(program.app, county, (ctx) => ctx.transaction((tx) => emit(tx, lampLit, actor, wrong))),
  );
});

test('ten thousand events of one county do not stand before the one of another: of each county a share waits in the queue, the rest in its outbox, and all of it is done', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen);
  const { app, world } = program;
  const many = 2 * mostWaitingOfCounty + 50;
  for (let n = 1; n <= many; n += 1) await light(app, `a${n}`, n);
  await light(app, 'b', 1, 2);
  const boss = await openJobs(app, { work: false });
  await relayOutbox(app, boss);
  await boss.stop({ graceful: false });
  const owner = await ownerClient(world.database);
  const queued = await owner.query<{ county: number; n: number }>(
    `select (data ->> 'county')::int as county, count(*)::int as n from jobs.job where name = 'after.lamps.after' group by 1 order by 1`,
  );
  assert.deepEqual(queued.rows, [
    { county: 1, n: mostWaitingOfCounty },
    { county: 2, n: 1 },
  ]);
  const [left] = (
    await owner.query<{ n: number }>(
      `select count(*)::int as n from platform.outbox where county_id = 1 and subscriber = 'lamps.after'`,
    )
  ).rows;
  await owner.end();
  assert.equal(left?.n, many - mostWaitingOfCounty);
  await using worker = await openWorker(app);
  const handled = (): number => seen.filter((line) => line.startsWith('after')).length;
  await until(async () => {
    await worker.relay();
    return handled() === many + 1;
  });
  const [, before = ''] = /^([\s\S]*?)after 2 b 1/.exec(seen.join('\n')) ?? [];
  assert.ok(before.split('\n').filter((line) => line.startsWith('after 1')).length <= mostWaitingOfCounty);
});

test('what a county that is closed still has to do waits, and is done when it is open again', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen);
  const { app } = program;
  await light(app, 'a', 1);
  await light(app, 'b', 1, 2);
  const boss = await openJobs(app, { work: false });
  await relayOutbox(app, boss);
  await boss.stop({ graceful: false });
  await closeCounty(app, 'one', app.clock.now());
  await using worker = await openWorker(app);
  const handled = (): string[] => seen.filter((line) => line.startsWith('after'));
  await until(() => handled().length === 1);
  const owner = await ownerClient(program.world.database);
  await until(async () => {
    const { rows } = await owner.query(
      `select from platform.outbox where county_id = 1 and subscriber = 'lamps.after'`,
    );
    return rows.length === 1;
  });
  await owner.end();
  assert.deepEqual(handled(), ['after 2 b 1']);
  await closeCounty(app, 'one', null);
  await until(async () => {
    await worker.relay();
    return handled().length === 2;
  });
  assert.deepEqual(handled(), ['after 2 b 1', 'after 1 a 1']);
});

test('a county whose turn never ends holds up no other where turns go side by side, and every other where they do not', async () => {
  const seen: string[] = [];
  await using program = await lampProgram(seen);
  const took: number[] = [];
  const { promise: never, resolve: end } = Promise.withResolvers<void>();
  const work = (countiesAtOnce: number) => ({
    name: 'lamps.clean',
    everySeconds: 2,
    countiesAtOnce,
    run: async (ctx: { county: { id: number } }) => {
      took.push(ctx.county.id);
      if (ctx.county.id === 1) await never;
    },
  });
  const turns = [runTurn(program.app, work(2)), runTurn(program.app, work(1))];
  await until(() => took.length === 3);
  assert.deepEqual(
    took.toSorted((a, b) => a - b),
    [1, 1, 2],
  );
  end();
  await Promise.all(turns);
  assert.deepEqual(
    took.toSorted((a, b) => a - b),
    [1, 1, 2, 2],
  );
});
