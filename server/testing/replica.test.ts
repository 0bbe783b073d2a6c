import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '#platform/app';
import { until } from './until.ts';

// A server of our own: the standby follows all that its primary does.
const folder = mkdtempSync(join(tmpdir(), 'xy-replica-'));
process.env['XIANGYIN_TEST_VAR'] = join(folder, 'primary');
delete process.env['DATABASE_URL'];
const { testServer } = await import('./server.ts');
const { templateDatabase } = await import('./template.ts');
const { modules } = await import('../modules.ts');
const { startStandby } = await import('./standby.ts');
const { ownerClient } = await import('./index.ts');
const { openApp } = await import('#platform/app');
const { listenToCommits } = await import('#platform/listen');
const { buildServer } = await import('#platform/http/server');
const { openDesk } = await import('#newsroom/testing');
const { emptyPageCache, portalOptions } = await import('#portal');

const { textOf } = await import('#newsroom/testing');

await templateDatabase();
const standby = await startStandby(join(folder, 'standby'));
const desk = await openDesk((database) => ({ replicaUrl: standby.appUrl(database), severalProcesses: true }));
const { app } = desk.county;
const server = await buildServer(app, portalOptions(app));
const replica = app.replica ?? assert.fail('the setting made no replica');

after(async () => {
  await server.close();
  await standby.stop();
  await desk[Symbol.asyncDispose]();
  await (await testServer()).stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await standby.resume();
  await caughtUp();
});

const caughtUp = () => until(async () => (await replica.position()) !== null);

async function page(url: string): Promise<string> {
  const answer = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.body.replaceAll('<wbr/>', '');
}

const reads = (): number[] => [replica.figures().replica, replica.figures().primary];

/** The page as it is now, read anew, and which server it came from. */
async function read(url: string): Promise<{ body: string; from: 'replica' | 'primary' }> {
  const [fromReplica = 0, fromPrimary = 0] = reads();
  const body = await page(url);
  const from = replica.figures().replica > fromReplica ? 'replica' : 'primary';
  assert.equal(
    reads().reduce((sum, one) => sum + one),
    fromReplica + fromPrimary + 1,
    `${url} was in the cache`,
  );
  return { body, from };
}

/** Which server an empty cache is filled from; `caughtUp` where the replica is to be given the time it needs. */
async function readFrom(url: string, ready: () => Promise<void> = async () => undefined): Promise<string> {
  emptyPageCache(app);
  await ready();
  return (await read(url)).from;
}

async function behindItsBack(change: string, values: string[]): Promise<void> {
  const owner = await ownerClient(desk.county.database);
  assert.ok((await owner.query(change, values)).rowCount);
  await owner.end();
}

/** Published, and the drawings that begin at its commit have ended: they would be counted with what is read here. */
async function publish(title: string) {
  const published = await desk.publish({ text: textOf(title, ['集市搬到河东。']) });
  await page(`/stories/${published.slug}`);
  for (let before = ''; before !== reads().join(); await pause(100)) before = reads().join();
  return published;
}
const ready = async () =>
  (await server.inject({ method: 'GET', url: '/readyz', headers: { host: 'one.test' } })).json<unknown>();
const whole = { ok: true, database: true, jobs: true, keys: true };

test('pages come from the replica while it has what they must show', async () => {
  const { slug } = await publish('柳河桥今天通车');
  await caughtUp();
  for (const url of ['/', `/stories/${slug}`, '/feeds/rss.xml', '/sitemap.xml', '/api/v1/public/stories'])
    assert.equal(await readFrom(url, caughtUp), 'replica', url);
  assert.deepEqual(await ready(), { ...whole, replica: true });

  // Proof that it is so: what was changed behind the program's back, without a purge, is only there in the primary.
  await standby.pause();
  await behindItsBack('update newsroom.sections set name = $1', ['{"zh-CN": "村事", "en": "Village"}']);
  const { body, from } = await read('/about');
  assert.equal(/>村事</.test(body), from === 'primary');
  await standby.resume();
  await caughtUp();
  emptyPageCache(app);
  assert.match(await page('/about'), />村事</);
});

