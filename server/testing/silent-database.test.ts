import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { modules } from '../modules.ts';
import { doorBefore, testWorld, TestWorld, until } from './index.ts';
import type { Answer } from './index.ts';

const answerWithinMilliseconds = 1_000;
/** As long as an answer and then a connection are waited for, and as much again on a busy machine. */
const limitMilliseconds = 2 * (answerWithinMilliseconds + 5_000);

interface Heard {
  readonly name: string;
  readonly key: string;
  readonly answer: Answer;
  readonly waited: number;
}

/** A county whose program reaches its database through a door. */
async function openBehindDoor(county: TestWorld) {
  const door = await doorBefore(county.app.settings.databaseUrl);
  const app = await openApp(
    { ...county.app.settings, databaseUrl: door.address, answerWithinMilliseconds },
    modules,
    county.clock,
  );
  const server = await buildServer(app);
  await server.ready();
  const world = new TestWorld(app, county.clock, county.database, server);
  const administrator = world.as('administrator');
  await administrator.cookie();
  return {
    door,
    get: (path: string) => administrator.get(path),
    async add(name: string, key: string = crypto.randomUUID()): Promise<Heard> {
      const began = performance.now();
      const answer = await administrator.post('/people', { name }, { key });
      return { name, key, answer, waited: performance.now() - began };
    },
    ask: (text: string) => world.inCounty((ctx) => ctx.read((tx) => tx.client.query(text))),
    async [Symbol.asyncDispose]() {
      door.thaw();
      await server.close();
      await app.close();
      await door.close();
    },
  };
}

/** Who of those whose name begins so is on the list, asked without the door. */
const onTheList = (county: TestWorld, begins: string): Promise<string[]> =>
  county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const rows = await tx.named<{ name: string }>(
        'test.people-of-silence',
        'select name from people.persons where county_id = $1 and starts_with(name, $2) order by name',
        [tx.countyId, begins],
      );
      return rows.map(({ name }) => name);
    }),
  );

const mustBeToldToComeAgain = ({ answer, waited }: Heard): void => {
  assert.equal(answer.status, 503, answer.text);
  assert.ok(answer.headers['retry-after'], 'and when');
  assert.ok(waited < limitMilliseconds, `after ${waited} ms`);
};

test('a database that vanishes without a word keeps nobody waiting: whoever asks is told to come again within the limit, nothing is lost or doubled, and when it is back all goes on (F2)', async () => {
  await using county = await testWorld();
  await using behind = await openBehindDoor(county);
  const { door, add } = behind;
  assert.equal((await add('静默之前')).answer.status, 201);

  // Each time a little later on the way: before the first question, between two, about the end.
  const heard: Heard[] = [];
  for (let round = 0; round < 4; round += 1) {
    const asked = Promise.all([0, 1, 2].map((one) => add(`静默${round}${one}`)));
    await new Promise((resolve) => setTimeout(resolve, round * 4));
    door.freeze();
    heard.push(...(await asked));
    door.thaw();
  }
  door.freeze();
  const crowd = await Promise.all(Array.from({ length: 20 }, (_, one) => add(`静默9${String(one).padStart(2, '0')}`)));
  crowd.forEach(mustBeToldToComeAgain);
  heard.push(...crowd);
  door.thaw();

  const refused = heard.filter(({ answer }) => answer.status !== 201);
  refused.forEach(mustBeToldToComeAgain);
  assert.equal((await behind.get('/me')).status, 200, 'at once, for what went silent is no longer in the pool');
  for (const one of refused) assert.equal((await add(one.name, one.key)).answer.status, 201);
  for (const one of heard.filter(({ answer }) => answer.status === 201))
    assert.deepEqual((await add(one.name, one.key)).answer.body['id'], one.answer.body['id']);
  assert.deepEqual(await onTheList(county, '静默'), ['静默之前', ...heard.map(({ name }) => name)].toSorted());
});

test('where only the answer to the commit is lost nobody hears of a success, and whoever asks again gets the one that stands', async () => {
  await using county = await testWorld();
  await using behind = await openBehindDoor(county);
  const { door, add } = behind;
  assert.equal((await add('无回音之前')).answer.status, 201);
  // The statement that travels with the commit.
  door.onAsked = (said) => {
    if (said.includes('platform.store-answer')) door.freeze('answers');
  };
  const lost = await add('无回音');
  mustBeToldToComeAgain(lost);
  door.onAsked = () => undefined;
  door.thaw();
  await until(async () => (await onTheList(county, '无回音')).length === 2, 'the commit came through');
  const again = await add(lost.name, lost.key);
  assert.equal(again.answer.status, 201, again.answer.text);
  assert.deepEqual(await onTheList(county, '无回音'), ['无回音', '无回音之前']);
});

test('a question that nobody waits for any more is given up by the database too', async () => {
  await using county = await testWorld();
  await using behind = await openBehindDoor(county);
  await assert.rejects(behind.ask('select pg_sleep(600) as given_up'), { code: 'Unavailable' });
  const stillAsked = () =>
    county.inCounty((ctx) =>
      ctx.read((tx) =>
        tx.named(
          'test.still-asked',
          `select pid from pg_stat_activity where datname = current_database() and state = 'active' and query like '%as given\\_up'`,
          [],
        ),
      ),
    );
  assert.equal((await stillAsked()).length, 1, 'the database works on it, and has not heard that nobody waits');
  await until(async () => (await stillAsked()).length === 0);
});