test('a page after a signature is the new one, also while the replica is behind', async () => {
  await standby.pause();
  const { slug } = await publish('桥头集市搬家');
  for (const url of ['/', `/stories/${slug}`, '/feeds/rss.xml', '/api/v1/public/stories'])
    assert.ok((await page(url)).includes('桥头集市搬家'), url);
  await until(() => replica.figures().state === 'behind');
  assert.equal(await readFrom('/'), 'primary');
  assert.deepEqual(await ready(), { ...whole, replica: false });

  await standby.resume();
  assert.equal(await readFrom('/', caughtUp), 'replica');
  assert.ok((await page(`/stories/${slug}`)).includes('桥头集市搬家'));
});

test('a page that the replica says is absent is looked for in the primary', async () => {
  const { id } = await publish('河灯节提前一天');
  await caughtUp();
  await standby.pause();
  // As after an act in another process, before its notice has come here.
  await behindItsBack('update newsroom.stories set slug = $1 where id = $2', ['lanterns', id]);
  assert.ok((await page('/stories/lanterns')).includes('河灯节提前一天'));
});

test('what another process signs is on the pages here as soon as its notice has come', async () => {
  const neighbour = await openApp(app.settings, app.modules, desk.county.clock);
  const listening = Promise.withResolvers<void>();
  const ears = listenToCommits(neighbour, () => {
    emptyPageCache(neighbour);
    listening.resolve();
  });
  await listening.promise;
  const web = await buildServer(neighbour, portalOptions(neighbour));
  await until(async () => typeof (await neighbour.replica?.position()) === 'string');
  await standby.pause();
  await publish('水库今天放水');
  await until(() => neighbour.replica?.figures().state === 'behind');
  const home = await web.inject({ method: 'GET', url: '/', headers: { host: 'one.test' } });
  assert.ok(home.body.replaceAll('<wbr/>', '').includes('水库今天放水'));
  await ears.close();
  await web.close();
  await neighbour.close();
});

test('the doctor looks at the replica', async () => {
  const said = async (one: App): Promise<string> => {
    const lines: string[] = [];
    await modules
      .flatMap(({ commands }) => commands ?? [])
      .find(({ name }) => name === 'doctor')
      ?.run({
        app: one,
        ownerUrl: (await testServer()).ownerUrl(desk.county.database),
        args: [],
        flags: {},
        say: (line) => void lines.push(line),
        inCounty: (work) => desk.county.inCounty(work),
      });
    return lines.filter((line) => line.includes('replica')).join('\n');
  };
  assert.match(await said(app), /^✓ .*follows this very primary\n✓ .*own role is used\n✓ .*has 2 counties.*$/);
  const misled = await openApp(
    { ...app.settings, replicaUrl: app.settings.databaseUrl },
    app.modules,
    desk.county.clock,
  );
  assert.match(await said(misled), /✗ .*follows this very primary\n {4}→ .*pg_basebackup/);
  await misled.close();
});

test('a change of the WAL file leaves an idle replica current', async () => {
  await standby.asPrimary('select pg_switch_wal()');
  assert.equal(await readFrom('/', caughtUp), 'replica');
});

test('a form is written to the primary, and read there', async () => {
  const { slug } = await publish('井水要烧开');
  await caughtUp();
  await standby.pause();
  const before = reads();
  const form = `/stories/${slug}/report-error`;
  await page(form);
  const posted = await server.inject({
    method: 'POST',
    url: form,
    headers: { host: 'one.test', origin: 'http://one.test', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      key: randomUUID(),
      what: '井在村西',
      quote: '',
      contact: '',
      website: '',
    }).toString(),
  });
  assert.equal(posted.headers['location'], `${form}?sent=yes`, posted.body);
  await page(`${form}?sent=yes`);
  assert.deepEqual(reads(), before);
  const reports = await desk.county.as('editor').get('/error-reports');
  assert.match(reports.text, /井在村西/);
});

test('pages are answered while the replica is gone, and come from it again when it is back', async () => {
  await standby.kill();
  for (const url of ['/', '/about', '/sitemap.xml']) assert.equal(await readFrom(url), 'primary', url);
  assert.equal(replica.figures().state, 'away');
  const { slug } = await publish('夜班车加到十点');
  assert.ok((await page(`/stories/${slug}`)).includes('夜班车加到十点'));
  await standby.start();
  assert.equal(await readFrom(`/stories/${slug}`, caughtUp), 'replica');
});
